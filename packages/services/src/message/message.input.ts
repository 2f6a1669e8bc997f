import { DELIVERY_STATES, localeField, MESSAGE_CHANNELS, TEMPLATE_CHANNELS } from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

const templateKey = {
  name: z.string().min(1).max(80),
  channel: z.enum(TEMPLATE_CHANNELS),
  locale: localeField,
} as const;
const templateText = {
  subject: z.string().max(1_000).nullable(),
  body: z.string().max(20_000),
} as const;

/** Input of `admin.messages.template`: one text of one kind, channel and language. */
export const templateKeyInput = z.strictObject(templateKey);
export type TemplateKeyInput = z.infer<typeof templateKeyInput>;

/** Input of `admin.messages.preview`. */
export const templateTextInput = z.strictObject({ ...templateKey, ...templateText });
export type TemplateTextInput = z.infer<typeof templateTextInput>;

/** Input of `admin.messages.save`; `version` is the newest one that the writer saw. */
export const templateSaveInput = z.strictObject({
  ...templateKey,
  ...templateText,
  version: z.int().min(0).max(1_000_000),
  note: z.string().trim().max(300).optional(),
});
export type TemplateSaveInput = z.infer<typeof templateSaveInput>;

/** Input of `admin.messages.revert`: the platform's own text counts again. */
export const templateRevertInput = z.strictObject({
  ...templateKey,
  version: z.int().min(0).max(1_000_000),
});
export type TemplateRevertInput = z.infer<typeof templateRevertInput>;

/** Input of `admin.messages.testSend`: to the writer's own address. */
export const templateTestInput = z.strictObject({
  ...templateKey,
  ...templateText,
  channel: z.enum(["sms", "email"]),
});
export type TemplateTestInput = z.infer<typeof templateTestInput>;

const deliveryFilter = {
  state: z.enum(DELIVERY_STATES).optional(),
  channel: z.enum(MESSAGE_CHANNELS).optional(),
  type: z.string().min(1).max(80).optional(),
  provider: z.string().min(1).max(40).optional(),
  userId: z.uuid().optional(),
  /** Days back from now. */
  days: z.int().min(1).max(365).default(7),
} as const;

/** Input of `admin.messages.deliveries`. */
export const deliveryListInput = z.strictObject({ ...pageFields, ...deliveryFilter });
export type DeliveryListInput = z.infer<typeof deliveryListInput>;

/** Input of `admin.messages.sums`. */
export const deliverySumInput = z.strictObject(deliveryFilter);
export type DeliverySumInput = z.infer<typeof deliverySumInput>;

/** Input of `admin.messages.delivery` and `.retry`. */
export const deliveryIdInput = z.strictObject({ deliveryId: z.uuid() });
export type DeliveryIdInput = z.infer<typeof deliveryIdInput>;
