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
 * Writes entries into the feeds of their galleries, in one statement. The row of a gallery's head is
 * locked until the commit, so numbers have no gaps and become visible in their order; galleries are
 * taken in one order so that two writers cannot wait for each other.
 */
export async function appendFeed(tx: Tx, entries: readonly FeedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const galleries = entries.map(({ galleryId }) => galleryId);
  const types = entries.map(({ type }) => type);
  const payloads = entries.map(({ payload }) => JSON.stringify(payload));
  await tx.$executeRaw`
    with entry as (
      select * from unnest(${galleries}::uuid[], ${types}::text[], ${payloads}::text[])
        with ordinality as e (gallery_id, type, payload, ord)
    ), head as (
      insert into gallery_feed_head as h (gallery_id, seq)
      select gallery_id, count(*) from entry group by gallery_id order by gallery_id
      on conflict (gallery_id) do update set seq = h.seq + excluded.seq returning gallery_id, seq
    )
    insert into gallery_feed (gallery_id, seq, type, payload)
    select gallery_id, seq + 1 - row_number() over (partition by gallery_id order by ord desc),
      type, payload::jsonb
    from entry join head using (gallery_id)`;
}

/**
 * Wakes the open screens of galleries, in every process. After the commit: a screen that is woken
 * before it would find nothing. One that is not woken looks by itself after a while.
 */
export async function wakeScreens(platform: Platform, galleryIds: Iterable<string>): Promise<void> {
  const topics = [...new Set(galleryIds)].map(feedTopic);
  await Promise.all(topics.map((topic) => platform.adapters.pubSub.publish(topic, null)));
}
