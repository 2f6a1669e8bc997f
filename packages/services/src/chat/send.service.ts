import type { Tx } from "@oto/db";
import { publish } from "@oto/db";
import { chatName, DomainError, PLATFORM_MEMBER } from "@oto/domain";
import type { DealerContext } from "../context";
import { moveCase } from "../support/support-case.repo";
import { retryingConflicts } from "../write-conflict";
import { attachFiles } from "./attachment.repo";
import type { SendInput } from "./chat.input";
import type { ChatSentView } from "./chat.views";
import type { ActorContext, ChatActor } from "./chat-actor";
import { dealerActor } from "./chat-actor";
import { messageViews } from "./message.presenter";
import type { HeldRoom, WrittenMessage } from "./message.repo";
import { holdRoom, messageSelect, writeMessage } from "./message.repo";

const REASON = "a message is written for both sides of a room; the caller is proved to be in it";

/** @throws DomainError `chat.not_found` for whoever is not in the room, `chat.blocked` */
function assertMaySend(room: HeldRoom | undefined, actor: ChatActor): asserts room is HeldRoom {
  const inside =
    room &&
    (actor.memberId === PLATFORM_MEMBER
      ? room.kind === "SUPPORT"
      : [room.galleryId, room.peerGalleryId].includes(actor.memberId));
  if (!inside) throw new DomainError("chat.not_found");
  if (room.blocked) throw new DomainError("chat.blocked");
}

/** A card shows an own vehicle or one on the market. @throws DomainError `marketplace.not_found` */
async function assertShowable(tx: Tx, actor: ChatActor, vehicleId: string): Promise<void> {
  const vehicle = await tx.vehicle.findUnique({
    where: { id: vehicleId },
    select: { galleryId: true, status: true, gallery: { select: { status: true } } },
  });
  if (vehicle && vehicle.galleryId === actor.galleryId) return;
  if (vehicle?.status === "PUBLISHED" && vehicle.gallery.status === "APPROVED") return;
  throw new DomainError("marketplace.not_found");
}

/** A negotiation belongs to both sides of the room. @throws DomainError `offer.not_found` */
async function assertBetween(tx: Tx, room: HeldRoom, offerId: string): Promise<void> {
  const offer = await tx.offer.findUnique({
    where: { id: offerId },
    select: { buyerGalleryId: true, sellerGalleryId: true },
  });
  const sides = offer ? [offer.buyerGalleryId, offer.sellerGalleryId] : [];
  const wanted = [room.galleryId, ...(room.peerGalleryId ? [room.peerGalleryId] : [])];
  if (!wanted.every((id) => sides.includes(id))) throw new DomainError("offer.not_found");
}

/** Says that messages wait for galleries that had read everything; once a burst. */
async function announceWaiting(
  tx: Tx,
  about: { room: HeldRoom; written: WrittenMessage; actor: ChatActor },
): Promise<void> {
  const { actor, room, written } = about;
  for (const galleryId of written.noticed) {
    if (galleryId === PLATFORM_MEMBER) continue;
    await publish(tx, {
      name: "chat.message_waiting",
      aggregateId: room.id,
      galleryId,
      payload: { roomId: room.id, galleryId, seq: written.seq, senderGalleryId: actor.galleryId },
    });
  }
}

/** A word moves the case that is talked about. @throws DomainError `support.closed` */
async function moveCaseOf({ actor, platform }: ActorContext, tx: Tx, room: HeldRoom) {
  if (room.kind !== "SUPPORT") return;
  const now = platform.now();
  const move = { type: actor.galleryId ? "customerWrote" : "staffWrote" } as const;
  const staff = actor.galleryId ? {} : { staffId: actor.userId };
  await moveCase(tx, { roomId: room.id }, { move, now, ...staff });
}

async function sendIn(
  { platform, actor }: ActorContext,
  tx: Tx,
  input: SendInput,
): Promise<string> {
  const { attachmentIds = [], clientMessageId, offerId, roomId, text, vehicleId } = input;
  const room = await holdRoom(tx, { roomId, userId: actor.userId });
  assertMaySend(room, actor);
  if (vehicleId) await assertShowable(tx, actor, vehicleId);
  if (offerId) await assertBetween(tx, room, offerId);
  await moveCaseOf({ platform, actor }, tx, room);
  const { firstName, lastName } = room;
  const written = await writeMessage(platform, tx, {
    room,
    message: {
      kind: "TEXT",
      memberId: actor.memberId,
      senderGalleryId: actor.galleryId,
      senderId: actor.userId,
      senderName:
        firstName === null || lastName === null ? null : chatName({ firstName, lastName }),
      clientMessageId,
      text: text ?? null,
      fileCount: attachmentIds.length,
      vehicleId: vehicleId ?? null,
      offerId: offerId ?? null,
      system: null,
    },
  });
  if (!written.fresh) return written.id;
  if (attachmentIds.length > 0) {
    await attachFiles(tx, { roomId, messageId: written.id, attachmentIds, userId: actor.userId });
  }
  await announceWaiting(tx, { room, written, actor });
  return written.id;
}

/** Sends as either a gallery's member or the platform's staff. */
export async function sendAs(
  { platform, actor }: ActorContext,
  input: SendInput,
): Promise<ChatSentView> {
  const db = platform.database.unsafeSystem(REASON);
  const row = await retryingConflicts(() =>
    db.write(async (tx) => {
      const id = await sendIn({ platform, actor }, tx, input);
      return tx.chatMessage.findUniqueOrThrow({ where: { id }, select: messageSelect });
    }),
  );
  const [message] = await messageViews(platform, [row]);
  if (!message) throw new Error("a row gives a view");
  return { messageId: message.messageId, seq: message.seq, message };
}

/**
 * Sends a message: text, files, a vehicle, a negotiation, or several of them. The same
 * `clientMessageId` of the same person again gives the same message, whatever else it says.
 *
 * @throws DomainError `chat.not_found`, `chat.blocked`, `chat.attachment_unusable`,
 * `marketplace.not_found`, `offer.not_found`, `support.closed`
 */
export async function sendMessage(ctx: DealerContext, input: SendInput): Promise<ChatSentView> {
  return sendAs({ platform: ctx, actor: dealerActor(ctx) }, input);
}
