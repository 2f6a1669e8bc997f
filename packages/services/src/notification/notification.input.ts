import { MESSAGE_CHANNELS } from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";
import { NOTIFICATION_TOPICS } from "./catalogue";

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
        channel: z.enum(MESSAGE_CHANNELS),
        enabled: z.boolean(),
      }),
    )
    .min(1)
    .max(NOTIFICATION_TOPICS.length * MESSAGE_CHANNELS.length),
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
