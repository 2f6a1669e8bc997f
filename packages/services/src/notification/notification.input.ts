import { DIGEST_MODES, MESSAGE_CHANNELS } from "@oto/domain";
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

const minute = z.int().min(0).max(1_439);

/** Input of `notification.setSettings`: minutes of the day, Türkiye's time. */
export const notificationSettingsInput = z.strictObject({
  quiet: z
    .strictObject({ from: minute, until: minute })
    .refine(({ from, until }) => from !== until)
    .nullable(),
  digest: z.enum(DIGEST_MODES),
  digestHour: z.int().min(0).max(23),
});
export type NotificationSettingsInput = z.infer<typeof notificationSettingsInput>;

const endpoint = z.url({ protocol: /^https?$/ }).max(1_000);
const base64url = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[\w-]+=*$/);

/** Input of `notification.subscribePush`: what the browser's push manager gave. */
export const pushSubscribeInput = z.strictObject({
  endpoint,
  keys: z.strictObject({ p256dh: base64url(80, 100), auth: base64url(16, 32) }),
});
export type PushSubscribeInput = z.infer<typeof pushSubscribeInput>;

/** Input of `notification.unsubscribePush`. */
export const pushEndpointInput = z.strictObject({ endpoint });
export type PushEndpointInput = z.infer<typeof pushEndpointInput>;
