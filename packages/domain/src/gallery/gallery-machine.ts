import { DomainError } from "../errors";
import type { GalleryStatus } from "../values";
import { GALLERY_STATUSES } from "../values";

export const GALLERY_ACTIONS = ["approve", "reject", "resubmit", "suspend", "reactivate"] as const;
export type GalleryAction = (typeof GALLERY_ACTIONS)[number];

interface Edge {
  from: readonly GalleryStatus[];
  to: GalleryStatus;
  /** The gallery is told why, so the decision needs a text. */
  needsReason: boolean;
}

const EDGES: Record<GalleryAction, Edge> = {
  approve: { from: ["PENDING"], to: "APPROVED", needsReason: false },
  reject: { from: ["PENDING"], to: "REJECTED", needsReason: true },
  resubmit: { from: ["REJECTED"], to: "PENDING", needsReason: false },
  suspend: { from: ["APPROVED"], to: "SUSPENDED", needsReason: true },
  reactivate: { from: ["SUSPENDED"], to: "APPROVED", needsReason: false },
};

export const GALLERY_REASON_MAX = 1000;

/**
 * The state after an action on a gallery.
 * @throws DomainError `gallery.wrong_state`, `gallery.reason_required`
 */
export function transitionGallery(
  status: GalleryStatus,
  action: GalleryAction,
  reason?: string | null,
): { status: GalleryStatus; reason: string | null } {
  const edge = EDGES[action];
  if (!edge.from.includes(status)) {
    throw new DomainError("gallery.wrong_state", { status, action });
  }
  const text = reason?.trim() ?? "";
  if (edge.needsReason && text === "") throw new DomainError("gallery.reason_required");
  return { status: edge.to, reason: text === "" ? null : text };
}

/** What may be done to a gallery now, for the buttons of a screen. */
export function galleryActions(status: GalleryStatus): GalleryAction[] {
  return GALLERY_ACTIONS.filter((action) => EDGES[action].from.includes(status));
}

/**
 * Refuses whoever may not trade, with the reason that fits the state.
 * @throws DomainError `gallery.not_approved`, `gallery.rejected`, `gallery.suspended`
 */
export function assertGalleryMayTrade(status: GalleryStatus): void {
  if (status === "PENDING") throw new DomainError("gallery.not_approved");
  if (status === "REJECTED") throw new DomainError("gallery.rejected");
  if (status === "SUSPENDED") throw new DomainError("gallery.suspended");
}

/** Narrows a stored status. */
export function isGalleryStatus(value: string): value is GalleryStatus {
  return GALLERY_STATUSES.some((status) => status === value);
}
