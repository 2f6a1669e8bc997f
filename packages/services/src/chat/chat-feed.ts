import type { Tx } from "@oto/db";
import { afterCommit } from "@oto/db";
import { PLATFORM_MEMBER } from "@oto/domain";
import type { Platform } from "../context";

/** Where every process that holds chat sockets listens. */
export const CHAT_TOPIC = "chat";

/** What processes tell one another; short names, since it goes with every message. */
export type ChatSignal =
  /** New numbered events wait for these members. */
  | { t: "wake"; m: readonly string[] }
  | { t: "progress"; m: readonly string[]; r: string; g: string; d: number; s: number }
  | { t: "read"; m: string; r: string; u: string; s: number }
  | { t: "typing"; m: readonly string[]; r: string; g: string; u: string; n: string }
  | { t: "presence"; g: string; o: boolean };

/** Numbered events as the feed keeps them; what they show is read when they are sent. */
export type StoredChatEvent = "message.created" | "message.updated" | "room.updated";

/** Tells every process, after whatever it is about has committed. Never rejects: screens look by themselves too. */
export async function signalChat(platform: Platform, signal: ChatSignal): Promise<void> {
  try {
    await platform.adapters.pubSub.publish(CHAT_TOPIC, signal);
  } catch (error) {
    platform.logger.debug({ err: error }, "chat signal unsaid");
  }
}

/** Wakes the screens of members once the transaction has committed. */
export function wakeChat(platform: Platform, tx: Tx, members: readonly string[]): void {
  afterCommit(tx, () => signalChat(platform, { t: "wake", m: members }));
}

export interface ChatFeedEntry {
  type: StoredChatEvent;
  roomId: string;
  roomSeq?: number | null;
}

/**
 * Writes an event into the feeds of members and wakes them after the commit. The row of a feed's
 * head is locked until then, so numbers have no gaps and become visible in their order; feeds are
 * taken in one order, so that two writers cannot wait for each other.
 */
export async function appendChatFeed(
  platform: Platform,
  tx: Tx,
  { members, entry }: { members: readonly string[]; entry: ChatFeedEntry },
): Promise<void> {
  const { type, roomId, roomSeq = null } = entry;
  for (const member of members.toSorted()) {
    await tx.$executeRaw`
      with head as (
        insert into chat_feed_head as h (gallery_id, seq) values (${member}::uuid, 1)
        on conflict (gallery_id) do update set seq = h.seq + 1 returning seq
      )
      insert into chat_feed (gallery_id, seq, type, room_id, room_seq, created_at)
      select ${member}::uuid, seq, ${type}, ${roomId}::uuid, ${roomSeq}::int, ${platform.now()}
      from head`;
  }
  wakeChat(platform, tx, members);
}

/** A member as views name it: null stands for the platform. */
export const memberView = (memberId: string): string | null =>
  memberId === PLATFORM_MEMBER ? null : memberId;
