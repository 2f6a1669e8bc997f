import type { Tx } from "@oto/db";
import type { EventOf } from "@oto/events";
import type { Platform } from "../context";
import { openCase } from "./open-case.service";
import { moveCase } from "./support-case.repo";

type Disputed = EventOf<"deal.disputed">["payload"];
type Ended = EventOf<"deal.dispute_ended">["payload"];

const causeOf = (disputeId: string): string => `dispute:${disputeId}`;

/** Opens the case of a dispute, about the conversation of the two galleries where there is one. */
export async function openDisputeCase(
  platform: Platform,
  tx: Tx,
  payload: Disputed,
): Promise<void> {
  const { buyerGalleryId, by, disputeId, offerId, openedByUserId, reason, vehicleId } = payload;
  const offer = await tx.offer.findUnique({
    where: { id: offerId },
    select: { vehicleTitle: true },
  });
  const room = await tx.chatRoom.findFirst({
    where: { vehicleId, galleryId: buyerGalleryId },
    select: { id: true },
  });
  await openCase(platform, tx, {
    kind: "DISPUTE",
    galleryId: by === "BUYER" ? buyerGalleryId : payload.sellerGalleryId,
    openedById: openedByUserId,
    category: "OFFER",
    subject: offer?.vehicleTitle ?? "—",
    text: reason,
    aboutRoomId: room?.id ?? null,
    reservationId: payload.reservationId,
    causeKey: causeOf(disputeId),
  });
}

/** The dispute is over: so is its case. */
export async function closeDisputeCase(platform: Platform, tx: Tx, payload: Ended): Promise<void> {
  const known = await tx.supportCase.findUnique({
    where: { causeKey: causeOf(payload.disputeId) },
    select: { id: true, status: true },
  });
  if (!known || known.status === "CLOSED") return;
  const move = { type: "set", status: "RESOLVED" } as const;
  await moveCase(tx, { caseId: known.id }, { move, now: platform.now() });
}
