import type { Tx } from "@oto/db";
import type { Platform } from "../context";
import type { FeedEventType } from "./notification.views";

/** Something for a gallery's open screens. */
export interface FeedEntry {
  galleryId: string;
  type: Exclude<FeedEventType, "feed.started" | "feed.reset">;
  payload: Record<string, unknown>;
}

/** Where the open screens of a gallery wait. */
export const feedTopic = (galleryId: string): string => `feed:${galleryId}`;

/**
 * Writes entries into the feeds of their galleries. The row of a gallery's head is locked until
 * the commit, so numbers have no gaps and become visible in their order; galleries are taken in
 * one order so that two writers cannot wait for each other.
 */
export async function appendFeed(tx: Tx, entries: readonly FeedEntry[]): Promise<void> {
  const ordered = entries.toSorted((a, b) => (a.galleryId < b.galleryId ? -1 : 1));
  for (const { galleryId, type, payload } of ordered) {
    await tx.$executeRaw`
      with head as (
        insert into gallery_feed_head as h (gallery_id, seq) values (${galleryId}::uuid, 1)
        on conflict (gallery_id) do update set seq = h.seq + 1 returning seq
      )
      insert into gallery_feed (gallery_id, seq, type, payload)
      select ${galleryId}::uuid, seq, ${type}, ${JSON.stringify(payload)}::jsonb from head`;
  }
}

/**
 * Wakes the open screens of galleries, in every process. After the commit: a screen that is woken
 * before it would find nothing. One that is not woken looks by itself after a while.
 */
export async function wakeScreens(platform: Platform, galleryIds: Iterable<string>): Promise<void> {
  for (const galleryId of new Set(galleryIds)) {
    await platform.adapters.pubSub.publish(feedTopic(galleryId), null);
  }
}
