import type { Tx } from "@oto/db";
import { audit, newId, publish } from "@oto/db";
import type { GalleryAction, GalleryStatus } from "@oto/domain";
import { DomainError, transitionGallery } from "@oto/domain";
import type { Origin } from "../context";
import type { GalleryStatusView } from "./gallery.views";

export interface GalleryMove {
  galleryId: string;
  action: GalleryAction;
  reason?: string | null | undefined;
  actorId: string;
  origin: Origin;
  now: Date;
}

/** The event's own text limit is shorter than a reviewer's. */
const EVENT_REASON_MAX = 500;

const audited: Record<GalleryAction, string> = {
  approve: "admin.galleries.approve",
  reject: "admin.galleries.reject",
  suspend: "admin.galleries.suspend",
  reactivate: "admin.galleries.reactivate",
  resubmit: "gallery.resubmit",
};

async function announce(tx: Tx, { galleryId, action }: GalleryMove, reason: string | null) {
  const about = { aggregateId: galleryId, galleryId };
  const why = (reason ?? "").slice(0, EVENT_REASON_MAX);
  switch (action) {
    case "approve":
      return publish(tx, { name: "gallery.approved", payload: { galleryId }, ...about });
    case "reject":
      return publish(tx, {
        name: "gallery.rejected",
        payload: { galleryId, reason: why },
        ...about,
      });
    case "suspend":
      return publish(tx, {
        name: "gallery.suspended",
        payload: { galleryId, reason: why },
        ...about,
      });
    case "reactivate":
      return publish(tx, { name: "gallery.reactivated", payload: { galleryId }, ...about });
    case "resubmit":
      return publish(tx, { name: "gallery.resubmitted", payload: { galleryId }, ...about });
  }
}

/** The state of a gallery, its row locked until the transaction ends. */
export async function lockGalleryStatus(tx: Tx, galleryId: string): Promise<GalleryStatus> {
  const rows = await tx.$queryRaw<{ status: GalleryStatus }[]>`
    select status::text as status from gallery where id = ${galleryId}::uuid for update`;
  const status = rows[0]?.status;
  if (!status) throw new DomainError("gallery.not_found");
  return status;
}

/**
 * The one way a gallery's state changes: row lock, the domain's machine, the row, the review
 * history, the event and the audit entry, all in the given transaction.
 * @throws DomainError `gallery.not_found`, `gallery.wrong_state`, `gallery.reason_required`
 */
export async function moveGallery(tx: Tx, move: GalleryMove): Promise<GalleryStatusView> {
  const { galleryId, action, actorId, origin, now } = move;
  const from = await lockGalleryStatus(tx, galleryId);
  const { status, reason } = transitionGallery(from, action, move.reason);
  const reviewed = action === "resubmit" ? {} : { reviewedAt: now, reviewedById: actorId };
  await tx.gallery.update({
    where: { id: galleryId },
    data: {
      status,
      // A gallery in good standing carries no old reproach.
      statusReason: status === "REJECTED" || status === "SUSPENDED" ? reason : null,
      ...(action === "resubmit" ? { submittedAt: now } : reviewed),
    },
    select: { id: true },
  });
  await tx.galleryReview.create({
    data: { id: newId(), galleryId, action, status, reason, actorId, createdAt: now },
    select: { id: true },
  });
  await announce(tx, move, reason);
  await audit(tx, {
    action: audited[action],
    entityType: "gallery",
    entityId: galleryId,
    galleryId,
    actorId,
    before: { status: from },
    after: { status, reason },
    ip: origin.ip,
    requestId: origin.requestId,
  });
  return { galleryId, status };
}
