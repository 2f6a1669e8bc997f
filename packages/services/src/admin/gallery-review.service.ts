import { afterCommit } from "@oto/db";
import type { GalleryAction } from "@oto/domain";
import type { StaffContext } from "../context";
import type { GalleryStatusView } from "../gallery/gallery.views";
import { moveGallery } from "../gallery/move-gallery";
import type { GalleryDecisionInput } from "./admin.input";

const REASON = "staff decide on galleries they do not belong to";

/** Of two decisions at once the first one counts; the other finds the gallery in its new state. */
function decide(ctx: StaffContext, action: GalleryAction, input: GalleryDecisionInput) {
  const { galleryId } = input;
  return ctx.database.unsafeSystem(REASON).write((tx) => {
    // Open sockets know the gallery's old state: they close and come back with the new one.
    afterCommit(tx, () => ctx.adapters.revocations.revoke([{ kind: "gallery", id: galleryId }]));
    return moveGallery(tx, {
      galleryId,
      action,
      reason: input.reason,
      actorId: ctx.identity.userId,
      origin: ctx.origin,
      now: ctx.now(),
    });
  });
}

type Decision = (ctx: StaffContext, input: GalleryDecisionInput) => Promise<GalleryStatusView>;

/**
 * Lets a waiting gallery trade.
 * @throws DomainError `gallery.not_found`, `gallery.wrong_state`
 */
export const approveGallery: Decision = (ctx, input) => decide(ctx, "approve", input);

/**
 * Sends a registration back with the reason its owner will read.
 * @throws DomainError `gallery.not_found`, `gallery.wrong_state`, `gallery.reason_required`
 */
export const rejectGallery: Decision = (ctx, input) => decide(ctx, "reject", input);

/**
 * Stops a gallery from trading, with the reason its members will read. They can still sign in.
 * @throws DomainError `gallery.not_found`, `gallery.wrong_state`, `gallery.reason_required`
 */
export const suspendGallery: Decision = (ctx, input) => decide(ctx, "suspend", input);

/**
 * Lets a suspended gallery trade again.
 * @throws DomainError `gallery.not_found`, `gallery.wrong_state`
 */
export const reactivateGallery: Decision = (ctx, input) => decide(ctx, "reactivate", input);
