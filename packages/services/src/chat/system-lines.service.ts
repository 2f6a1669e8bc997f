import type { Tx } from "@oto/db";
import { chatRoomKey } from "@oto/domain";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import type { HeldRoom } from "./message.repo";
import { holdFeeds, holdRooms, writeMessage } from "./message.repo";
import type { NewRoom } from "./room.repo";
import { ensureRooms, followOffer, tellRoomChanged } from "./room.repo";

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

/** A line, and the room that it goes into. */
interface Line {
  readonly event: Told;
  readonly eventId: string;
  readonly roomId: string;
  /** Set where the room is a negotiation's: who talks there, and what about. */
  readonly wanted: NewRoom | null;
}

/** Something that happened, with the id of its event. */
export interface Happening {
  readonly event: Told;
  readonly eventId: string;
}

const isRepriced = (happening: Happening): happening is { event: Repriced; eventId: string } =>
  happening.event.name === "vehicle.price_changed";
const isMoved = (happening: Happening): happening is { event: Moved; eventId: string } =>
  !isRepriced(happening);

/** Rooms of the two galleries of each negotiation, by the negotiation's id. */
async function roomsWanted(tx: Tx, moves: readonly Moved[]): Promise<Map<string, NewRoom>> {
  const offers = await tx.offer.findMany({
    where: { id: { in: [...new Set(moves.map(({ payload }) => payload.offerId))] } },
    select: {
      ...{ id: true, vehicleId: true, vehicleTitle: true },
      ...{ buyerGalleryId: true, sellerGalleryId: true },
    },
  });
  return new Map(
    offers.map(({ buyerGalleryId, id, sellerGalleryId, vehicleId, vehicleTitle }) => [
      id,
      {
        kind: "OFFER",
        key: chatRoomKey({ kind: "VEHICLE", vehicleId, buyerGalleryId }),
        galleryId: buyerGalleryId,
        peerGalleryId: sellerGalleryId,
        vehicleId,
        offerId: id,
        title: vehicleTitle,
      },
    ]),
  );
}

/** A move of a negotiation or reservation goes into the room of its two galleries. */
async function linesOfMoves(
  tx: Tx,
  { moves, platform }: { moves: readonly { event: Moved; eventId: string }[]; platform: Platform },
): Promise<{ lines: Line[]; fresh: Set<string>; follows: Map<string, string | null> }> {
  const wanted = await roomsWanted(
    tx,
    moves.map(({ event }) => event),
  );
  const rooms = await ensureRooms(platform, tx, [...wanted.values()]);
  const lines = moves.flatMap(({ event, eventId }) => {
    const about = wanted.get(event.payload.offerId);
    const room = about && rooms.get(about.key);
    return room ? [{ event, eventId, roomId: room.id, wanted: about }] : [];
  });
  const all = [...rooms.values()];
  return {
    lines,
    fresh: new Set(all.filter(({ fresh }) => fresh).map(({ id }) => id)),
    follows: new Map(all.map(({ id, offerId }) => [id, offerId])),
  };
}

/** A new price goes into every conversation over the vehicle. */
async function linesOfPrice(
  platform: Platform,
  tx: Tx,
  { event, eventId }: { event: Repriced; eventId: string },
): Promise<Line[]> {
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
  return rooms.map(({ id }) => ({ event, eventId, roomId: id, wanted: null }));
}

/**
 * Writes what happened into the conversations it concerns, in the consumer's transaction, once. New
 * rooms are made first, then all rooms are held, and then all the feeds, each in one order, so that
 * no two writers can wait for each other.
 */
export async function postSystemLines(
  platform: Platform,
  tx: Tx,
  happenings: readonly Happening[],
): Promise<void> {
  const { fresh, follows, lines } = await linesOfMoves(tx, {
    moves: happenings.filter(isMoved),
    platform,
  });
  for (const repriced of happenings.filter(isRepriced)) {
    lines.push(...(await linesOfPrice(platform, tx, repriced)));
  }
  const rooms = await holdRooms(
    tx,
    lines.map(({ roomId }) => roomId),
  );
  await holdFeeds(tx, rooms.values());
  for (const id of fresh) {
    const sides = rooms.get(id);
    if (sides) await tellRoomChanged(platform, tx, { id, sides });
  }
  for (const { event, eventId, roomId, wanted } of lines) {
    const room = rooms.get(roomId);
    if (!room) continue;
    const offerId = wanted?.offerId ?? null;
    if (
      offerId &&
      (await followOffer(tx, { id: roomId, offerId: follows.get(roomId) ?? null }, offerId))
    ) {
      follows.set(roomId, offerId);
      await tellRoomChanged(platform, tx, { id: roomId, sides: room });
    }
    await writeLine(platform, tx, { room, event, eventId, offerId });
  }
}
