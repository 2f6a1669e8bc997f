import type { Prisma, Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { ChatMessageKind, ChatSides } from "@oto/domain";
import { chatMembers, fold } from "@oto/domain";
import type { Platform } from "../context";
import { wakeChat } from "./chat-feed";

/** Columns that a message's view is made of. */
export const messageSelect = {
  id: true,
  roomId: true,
  galleryId: true,
  peerGalleryId: true,
  seq: true,
  kind: true,
  senderGalleryId: true,
  senderId: true,
  senderName: true,
  clientMessageId: true,
  text: true,
  fileCount: true,
  vehicleId: true,
  offerId: true,
  system: true,
  editedAt: true,
  deletedAt: true,
  createdAt: true,
} as const satisfies Prisma.ChatMessageSelect;

export type MessageRow = Prisma.ChatMessageGetPayload<{ select: typeof messageSelect }>;

/** The room as whoever writes into it holds it: locked until the end of the transaction. */
export interface HeldRoom extends ChatSides {
  id: string;
  kind: string;
  vehicleId: string | null;
  blocked: boolean;
  firstName: string | null;
  lastName: string | null;
}

/**
 * Locks a room for a new message and reads what sending depends on. Nothing when it does not exist;
 * whether the caller is in it is the caller's question.
 */
export async function holdRoom(
  tx: Tx,
  { roomId, userId }: { roomId: string; userId: string | null },
): Promise<HeldRoom | undefined> {
  const [room] = await tx.$queryRaw<HeldRoom[]>`
    select r.id, r.kind, r.gallery_id as "galleryId", r.peer_gallery_id as "peerGalleryId",
      r.vehicle_id as "vehicleId", u.first_name as "firstName", u.last_name as "lastName",
      exists (select from chat_block b
        where b.gallery_id = r.gallery_id and b.blocked_gallery_id = r.peer_gallery_id
          or b.gallery_id = r.peer_gallery_id and b.blocked_gallery_id = r.gallery_id) as blocked
    from chat_room r left join app_user u on u.id = ${userId}::uuid
    where r.id = ${roomId}::uuid for no key update of r`;
  return room;
}

/** Locks rooms for new messages, in one order, as `holdRoom` does one. */
export async function holdRooms(
  tx: Tx,
  roomIds: readonly string[],
): Promise<ReadonlyMap<string, HeldRoom>> {
  const rooms = await tx.$queryRaw<HeldRoom[]>`
    select r.id, r.kind, r.gallery_id as "galleryId", r.peer_gallery_id as "peerGalleryId",
      r.vehicle_id as "vehicleId", null as "firstName", null as "lastName", false as blocked
    from chat_room r where r.id = any(${[...new Set(roomIds)]}::uuid[])
    order by r.id for no key update`;
  return new Map(rooms.map((room) => [room.id, room]));
}

/** Locks the feeds of the members of rooms, in one order. */
export async function holdFeeds(tx: Tx, rooms: Iterable<HeldRoom>): Promise<void> {
  const members = [...new Set([...rooms].flatMap((room) => chatMembers(room)))];
  await tx.$executeRaw`
    select gallery_id from chat_feed_head where gallery_id = any(${members}::uuid[])
    order by gallery_id for no key update`;
}

export interface NewMessage {
  kind: ChatMessageKind;
  /** Member whose message it is; null for a system line. */
  memberId: string | null;
  senderGalleryId: string | null;
  senderId: string | null;
  senderName: string | null;
  clientMessageId: string;
  text: string | null;
  fileCount: number;
  vehicleId: string | null;
  offerId: string | null;
  system: Prisma.InputJsonObject | null;
}

export interface WrittenMessage {
  id: string;
  seq: number;
  /** False when the same message had been written before. */
  fresh: boolean;
  /** Members for whom a burst of unread messages begins with it. */
  noticed: string[];
}

/**
 * Gives a message the next number of its room and writes it into the feeds of both sides, in one
 * statement. The room is held by the caller, so numbers have no gaps, and a message that was sent
 * before is found rather than written twice.
 */
export async function writeMessage(
  platform: Platform,
  tx: Tx,
  { room, message }: { room: HeldRoom; message: NewMessage },
): Promise<WrittenMessage> {
  const members = chatMembers(room);
  const id = newId();
  const now = platform.now();
  const { memberId, senderGalleryId, senderId, senderName, clientMessageId } = message;
  const { fileCount, kind, offerId, text, vehicleId } = message;
  const system = message.system ? JSON.stringify(message.system) : null;
  const searchText = text === null ? null : fold(text);
  const [written] = await tx.$queryRaw<WrittenMessage[]>`
    with known as (
      select id, seq from chat_message where room_id = ${room.id}::uuid
        and sender_id is not distinct from ${senderId}::uuid
        and client_message_id = ${clientMessageId}
    ), head as (
      update chat_room set last_seq = last_seq + 1, last_message_at = ${now}
      where id = ${room.id}::uuid and not exists (select from known) returning last_seq
    ), message as (
      insert into chat_message (id, room_id, gallery_id, peer_gallery_id, seq, kind,
        sender_gallery_id, sender_id, sender_name, client_message_id, text, search_text,
        attachments, vehicle_id, offer_id, system, created_at)
      select ${id}::uuid, ${room.id}::uuid, ${room.galleryId}::uuid, ${room.peerGalleryId}::uuid,
        last_seq, ${kind}, ${senderGalleryId}::uuid, ${senderId}::uuid, ${senderName},
        ${clientMessageId}, ${text}, ${searchText}, ${fileCount}::int, ${vehicleId}::uuid,
        ${offerId}::uuid, ${system}::jsonb, ${now} from head
      returning id, seq
    ), noticed as (
      update chat_member m set noticed_seq = message.seq from message
      where m.room_id = ${room.id}::uuid and m.member_id <> ${memberId}::uuid
        and m.noticed_seq <= m.read_seq returning m.member_id
    ), heads as (
      insert into chat_feed_head as h (gallery_id, seq)
      select member, 1 from message, unnest(${members}::uuid[]) with ordinality as u (member, ord)
      order by ord
      on conflict (gallery_id) do update set seq = h.seq + 1 returning gallery_id, seq
    ), fed as (
      insert into chat_feed (gallery_id, seq, type, room_id, room_seq, created_at)
      select heads.gallery_id, heads.seq, 'message.created', ${room.id}::uuid, message.seq, ${now}
      from heads, message
    )
    select id, seq, true as fresh,
      (select coalesce(array_agg(member_id::text), '{}') from noticed) as noticed from message
    union all
    select id, seq, false, '{}' from known`;
  if (!written) throw new Error("a held room takes every message");
  if (written.fresh) wakeChat(platform, tx, members);
  return written;
}
