import type { Platform } from "../context";
import type { ChatEvent } from "./chat.views";
import type { StoredChatEvent } from "./chat-feed";
import type { NumberedChatEvent } from "./live-feed";
import { messageViews } from "./message.presenter";
import type { MessageRow } from "./message.repo";

/** Events of one feed in one reading. */
export const FEED_PAGE = 500;

interface FeedRow extends Omit<MessageRow, "id" | "roomId"> {
  member: string;
  /** BIGINT comes as text. */
  feedSeq: string;
  type: StoredChatEvent;
  roomId: string;
  id: string | null;
}

/** One prepared statement for the feeds of all galleries that are listened to in this process. */
const AFTER = {
  name: "chat-feed-after",
  text: `
    select f.gallery_id as member, f.seq as "feedSeq", f.type, f.room_id as "roomId", m.id,
      m.gallery_id as "galleryId", m.peer_gallery_id as "peerGalleryId", m.seq, m.kind,
      m.sender_gallery_id as "senderGalleryId", m.sender_id as "senderId",
      m.sender_name as "senderName", m.client_message_id as "clientMessageId", m.text,
      m.attachments as "fileCount", m.vehicle_id as "vehicleId", m.offer_id as "offerId", m.system,
      m.edited_at as "editedAt", m.deleted_at as "deletedAt", m.created_at as "createdAt"
    from unnest($1::uuid[], $2::bigint[]) as w (member, after)
    cross join lateral (
      select * from chat_feed f where f.gallery_id = w.member and f.seq > w.after
      order by f.seq limit ${FEED_PAGE}) f
    left join chat_message m on m.room_id = f.room_id and m.seq = f.room_seq
    order by f.gallery_id, f.seq`,
} as const;

const isMessage = (row: FeedRow): row is FeedRow & { id: string } => row.id !== null;

function eventOf(row: FeedRow, message: Awaited<ReturnType<typeof messageViews>>[0] | undefined) {
  const { roomId, type } = row;
  const event: ChatEvent =
    message && type !== "room.updated"
      ? { type, roomId, message }
      : { type: "room.updated", roomId };
  return { seq: BigInt(row.feedSeq), event };
}

/**
 * What came after the given numbers in feeds of several members, in order. A message that both
 * sides wait for is made into a view once.
 */
export async function readFeeds(
  platform: Platform,
  places: ReadonlyMap<string, bigint>,
): Promise<Map<string, NumberedChatEvent[]>> {
  const found = new Map<string, NumberedChatEvent[]>();
  if (places.size === 0) return found;
  const { rows } = await platform.database.pool.query<FeedRow>({
    ...AFTER,
    values: [[...places.keys()], [...places.values()].map(String)],
  });
  const messages = new Map(rows.filter(isMessage).map((row) => [row.id, row]));
  const views = await messageViews(platform, [...messages.values()]);
  const byId = new Map(views.map((view) => [view.messageId, view]));
  for (const row of rows) {
    const events = found.get(row.member) ?? [];
    events.push(eventOf(row, row.id === null ? undefined : byId.get(row.id)));
    found.set(row.member, events);
  }
  return found;
}

/** Where a feed is now. */
export async function readFeedHead(platform: Platform, memberId: string): Promise<bigint> {
  const { rows } = await platform.database.pool.query<{ seq: string }>({
    name: "chat-feed-head",
    text: "select seq from chat_feed_head where gallery_id = $1",
    values: [memberId],
  });
  return BigInt(rows[0]?.seq ?? 0);
}

/**
 * What came after a number in one feed, in order and complete. Everything up to a head that was
 * read before is committed: a hole can only mean that older events are gone for good, or that the
 * number is from another life of the database. `lostUpTo` says from where it goes on then.
 */
export async function readFeedFrom(
  platform: Platform,
  memberId: string,
  from: bigint,
): Promise<{ events: NumberedChatEvent[]; lostUpTo: bigint | null }> {
  const head = await readFeedHead(platform, memberId);
  if (head === from) return { events: [], lostUpTo: null };
  const events = (await readFeeds(platform, new Map([[memberId, from]]))).get(memberId) ?? [];
  const [first] = events;
  if (first?.seq === from + 1n) return { events, lostUpTo: null };
  return { events: [], lostUpTo: first ? first.seq - 1n : head };
}

/** Galleries that a member shares rooms with. */
export async function readPartners(
  platform: Platform,
  memberId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await platform.database.pool.query<{ partner: string }>({
    name: "chat-partners",
    text: `select peer_gallery_id as partner from chat_room
             where gallery_id = $1 and peer_gallery_id is not null
           union select gallery_id from chat_room where peer_gallery_id = $1`,
    values: [memberId],
  });
  return new Set(rows.map(({ partner }) => partner));
}
