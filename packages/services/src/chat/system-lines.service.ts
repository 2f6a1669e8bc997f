import type { Tx } from "@oto/db";
import { chatRoomKey } from "@oto/domain";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import { holdFeeds, holdRooms } from "./message.repo";
import type { EnsuredRoom, NewRoom } from "./room.repo";
import { ensureRooms, isLaterOffer } from "./room.repo";
import type { SystemLine } from "./system-lines.repo";
import { followOffers, writeSystemLines } from "./system-lines.repo";

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

const lineOf = (
  { event, eventId }: Happening,
  { offerId, roomId }: { offerId: string | null; roomId: string },
): SystemLine => ({
  roomId,
  // The event's own id: delivered twice, it is written once, even without the inbox.
  clientMessageId: eventId,
  offerId,
  system: { event: event.name, facts: factsOf(event) },
});

interface MoveLines {
  readonly lines: readonly SystemLine[];
  /** The rooms as they were found or made. */
  readonly rooms: readonly EnsuredRoom[];
}

/** A move of a negotiation or reservation goes into the room of its two galleries. */
async function linesOfMoves(
  platform: Platform,
  tx: Tx,
  moves: readonly { event: Moved; eventId: string }[],
): Promise<MoveLines> {
  if (moves.length === 0) return { lines: [], rooms: [] };
  const wanted = await roomsWanted(
    tx,
    moves.map(({ event }) => event),
  );
  const rooms = await ensureRooms(platform, tx, [...wanted.values()]);
  const lines = moves.flatMap((move) => {
    const { offerId } = move.event.payload;
    const about = wanted.get(offerId);
    const room = about && rooms.get(about.key);
    return room ? [lineOf(move, { offerId, roomId: room.id })] : [];
  });
  return { lines, rooms: [...rooms.values()] };
}

/** A new price goes into every conversation over the vehicle. */
async function linesOfPrice(
  platform: Platform,
  tx: Tx,
  repriced: { event: Repriced; eventId: string },
): Promise<SystemLine[]> {
  const rooms = await tx.chatRoom.findMany({
    where: {
      vehicleId: repriced.event.payload.vehicleId,
      lastSeq: { gt: 0 },
      lastMessageAt: { gt: new Date(platform.now().getTime() - QUIET_AFTER_MS) },
    },
    orderBy: { lastMessageAt: "desc" },
    take: MOST_ROOMS,
    select: { id: true },
  });
  return rooms.map(({ id: roomId }) => lineOf(repriced, { offerId: null, roomId }));
}

/** Rooms that come to follow a later negotiation than they did, each with the latest. */
function newlyFollowed({ lines, rooms }: MoveLines): ReadonlyMap<string, string> {
  const followed = new Map(rooms.map(({ id, offerId }) => [id, offerId]));
  const latest = new Map<string, string>();
  for (const { offerId, roomId } of lines) {
    if (!offerId || !isLaterOffer(offerId, followed.get(roomId) ?? null)) continue;
    followed.set(roomId, offerId);
    latest.set(roomId, offerId);
  }
  return latest;
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
  const moved = await linesOfMoves(platform, tx, happenings.filter(isMoved));
  const lines = [...moved.lines];
  for (const repriced of happenings.filter(isRepriced)) {
    lines.push(...(await linesOfPrice(platform, tx, repriced)));
  }
  const rooms = await holdRooms(
    tx,
    lines.map(({ roomId }) => roomId),
  );
  await holdFeeds(tx, rooms.values());
  const latest = newlyFollowed(moved);
  await followOffers(tx, latest);
  const fresh = moved.rooms.filter((room) => room.fresh).map(({ id }) => id);
  await writeSystemLines(platform, tx, {
    rooms,
    lines: lines.filter(({ roomId }) => rooms.has(roomId)),
    changed: [...new Set([...fresh, ...latest.keys()])].filter((id) => rooms.has(id)),
  });
}
