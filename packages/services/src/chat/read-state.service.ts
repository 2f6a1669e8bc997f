import type { Tx } from "@oto/db";
import { afterCommit } from "@oto/db";
import { chatMembers, DomainError } from "@oto/domain";
import type { DealerContext } from "../context";
import type { MarkReadInput, MuteInput } from "./chat.input";
import type { ChatCountsView, ChatReadView } from "./chat.views";
import type { ActorContext } from "./chat-actor";
import { dealerActor } from "./chat-actor";
import { signalChat } from "./chat-feed";
import { readRoomSides } from "./room.repo";

const REASON = "how far a side has read is shown to the other; the caller is proved to be in it";

interface Progress {
  delivered: number;
  read: number;
}

/** Moves a person on, never back. @returns where they are now */
async function moveReader(
  { actor }: ActorContext,
  tx: Tx,
  { roomId, seq }: MarkReadInput,
): Promise<{ readSeq: number; moved: boolean }> {
  const owner = actor.memberId;
  const moved = await tx.$queryRaw<{ readSeq: number }[]>`
    insert into chat_reader as c (room_id, user_id, gallery_id, read_seq)
    values (${roomId}::uuid, ${actor.userId}::uuid, ${owner}::uuid, ${seq}::int)
    on conflict (room_id, user_id) do update set read_seq = excluded.read_seq
      where c.read_seq < excluded.read_seq
    returning read_seq as "readSeq"`;
  if (moved[0]) return { readSeq: moved[0].readSeq, moved: true };
  const known = await tx.chatReader.findUnique({
    where: { roomId_userId: { roomId, userId: actor.userId } },
    select: { readSeq: true },
  });
  return { readSeq: known?.readSeq ?? 0, moved: false };
}

/** Moves a side on: it has read what anybody of it has read. */
async function moveMember(
  { actor }: ActorContext,
  tx: Tx,
  { roomId, seq }: MarkReadInput,
): Promise<Progress | null> {
  const [progress] = await tx.$queryRaw<Progress[]>`
    update chat_member set read_seq = greatest(read_seq, ${seq}::int),
      delivered_seq = greatest(delivered_seq, ${seq}::int)
    where room_id = ${roomId}::uuid and member_id = ${actor.memberId}::uuid
      and (read_seq < ${seq}::int or delivered_seq < ${seq}::int)
    returning delivered_seq as delivered, read_seq as read`;
  return progress ?? null;
}

/** Marks a room as read by either a gallery's member or the platform's staff. */
export async function markReadAs(who: ActorContext, input: MarkReadInput): Promise<number> {
  const { actor, platform } = who;
  return platform.database.unsafeSystem(REASON).write(async (tx) => {
    const room = await readRoomSides(tx, input.roomId, actor.memberId);
    const seq = Math.min(input.seq, room.lastSeq);
    const wanted = { roomId: room.id, seq };
    const { readSeq, moved } = await moveReader(who, tx, wanted);
    if (!moved) return readSeq;
    const progress = await moveMember(who, tx, wanted);
    const { memberId, userId } = actor;
    afterCommit(tx, async () => {
      await signalChat(platform, { t: "read", m: memberId, r: room.id, u: userId, s: readSeq });
      if (!progress) return;
      const { delivered, read } = progress;
      const m = chatMembers(room);
      await signalChat(platform, {
        t: "progress",
        m,
        r: room.id,
        g: memberId,
        d: delivered,
        s: read,
      });
    });
    return readSeq;
  });
}

/** What a person has not read, over all their rooms; muted ones do not count. */
export async function countUnread(ctx: DealerContext, tx: Tx): Promise<ChatCountsView> {
  const self = ctx.gallery.id;
  const [counts] = await tx.$queryRaw<ChatCountsView[]>`
    select count(*)::int as "unreadRooms", coalesce(sum(unread.n), 0)::int as "unreadMessages"
    from chat_room r
    join chat_member own on own.room_id = r.id and own.member_id = ${self}::uuid
    left join chat_reader me on me.room_id = r.id and me.user_id = ${ctx.identity.userId}::uuid
    cross join lateral (select count(*) as n from (
      select from chat_message m
      where m.room_id = r.id and m.seq > coalesce(me.read_seq, own.read_seq)
        and m.kind = 'TEXT' and m.deleted_at is null
        and m.sender_gallery_id is distinct from ${self}::uuid limit 100) counted) unread
    where ${self}::uuid in (r.gallery_id, r.peer_gallery_id)
      and r.last_seq > coalesce(me.read_seq, own.read_seq)
      and (me.muted_until is null or me.muted_until <= ${ctx.now()})
      and unread.n > 0`;
  return counts ?? { unreadRooms: 0, unreadMessages: 0 };
}

/**
 * The caller has read a room up to a message. Never goes back; the other side sees the furthest of
 * the caller's gallery.
 *
 * @throws DomainError `chat.not_found`
 */
export async function markRoomRead(
  ctx: DealerContext,
  input: MarkReadInput,
): Promise<ChatReadView> {
  const readSeq = await markReadAs({ platform: ctx, actor: dealerActor(ctx) }, input);
  const counts = await ctx.db.read((tx) => countUnread(ctx, tx));
  return { roomId: input.roomId, readSeq, counts };
}

/** What the caller has not read, for the badges of every screen. */
export function chatCounts(ctx: DealerContext): Promise<ChatCountsView> {
  return ctx.db.read((tx) => countUnread(ctx, tx));
}

/**
 * Leaves a room out of the caller's counts and reminders until an instant, or no longer.
 * @throws DomainError `chat.not_found`
 */
export async function muteRoom(
  ctx: DealerContext,
  { roomId, until }: MuteInput,
): Promise<{ roomId: string; mutedUntil: string | null }> {
  const { userId } = ctx.identity;
  const galleryId = ctx.gallery.id;
  await ctx.db.write(async (tx) => {
    await readRoomSides(tx, roomId, galleryId);
    const own = await tx.chatMember.findUnique({
      where: { roomId_memberId: { roomId, memberId: galleryId } },
      select: { readSeq: true },
    });
    if (!own) throw new DomainError("chat.not_found");
    await tx.chatReader.upsert({
      where: { roomId_userId: { roomId, userId } },
      create: { roomId, userId, galleryId, mutedUntil: until, readSeq: own.readSeq },
      update: { mutedUntil: until },
      select: { roomId: true },
    });
  });
  return { roomId, mutedUntil: until };
}
