import {
  feedInput,
  followFeed,
  getPreferences,
  listNotifications,
  markRead,
  notificationListInput,
  notificationMarkReadInput,
  notificationSetPreferencesInput,
  setPreferences,
} from "@oto/services/notification";
import { tracked } from "@trpc/server";
import { toTrpcError } from "../../trpc/errors";
import { galleryProcedure, router, sessionProcedure } from "../../trpc/procedures";

/** What people are told, and the live feed of their gallery. */
export const notificationRouter = router({
  list: sessionProcedure
    .input(notificationListInput)
    .query(({ ctx, input }) => listNotifications(ctx, input)),
  markRead: sessionProcedure
    .input(notificationMarkReadInput)
    .mutation(({ ctx, input }) => markRead(ctx, input)),
  preferences: sessionProcedure.query(({ ctx }) => getPreferences(ctx)),
  setPreferences: sessionProcedure
    .input(notificationSetPreferencesInput)
    .mutation(({ ctx, input }) => setPreferences(ctx, input)),
  /** Events carry their number, so a client that reconnects goes on where it was. */
  onEvent: galleryProcedure("notification:read")
    .input(feedInput)
    .subscription(async function* ({ ctx, input, signal }) {
      try {
        for await (const { seq, event } of followFeed(ctx, input, { signal })) {
          yield tracked(seq, event);
        }
      } catch (error) {
        throw toTrpcError(error) ?? error;
      }
    }),
});
