import { z } from "zod";
import { DomainError } from "../errors";
import type { Side } from "../values";
import type { DealStatus } from "./deal-values";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Ratings are given within so many days of the completion; then what was given is shown. */
export const RATING_WINDOW_DAYS = 14;
/** A rating that the other side cannot see yet may be changed this long. */
export const RATING_EDIT_HOURS = 48;
export const RATING_COMMENT_MAX = 1000;

export const RATING_SCORES = ["communication", "accuracy", "punctuality"] as const;
export type RatingScore = (typeof RATING_SCORES)[number];

export const starsField = z.number().int().min(1).max(5);
export const ratingCommentField = z.string().trim().max(RATING_COMMENT_MAX);

/** What the rules of rating look at. Instants are ISO-8601. */
export interface RatingScene {
  status: DealStatus;
  completedAt: string | null;
  /** When the last dispute ended: time that was lost to it is given back. */
  disputeEndedAt: string | null;
  disputed: boolean;
  /** When each side first rated. */
  ratedAt: Readonly<Record<Side, string | null>>;
}

/** When the window closes; null unless the deal is completed. */
export function ratingClosesAt(scene: RatingScene): string | null {
  if (scene.completedAt === null) return null;
  const from = Math.max(Date.parse(scene.completedAt), Date.parse(scene.disputeEndedAt ?? "") || 0);
  return new Date(from + RATING_WINDOW_DAYS * DAY_MS).toISOString();
}

/** Whether ratings are shown: both have rated or the window is over, and nobody disputes. */
export function areRatingsShown(scene: RatingScene, now: Date): boolean {
  const closes = ratingClosesAt(scene);
  if (scene.status !== "COMPLETED" || scene.disputed || closes === null) return false;
  const { BUYER, SELLER } = scene.ratedAt;
  return (BUYER !== null && SELLER !== null) || Date.parse(closes) <= now.getTime();
}

/** What a side may do with its rating now; null when nothing. */
export function ratingAction(scene: RatingScene, by: Side, now: Date): "rate" | "edit" | null {
  try {
    assertMayRate(scene, by, now);
    return scene.ratedAt[by] === null ? "rate" : "edit";
  } catch {
    return null;
  }
}

/**
 * A side rates once, after the completion and before anything is shown, and may change its mind
 * for a while as long as the other side cannot see it.
 * @throws DomainError `deal.not_completed`, `deal.disputed`, `deal.rating_closed`
 */
export function assertMayRate(scene: RatingScene, by: Side, now: Date): void {
  if (scene.status !== "COMPLETED") {
    throw new DomainError("deal.not_completed", { status: scene.status });
  }
  if (scene.disputed) throw new DomainError("deal.disputed");
  const given = scene.ratedAt[by];
  const editable =
    given === null || Date.parse(given) + RATING_EDIT_HOURS * HOUR_MS > now.getTime();
  if (areRatingsShown(scene, now) || !editable) throw new DomainError("deal.rating_closed");
}
