import type { Prisma, Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { ChatRoomKind, ChatSides } from "@oto/domain";
import { chatMembers, DomainError, fold, PLATFORM_MEMBER } from "@oto/domain";
import type { Platform } from "../context";
import { appendChatFeed } from "./chat-feed";

/** Rooms that a member may be in: a gallery's own, or those where the platform is the other side. */
export const roomsOfMember = (memberId: string): Prisma.ChatRoomWhereInput =>
  memberId === PLATFORM_MEMBER
    ? { kind: "SUPPORT" }
    : { OR: [{ galleryId: memberId }, { peerGalleryId: memberId }] };

export interface RoomSides extends ChatSides {
  readonly id: string;
  readonly kind: ChatRoomKind;
  readonly lastSeq: number;
}

const sidesSelect = {
  id: true,
  kind: true,
  galleryId: true,
  peerGalleryId: true,
  lastSeq: true,
} as const;

/** Narrows a stored kind. */
export const roomKind = (kind: string): ChatRoomKind => kind as ChatRoomKind;

/**
 * A room that a member is in.
 * @throws DomainError `chat.not_found`
 */
export async function readRoomSides(tx: Tx, roomId: string, memberId: string): Promise<RoomSides> {
  const room = await tx.chatRoom.findFirst({
    where: { id: roomId, ...roomsOfMember(memberId) },
    select: sidesSelect,
  });
  if (!room) throw new DomainError("chat.not_found");
  return { ...room, kind: roomKind(room.kind) };
}

/** Patterns of the folded words of what somebody looks for, for columns that hold folded text. */
export const likeWords = (q: string): string[] =>
  fold(q)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);

export interface NewRoom extends ChatSides {
  kind: ChatRoomKind;
  key: string;
  vehicleId?: string | null;
  offerId?: string | null;
  title: string | null;
}

async function namesOf(tx: Tx, sides: ChatSides): Promise<{ gallery: string; peer: string }> {
  const ids = [sides.galleryId, ...(sides.peerGalleryId ? [sides.peerGalleryId] : [])];
  const rows = await tx.gallery.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    gallery: names.get(sides.galleryId) ?? "",
    peer: sides.peerGalleryId ? (names.get(sides.peerGalleryId) ?? "") : "Kontak",
  };
}

/** A room as whoever writes into it found or made it. */
export interface EnsuredRoom {
  readonly id: string;
  /** The negotiation that it follows. */
  readonly offerId: string | null;
  /** Made just now: its members have not heard of it. */
  readonly fresh: boolean;
}

/** Ids grow with time: a room that follows a negotiation never goes back to an older one. */
export const isLaterOffer = (wanted: string, offerId: string | null): boolean =>
  offerId === null || offerId < wanted;

/** Lets an existing room follow the latest negotiation over its vehicle. Whether it had to. */
async function followOffer(
  tx: Tx,
  { id, offerId }: Pick<EnsuredRoom, "id" | "offerId">,
  wanted: string,
): Promise<boolean> {
  if (!isLaterOffer(wanted, offerId)) return false;
  await tx.chatRoom.updateMany({ where: { id }, data: { kind: "OFFER", offerId: wanted } });
  return true;
}

/** Tells the members of a room that there is something new about it. */
async function tellRoomChanged(
  platform: Platform,
  tx: Tx,
  { id: roomId, sides }: { id: string; sides: ChatSides },
): Promise<void> {
  const members = chatMembers(sides);
  await appendChatFeed(platform, tx, { members, entry: { type: "room.updated", roomId } });
}

/** Makes a room; undefined when somebody else has made it at the same moment. */
async function insertRoom(
  platform: Platform,
  tx: Tx,
  wanted: NewRoom,
): Promise<string | undefined> {
  const { galleryId, key, kind, offerId = null, peerGalleryId, title, vehicleId = null } = wanted;
  const names = await namesOf(tx, wanted);
  const now = platform.now();
  const data = {
    id: newId(),
    kind,
    key,
    galleryId,
    peerGalleryId,
    vehicleId,
    offerId,
    title,
    galleryName: names.gallery,
    peerName: names.peer,
    searchText: fold([title, names.gallery, names.peer].filter(Boolean).join(" ")),
    lastMessageAt: now,
    createdAt: now,
  };
  const { count } = await tx.chatRoom.createMany({ data: [data], skipDuplicates: true });
  if (count === 0) return undefined;
  await tx.chatMember.createMany({
    data: chatMembers(wanted).map((memberId) => ({
      roomId: data.id,
      memberId,
      galleryId,
      peerGalleryId,
    })),
  });
  return data.id;
}

/**
 * The rooms of subjects by their keys, made on first use; a unique index keeps each one. New rooms
 * are made in the order of their keys and before any room or feed is held, so that two writers
 * cannot wait for each other; the caller tells the members (`tellRoomChanged`). Under the system
 * role: who may talk about what has been decided by the caller.
 */
export async function ensureRooms(
  platform: Platform,
  tx: Tx,
  wanted: readonly NewRoom[],
): Promise<ReadonlyMap<string, EnsuredRoom>> {
  const byKey = new Map(wanted.map((room) => [room.key, room]));
  const rows = await tx.chatRoom.findMany({
    where: { key: { in: [...byKey.keys()] } },
    select: { id: true, key: true, offerId: true },
  });
  const rooms = new Map<string, EnsuredRoom>(
    rows.map(({ id, key, offerId }) => [key, { id, offerId, fresh: false }]),
  );
  const missing = [...byKey.values()].filter(({ key }) => !rooms.has(key));
  for (const room of missing.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const id = await insertRoom(platform, tx, room);
    // Not made by us: the insert waited for whoever made it to commit.
    if (id === undefined) return ensureRooms(platform, tx, wanted);
    rooms.set(room.key, { id, offerId: room.offerId ?? null, fresh: true });
  }
  return rooms;
}

/** The room of one subject, whose members hear of it: see `ensureRooms`. */
export async function ensureRoom(platform: Platform, tx: Tx, wanted: NewRoom): Promise<string> {
  const room = (await ensureRooms(platform, tx, [wanted])).get(wanted.key);
  if (!room) throw new Error("a room that is wanted is there");
  const { offerId } = wanted;
  const followed = offerId && !room.fresh ? await followOffer(tx, room, offerId) : false;
  if (room.fresh || followed) await tellRoomChanged(platform, tx, { id: room.id, sides: wanted });
  return room.id;
}
