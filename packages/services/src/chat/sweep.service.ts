import type { Tx } from "@oto/db";
import { retentionLimit } from "@oto/domain";
import type { Platform } from "../context";
import { logDestructions } from "../kvkk/erase-person";
import { chatFilePrefix } from "./attachment.service";

const REASON = "conversations of all galleries age by one rule";
const AT_ONCE = 500;
/** How long a file may wait for its message, milliseconds. */
const LOOSE_FOR_MS = 24 * 3_600_000;
/** How long a feed is kept for screens that come back, milliseconds. */
const FEED_FOR_MS = 14 * 24 * 3_600_000;

interface OldFile {
  id: string;
  roomId: string;
}

/** Files go before their rows: what was removed already is removed again without harm. */
async function removeFiles(platform: Platform, files: readonly OldFile[]): Promise<void> {
  const { storage } = platform.adapters;
  for (const { id, roomId } of files) {
    const keys: string[] = [];
    for await (const { key } of storage.list(chatFilePrefix(roomId, id))) keys.push(key);
    await storage.remove(keys);
  }
}

/** Files of old messages, and files that nobody ever sent. */
async function sweepFiles(platform: Platform, limit: Date): Promise<number> {
  const loose = new Date(platform.now().getTime() - LOOSE_FOR_MS);
  const db = platform.database.unsafeSystem(REASON);
  const files = await db.read((tx) =>
    tx.chatAttachment.findMany({
      where: {
        OR: [
          { message: { createdAt: { lt: limit } } },
          { messageId: null, createdAt: { lt: loose } },
        ],
      },
      take: AT_ONCE,
      select: { id: true, roomId: true },
    }),
  );
  if (files.length === 0) return 0;
  await removeFiles(platform, files);
  return db.write(async (tx) => {
    const { count } = await tx.chatAttachment.deleteMany({
      where: { id: { in: files.map(({ id }) => id) } },
    });
    await log(platform, tx, { subject: "chat_attachment", rows: count });
    return count;
  });
}

/** Writes a destruction down, in its transaction. */
const log = (
  platform: Platform,
  tx: Tx,
  { subject, rows }: { subject: string; rows: number },
): Promise<void> =>
  logDestructions(platform, tx, {
    requestId: null,
    entries: [{ rule: "chat", method: "DELETED", subject, rows }],
  });

/** Messages past the term, unless a case that is still open is about their conversation. */
async function sweepMessages(platform: Platform, limit: Date): Promise<number> {
  return platform.database.unsafeSystem(REASON).write(async (tx) => {
    const count = await tx.$executeRaw`
      delete from chat_message where id in (
        select m.id from chat_message m
        where m.created_at < ${limit}
          and not exists (select from chat_attachment a where a.message_id = m.id)
          and not exists (select from support_case s
            where s.about_room_id = m.room_id and s.closed_at is null)
        order by m.created_at limit ${AT_ONCE})`;
    await log(platform, tx, { subject: "chat_message", rows: count });
    return count;
  });
}

async function sweepFeeds(platform: Platform): Promise<number> {
  const before = new Date(platform.now().getTime() - FEED_FOR_MS);
  return platform.database.unsafeSystem(REASON).write(
    (tx) => tx.$executeRaw`
      delete from chat_feed where (gallery_id, seq) in (
        select gallery_id, seq from chat_feed where created_at < ${before}
        order by created_at limit ${AT_ONCE})`,
  );
}

/**
 * Destroys what the retention table no longer lets us keep of conversations, files first, and
 * clears feeds that no screen comes back for. Numbers of messages are never given again.
 *
 * @returns rows
 */
export async function sweepChat(platform: Platform, signal: AbortSignal): Promise<number> {
  const limit = retentionLimit("chat", platform.now());
  if (!limit) return 0;
  let rows = 0;
  for (const sweep of [
    () => sweepFiles(platform, limit),
    () => sweepMessages(platform, limit),
    () => sweepFeeds(platform),
  ]) {
    for (let count = AT_ONCE; count >= AT_ONCE && !signal.aborted; rows += count) {
      count = await sweep();
    }
  }
  return rows;
}
