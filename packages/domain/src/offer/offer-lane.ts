import type { OfferStatus, Side } from "../values";

/** Columns of the boards, the most urgent first. */
export const OFFER_LANES = ["SOON", "MINE", "THEIRS", "AGREED", "ENDED"] as const;
export type OfferLane = (typeof OFFER_LANES)[number];

/** An open negotiation counts as running out for so many minutes before its clock ends. */
export const OFFER_SOON_MINUTES = 60;

const SOON_MS = OFFER_SOON_MINUTES * 60_000;

interface Laned {
  status: OfferStatus;
  turn: Side | null;
  /** ISO instant at which the latest proposal runs out. */
  expiresAt: string;
}

/**
 * The column in which one side sees a negotiation: running out (whoever is on turn), one's own
 * turn, the other's turn, agreed, ended in any other way.
 */
export function offerLane(offer: Laned, side: Side, now: Date): OfferLane {
  if (offer.status === "ACCEPTED") return "AGREED";
  if (offer.status !== "OPEN") return "ENDED";
  if (Date.parse(offer.expiresAt) - now.getTime() <= SOON_MS) return "SOON";
  return offer.turn === side ? "MINE" : "THEIRS";
}

/**
 * When the clock alone moves a negotiation on: into the column of those that run out, and then to
 * its end. ISO instant; null once it has ended.
 */
export function nextLaneChange(offer: Laned, now: Date): string | null {
  if (offer.status !== "OPEN") return null;
  const soonAt = Date.parse(offer.expiresAt) - SOON_MS;
  return soonAt > now.getTime() ? new Date(soonAt).toISOString() : offer.expiresAt;
}
