import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import { DomainError } from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { decodeCursor, toPage } from "../paging";
import type { RoomInput, RoomListInput } from "./chat.input";
import type { ChatRoomListView, ChatRoomView } from "./chat.views";
import { countUnread } from "./read-state.service";
import type { RoomRow } from "./room.presenter";
import { roomViews } from "./room.presenter";
import { likeWords } from "./room.repo";

const cursorTuple = z.tuple([z.iso.datetime(), z.uuid()]);

/** A condition without effect. */
const ALWAYS = Prisma.sql`true`;

function conditionsOf(input: RoomListInput): Prisma.Sql[] {
  const { filter, q, vehicleId } = input;
  const after = decodeCursor(input.cursor, cursorTuple);
  const words = likeWords(q ?? "");
  const kind = filter === "ALL" || filter === "UNREAD" ? null : filter;
  return [
    after
      ? Prisma.sql`(r.last_message_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : ALWAYS,
    kind ? Prisma.sql`r.kind = ${kind}` : ALWAYS,
    filter === "UNREAD" ? Prisma.sql`unread.n > 0` : ALWAYS,
    vehicleId ? Prisma.sql`r.vehicle_id = ${vehicleId}::uuid` : ALWAYS,
    words.length > 0 ? Prisma.sql`r.search_text like all (${words}::text[])` : ALWAYS,
  ];
}

/** Rooms with everything their rows tell, in one statement; row-level security holds inside too. */
async function readRooms(
  ctx: DealerContext,
  tx: Tx,
  { conditions, limit }: { conditions: readonly Prisma.Sql[]; limit: number },
): Promise<RoomRow[]> {
  const self = ctx.gallery.id;
  return tx.$queryRaw<RoomRow[]>`
    select r.id, r.kind, r.gallery_id as "galleryId", r.peer_gallery_id as "peerGalleryId",
      r.vehicle_id as "vehicleId", r.offer_id as "offerId", r.title, r.last_seq as "lastSeq",
      r.gallery_name as "galleryName", r.peer_name as "peerName",
      r.last_message_at as "lastMessageAt", coalesce(me.read_seq, own.read_seq, 0) as "readSeq",
      me.muted_until as "mutedUntil", unread.n as unread,
      coalesce(other.delivered_seq, 0) as "deliveredSeq", coalesce(other.read_seq, 0) as "theirReadSeq",
      s.id as "caseId", s.number as "caseNumber", s.status as "caseStatus",
      m.kind as "messageKind", m.sender_gallery_id as "senderGalleryId", m.sender_id as "senderId",
      m.sender_name as "senderName", left(m.text, 160) as text, m.attachments as "fileCount",
      m.vehicle_id as "shownVehicleId", m.offer_id as "shownOfferId", m.system,
      m.deleted_at as "deletedAt", m.created_at as "messageAt"
    from chat_room r
    left join chat_reader me on me.room_id = r.id and me.user_id = ${ctx.identity.userId}::uuid
    left join chat_member own on own.room_id = r.id and own.member_id = ${self}::uuid
    left join chat_member other on other.room_id = r.id and other.member_id <> ${self}::uuid
    left join chat_message m on m.room_id = r.id and m.seq = r.last_seq
    left join support_case s on s.room_id = r.id
    cross join lateral (select count(*)::int as n from (
      select from chat_message u
      where u.room_id = r.id and u.seq > coalesce(me.read_seq, own.read_seq, 0)
        and u.kind = 'TEXT' and u.deleted_at is null
        and u.sender_gallery_id is distinct from ${self}::uuid limit 100) counted) unread
    where ${self}::uuid in (r.gallery_id, r.peer_gallery_id) and ${Prisma.join([...conditions], " and ")}
    order by r.last_message_at desc, r.id desc limit ${limit}`;
}

/** Conversations of the caller's gallery, the latest message first. */
export async function listRooms(
  ctx: DealerContext,
  input: RoomListInput,
): Promise<ChatRoomListView> {
  const { rows, counts } = await ctx.db.read(async (tx) => ({
    rows: await readRooms(ctx, tx, { conditions: conditionsOf(input), limit: input.limit + 1 }),
    counts: await countUnread(ctx, tx),
  }));
  const views = await roomViews(ctx, rows);
  const page = toPage(rows, input.limit, {
    item: (row) => views.get(row.id),
    tuple: (row) => [row.lastMessageAt.toISOString(), row.id],
  });
  return {
    items: page.items.filter((view) => view !== undefined),
    nextCursor: page.nextCursor,
    counts,
  };
}

/**
 * One conversation.
 * @throws DomainError `chat.not_found`
 */
export async function getRoom(ctx: DealerContext, { roomId }: RoomInput): Promise<ChatRoomView> {
  const conditions = [Prisma.sql`r.id = ${roomId}::uuid`];
  const rows = await ctx.db.read((tx) => readRooms(ctx, tx, { conditions, limit: 1 }));
  const view = (await roomViews(ctx, rows)).get(roomId);
  if (!view) throw new DomainError("chat.not_found");
  return view;
}
