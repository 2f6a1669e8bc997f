import type { Tx } from "@oto/db";
import { chatMembers, chatRoomKey } from "@oto/domain";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import type { HeldRoom } from "./message.repo";
import { holdRoom, writeMessage } from "./message.repo";
import { ensureRoom } from "./room.repo";

type Told = EventOf<ConsumedBy<"post-system-line-when-deal-moves">>;
type Moved = Exclude<Told, { name: "vehicle.price_changed" }>;
type Repriced = Extract<Told, { name: "vehicle.price_changed" }>;

/** Conversations that have been quiet for longer hear nothing of a new price. */
const QUIET_AFTER_MS = 60 * 86_400_000;
/** Conversations over one vehicle that are told of its new price, the latest first. */
const MOST_ROOMS = 200;

/** What a line keeps of its event: numbers and words, not whose they are (the room knows that). */
function factsOf({ payload }: Told): Record<string, string | number | null> {
  const facts: Record<string, string | number | null> = {};
  for (const [name, value] of Object.entries(payload)) {
    if (name.endsWith("GalleryId") || name === "galleryId" || name === "version") continue;
    if (typeof value === "string" || typeof value === "number") facts[name] = value;
  }
  return facts;
}

async function writeLine(
  platform: Platform,
  tx: Tx,
  line: { room: HeldRoom; event: Told; eventId: string; offerId: string | null },
): Promise<void> {
  const { event, eventId, offerId, room } = line;
  await writeMessage(platform, tx, {
    room,
    message: {
      kind: "SYSTEM",
      memberId: null,
      senderGalleryId: null,
      senderId: null,
      senderName: null,
      // The event's own id: delivered twice, it is written once, even without the inbox.
      clientMessageId: eventId,
      text: null,
      fileCount: 0,
      vehicleId: null,
      offerId,
      system: { event: event.name, facts: factsOf(event) },
    },
  });
}

/** A move of a negotiation or reservation goes into the room of its two galleries. */
async function tellRoom(
  platform: Platform,
  tx: Tx,
  { event, eventId }: { event: Moved; eventId: string },
): Promise<void> {
  const { buyerGalleryId, offerId, sellerGalleryId, vehicleId } = event.payload;
  const offer = await tx.offer.findUnique({
    where: { id: offerId },
    select: { vehicleTitle: true },
  });
  if (!offer) return;
  const roomId = await ensureRoom(platform, tx, {
    kind: "OFFER",
    key: chatRoomKey({ kind: "VEHICLE", vehicleId, buyerGalleryId }),
    galleryId: buyerGalleryId,
    peerGalleryId: sellerGalleryId,
    vehicleId,
    offerId,
    title: offer.vehicleTitle,
  });
  const room = await holdRoom(tx, { roomId, userId: null });
  if (room) await writeLine(platform, tx, { room, event, eventId, offerId });
}

/**
 * A new price goes into every conversation over the vehicle. All of them are held first, and then
 * all the feeds, each in one order, so that no two writers can wait for each other.
 */
async function tellRooms(
  platform: Platform,
  tx: Tx,
  { event, eventId }: { event: Repriced; eventId: string },
): Promise<void> {
  const rooms = await tx.chatRoom.findMany({
    where: {
      vehicleId: event.payload.vehicleId,
      lastSeq: { gt: 0 },
      lastMessageAt: { gt: new Date(platform.now().getTime() - QUIET_AFTER_MS) },
    },
    orderBy: { lastMessageAt: "desc" },
    take: MOST_ROOMS,
    select: { id: true },
  });
  const held: HeldRoom[] = [];
  for (const id of rooms.map((room) => room.id).toSorted()) {
    const room = await holdRoom(tx, { roomId: id, userId: null });
    if (room) held.push(room);
  }
  const members = [...new Set(held.flatMap((room) => chatMembers(room)))];
  await tx.$queryRaw`
    select gallery_id from chat_feed_head where gallery_id = any(${members}::uuid[])
    order by gallery_id for no key update`;
  for (const room of held) await writeLine(platform, tx, { room, event, eventId, offerId: null });
}

/** Writes what happened into the conversations it concerns, in the consumer's transaction, once. */
export async function postSystemLines(
  platform: Platform,
  tx: Tx,
  { event, eventId }: { event: Told; eventId: string },
): Promise<void> {
  if (event.name === "vehicle.price_changed") await tellRooms(platform, tx, { event, eventId });
  else await tellRoom(platform, tx, { event, eventId });
}
