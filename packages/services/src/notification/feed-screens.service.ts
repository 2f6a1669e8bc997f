import type { Tx } from "@oto/db";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import { appendFeed, wakeScreens } from "./feed";

type Fed = EventOf<ConsumedBy<"feed-screens-when-something-changes">>;

/** The galleries whose screens an event concerns: both sides of a deal, else the owner. */
function concernedBy({ payload }: Fed): string[] {
  if ("buyerGalleryId" in payload) return [payload.buyerGalleryId, payload.sellerGalleryId];
  return [payload.galleryId];
}

/** What screens are told: the event as it is, without the storage's keys. */
function shownPayload({ payload }: Fed): Record<string, unknown> {
  const { keys: _keys, ...shown }: Record<string, unknown> = payload;
  return shown;
}

/** Writes events into the feed of every gallery that they concern, in the consumer's transaction. */
export async function feedScreens(tx: Tx, events: readonly Fed[]): Promise<void> {
  await appendFeed(
    tx,
    events.flatMap((event) => {
      const payload = shownPayload(event);
      return concernedBy(event).map((galleryId) => ({ galleryId, type: event.name, payload }));
    }),
  );
}

/** Wakes the screens that an event concerns, after the commit. */
export async function wakeForEvent(platform: Platform, event: Fed): Promise<void> {
  await wakeScreens(platform, concernedBy(event));
}
