import type { Prisma, Tx } from "@oto/db";
import { newId } from "@oto/db";
import { chatMembers } from "@oto/domain";
import type { Platform } from "../context";
import { wakeChat } from "./chat-feed";
import type { HeldRoom } from "./message.repo";

/** What the platform writes into a room. */
export interface SystemLine {
  readonly roomId: string;
  /** Written once a room, however often it is asked for. */
  readonly clientMessageId: string;
  readonly offerId: string | null;
  readonly system: Prisma.InputJsonObject;
}

export interface SystemLines {
  /** The rooms, held by the caller. */
  readonly rooms: ReadonlyMap<string, HeldRoom>;
  readonly lines: readonly SystemLine[];
  /** Rooms whose members hear, before any line, that there is something new about them. */
  readonly changed: readonly string[];
}

/**
 * Writes system lines into rooms and into the feeds of their members, in one statement. The rooms
 * are held by the caller, so numbers have no gaps; nobody is told of them as of a person's message.
 */
export async function writeSystemLines(
  platform: Platform,
  tx: Tx,
  { changed, lines, rooms }: SystemLines,
): Promise<void> {
  if (lines.length === 0 && changed.length === 0) return;
  const now = platform.now();
  const membership = [...rooms.values()].flatMap((room) =>
    chatMembers(room).map((member) => ({ roomId: room.id, member })),
  );
  await tx.$executeRaw`
    with line as (
      select l.* from unnest(${lines.map(() => newId())}::uuid[],
        ${lines.map(({ roomId }) => roomId)}::uuid[],
        ${lines.map(({ clientMessageId }) => clientMessageId)}::text[],
        ${lines.map(({ offerId }) => offerId)}::uuid[],
        ${lines.map(({ system }) => JSON.stringify(system))}::text[])
        with ordinality as l (id, room_id, client_message_id, offer_id, system, ord)
      where not exists (select from chat_message m where m.room_id = l.room_id
        and m.sender_id is null and m.client_message_id = l.client_message_id)
    ), head as (
      update chat_room r set last_seq = r.last_seq + c.lines, last_message_at = ${now}
      from (select room_id, count(*)::int as lines from line group by room_id) as c
      where r.id = c.room_id returning r.id, r.last_seq, r.gallery_id, r.peer_gallery_id
    ), numbered as (
      select line.*, head.gallery_id, head.peer_gallery_id, (head.last_seq + 1
        - row_number() over (partition by line.room_id order by line.ord desc))::int as seq
      from line join head on head.id = line.room_id
    ), message as (
      insert into chat_message (id, room_id, gallery_id, peer_gallery_id, seq, kind,
        client_message_id, attachments, offer_id, system, created_at)
      select id, room_id, gallery_id, peer_gallery_id, seq, 'SYSTEM', client_message_id, 0,
        offer_id, system::jsonb, ${now} from numbered
    ), member as (
      select * from unnest(${membership.map(({ roomId }) => roomId)}::uuid[],
        ${membership.map(({ member }) => member)}::uuid[]) as m (room_id, gallery_id)
    ), entry as (
      select member.gallery_id, 'room.updated' as type, room_id, null::int as room_seq, 0 as ord
      from unnest(${[...changed]}::uuid[]) as c (room_id) join member using (room_id)
      union all
      select member.gallery_id, 'message.created', n.room_id, n.seq, n.ord
      from numbered n join member on member.room_id = n.room_id
    ), feed_head as (
      insert into chat_feed_head as h (gallery_id, seq)
      select gallery_id, count(*) from entry group by gallery_id order by gallery_id
      on conflict (gallery_id) do update set seq = h.seq + excluded.seq returning gallery_id, seq
    )
    insert into chat_feed (gallery_id, seq, type, room_id, room_seq, created_at)
    select entry.gallery_id, feed_head.seq + 1 - row_number() over
        (partition by entry.gallery_id order by entry.ord desc, entry.room_id desc),
      entry.type, entry.room_id, entry.room_seq, ${now}
    from entry join feed_head on feed_head.gallery_id = entry.gallery_id`;
  wakeChat(platform, tx, [...new Set(membership.map(({ member }) => member))]);
}

/** Lets rooms follow the latest negotiations over their vehicles. */
export async function followOffers(tx: Tx, latest: ReadonlyMap<string, string>): Promise<void> {
  if (latest.size === 0) return;
  await tx.$executeRaw`
    update chat_room r set kind = 'OFFER', offer_id = l.offer_id
    from unnest(${[...latest.keys()]}::uuid[], ${[...latest.values()]}::uuid[]) as l (id, offer_id)
    where r.id = l.id`;
}
