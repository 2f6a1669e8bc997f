import type { NumberedFeedEvent } from "@oto/services/notification";
import {
  feedInput,
  followFeed,
  getPreferences,
  getPushState,
  getSettings,
  listNotifications,
  markRead,
  notificationListInput,
  notificationMarkReadInput,
  notificationSetPreferencesInput,
  notificationSettingsInput,
  pushEndpointInput,
  pushSubscribeInput,
  setPreferences,
  setSettings,
  subscribePush,
  unsubscribePush,
} from "@oto/services/notification";
import { tracked } from "@trpc/server";
import { toTrpcError } from "../../trpc/errors";
import { galleryProcedure, router, sessionProcedure } from "../../trpc/procedures";

/** The feed as tRPC sends it: a reconnecting client brings back the last number it saw. */
async function* numbered(feed: AsyncIterable<NumberedFeedEvent>) {
  try {
    for await (const { seq, event } of feed) yield tracked(seq, event);
  } catch (error) {
    throw toTrpcError(error) ?? error;
  }
}

/** What people are told, and the live feed of their gallery. */
export const notificationRouter = router({
  list: sessionProcedure
    .input(notificationListInput.prefault({}))
    .query(({ ctx, input }) => listNotifications(ctx, input)),
  markRead: sessionProcedure
    .input(notificationMarkReadInput)
    .mutation(({ ctx, input }) => markRead(ctx, input)),
  preferences: sessionProcedure.query(({ ctx }) => getPreferences(ctx)),
  setPreferences: sessionProcedure
    .input(notificationSetPreferencesInput)
    .mutation(({ ctx, input }) => setPreferences(ctx, input)),
  settings: sessionProcedure.query(({ ctx }) => getSettings(ctx)),
  setSettings: sessionProcedure
    .input(notificationSettingsInput)
    .mutation(({ ctx, input }) => setSettings(ctx, input)),
  push: sessionProcedure.query(({ ctx }) => getPushState(ctx)),
  subscribePush: sessionProcedure
    .input(pushSubscribeInput)
    .mutation(({ ctx, input }) => subscribePush(ctx, input)),
  unsubscribePush: sessionProcedure
    .input(pushEndpointInput)
    .mutation(({ ctx, input }) => unsubscribePush(ctx, input)),
  /**
   * Events carry their number, so a client that reconnects goes on where it was. Listening has
   * begun by the time the subscription is confirmed.
   */
  onEvent: galleryProcedure("notification:read")
    .input(feedInput)
    .subscription(async ({ ctx, input, signal }) =>
      numbered(await followFeed(ctx, input, { signal })),
    ),
});
