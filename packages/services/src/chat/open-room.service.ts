import type { Tx } from "@oto/db";
import { chatRoomKey, DomainError } from "@oto/domain";
import type { DealerContext } from "../context";
import type { OpenRoomInput } from "./chat.input";
import { ensureRoom } from "./room.repo";

const REASON = "a conversation belongs to two galleries; the caller is one of them";
/** States of a vehicle that other galleries have never seen or may not see any more. */
const HIDDEN = ["DRAFT", "IN_REVIEW", "ARCHIVED"];

interface Pair {
  buyerGalleryId: string;
  sellerGalleryId: string;
}

async function overVehicle(
  ctx: DealerContext,
  tx: Tx,
  about: Pair & { vehicleId: string; title: string; offerId?: string },
): Promise<string> {
  const { buyerGalleryId, sellerGalleryId, vehicleId, title, offerId } = about;
  return ensureRoom(ctx, tx, {
    kind: offerId ? "OFFER" : "VEHICLE",
    key: chatRoomKey({ kind: "VEHICLE", vehicleId, buyerGalleryId }),
    galleryId: buyerGalleryId,
    peerGalleryId: sellerGalleryId,
    vehicleId,
    offerId: offerId ?? null,
    title,
  });
}

/** The negotiation decides who talks, whoever of the two asks. */
async function openForOffer(ctx: DealerContext, tx: Tx, offerId: string): Promise<string> {
  const self = ctx.gallery.id;
  const offer = await tx.offer.findFirst({
    where: { id: offerId, OR: [{ buyerGalleryId: self }, { sellerGalleryId: self }] },
    select: { vehicleId: true, buyerGalleryId: true, sellerGalleryId: true, vehicleTitle: true },
  });
  if (!offer) throw new DomainError("offer.not_found");
  return overVehicle(ctx, tx, { ...offer, title: offer.vehicleTitle, offerId });
}

/** A gallery that the caller may write to: one that lets itself be found, or one they know already. */
async function assertReachable(ctx: DealerContext, tx: Tx, galleryId: string): Promise<void> {
  const self = ctx.gallery.id;
  if (galleryId === self) throw new DomainError("chat.with_yourself");
  const gallery = await tx.gallery.findUnique({
    where: { id: galleryId },
    select: { status: true, publicListing: true },
  });
  if (gallery?.status === "APPROVED") {
    if (gallery.publicListing) return;
    const sides = [
      { buyerGalleryId: self, sellerGalleryId: galleryId },
      { buyerGalleryId: galleryId, sellerGalleryId: self },
    ];
    if (await tx.offer.findFirst({ where: { OR: sides }, select: { id: true } })) return;
    const rooms = [
      { galleryId: self, peerGalleryId: galleryId },
      { galleryId, peerGalleryId: self },
    ];
    if (await tx.chatRoom.findFirst({ where: { OR: rooms }, select: { id: true } })) return;
  }
  throw new DomainError("gallery.not_found");
}

async function openForVehicle(
  ctx: DealerContext,
  tx: Tx,
  { vehicleId, galleryId }: { vehicleId: string; galleryId: string | undefined },
): Promise<string> {
  const self = ctx.gallery.id;
  const vehicle = await tx.vehicle.findUnique({
    where: { id: vehicleId },
    select: { galleryId: true, status: true, publishedAt: true, title: true },
  });
  const own = vehicle?.galleryId === self;
  const shown = vehicle && vehicle.publishedAt !== null && !HIDDEN.includes(vehicle.status);
  if (!vehicle || !(own || shown)) throw new DomainError("marketplace.not_found");
  const { title } = vehicle;
  if (!own) {
    const sides = { buyerGalleryId: self, sellerGalleryId: vehicle.galleryId };
    return overVehicle(ctx, tx, { ...sides, vehicleId, title });
  }
  if (!galleryId) throw new DomainError("chat.with_yourself");
  await assertReachable(ctx, tx, galleryId);
  return overVehicle(ctx, tx, {
    buyerGalleryId: galleryId,
    sellerGalleryId: self,
    vehicleId,
    title,
  });
}

async function openForPair(ctx: DealerContext, tx: Tx, other: string): Promise<string> {
  await assertReachable(ctx, tx, other);
  const [galleryId = other, peerGalleryId = other] = [ctx.gallery.id, other].toSorted();
  return ensureRoom(ctx, tx, {
    kind: "GALLERY",
    key: chatRoomKey({ kind: "GALLERY", galleryIds: [galleryId, peerGalleryId] }),
    galleryId,
    peerGalleryId,
    title: null,
  });
}

/**
 * The conversation about a negotiation, about a vehicle, or with a gallery; made when it is asked
 * for first. Two galleries have one room over a vehicle, whichever of them opens it and whether by
 * the vehicle or by an offer.
 *
 * @throws DomainError `offer.not_found`, `marketplace.not_found`, `gallery.not_found`,
 * `chat.with_yourself`
 */
export async function openRoom(
  ctx: DealerContext,
  { offerId, vehicleId, galleryId }: OpenRoomInput,
): Promise<{ roomId: string }> {
  const roomId = await ctx.database.unsafeSystem(REASON).write((tx) => {
    if (offerId) return openForOffer(ctx, tx, offerId);
    if (vehicleId) return openForVehicle(ctx, tx, { vehicleId, galleryId });
    if (galleryId) return openForPair(ctx, tx, galleryId);
    throw new DomainError("input.invalid");
  });
  return { roomId };
}
