import { z } from "zod";
import { pageFields } from "../paging";

/** Kinds of messages that a person may choose channels for. */
export const NOTIFICATION_TOPICS = [
  "offer.created",
  "offer.countered",
  "offer.accepted",
  "offer.rejected",
  "offer.withdrawn",
  "offer.expired",
  "offer.closed",
  "reservation.completed",
  "reservation.cancelled",
  "reservation.expired",
  "reservation.extension_requested",
  "reservation.extended",
] as const;
export type NotificationTopic = (typeof NOTIFICATION_TOPICS)[number];

/** Channels beside the app itself, which always shows everything. */
export const NOTIFICATION_CHANNELS = ["email", "sms"] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** Input of `notification.list`. */
export const notificationListInput = z.strictObject({
  ...pageFields,
  unreadOnly: z.boolean().optional(),
});
export type NotificationListInput = z.infer<typeof notificationListInput>;

/** Input of `notification.markRead`: these, or all of them. */
export const notificationMarkReadInput = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(100).optional(),
});
export type NotificationMarkReadInput = z.infer<typeof notificationMarkReadInput>;

/** Input of `notification.setPreferences`. */
export const notificationSetPreferencesInput = z.strictObject({
  items: z
    .array(
      z.strictObject({
        type: z.enum(NOTIFICATION_TOPICS),
        channel: z.enum(NOTIFICATION_CHANNELS),
        enabled: z.boolean(),
      }),
    )
    .min(1)
    .max(NOTIFICATION_TOPICS.length * NOTIFICATION_CHANNELS.length),
});
export type NotificationSetPreferencesInput = z.infer<typeof notificationSetPreferencesInput>;

/** Input of `notification.onEvent`: number of the last event that was seen. */
export const feedInput = z
  .strictObject({
    lastEventId: z
      .string()
      .max(18)
      .regex(/^\d{1,18}$/)
      .nullish(),
  })
  .optional();
export type FeedInput = z.infer<typeof feedInput>;
