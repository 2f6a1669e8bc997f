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

/** Lets an existing room follow the latest negotiation over its vehicle. */
async function followOffer(
  platform: Platform,
  tx: Tx,
  room: { id: string; offerId: string | null; members: readonly string[]; wanted: string },
): Promise<void> {
  // Ids grow with time: an older negotiation does not come back.
  if (room.offerId !== null && room.offerId >= room.wanted) return;
  await tx.chatRoom.updateMany({
    where: { id: room.id },
    data: { kind: "OFFER", offerId: room.wanted },
  });
  await appendChatFeed(platform, tx, {
    members: room.members,
    entry: { type: "room.updated", roomId: room.id },
  });
}

/**
 * The room of a subject, made on first use; a unique index keeps it one. Under the system role:
 * who may talk about what has been decided by the caller.
 */
export async function ensureRoom(platform: Platform, tx: Tx, wanted: NewRoom): Promise<string> {
  const { galleryId, key, kind, offerId = null, peerGalleryId, title, vehicleId = null } = wanted;
  const known = await tx.chatRoom.findUnique({
    where: { key },
    select: { id: true, offerId: true },
  });
  const members = chatMembers(wanted);
  if (known) {
    if (offerId) await followOffer(platform, tx, { ...known, members, wanted: offerId });
    return known.id;
  }
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
  // Somebody else made it at the same moment: the insert waited for them to commit.
  if (count === 0) return ensureRoom(platform, tx, wanted);
  await tx.chatMember.createMany({
    data: members.map((memberId) => ({ roomId: data.id, memberId, galleryId, peerGalleryId })),
  });
  await appendChatFeed(platform, tx, {
    members,
    entry: { type: "room.updated", roomId: data.id },
  });
  return data.id;
}
