import type { SendReceipt } from "@oto/adapters";
import { forgetOtpCode } from "../../auth/otp-delivery.service";
import type { Platform } from "../../context";
import type { ClaimedDelivery, ComposedMessage, NothingToSend } from "./claimed-delivery";
import { maskRecipient } from "./mask-recipient";
import { outcomeOf } from "./outcome";
import { pushToAll } from "./push-to-all";
import type { DeliveryOutcome } from "./settle.repo";
import { settleDelivery } from "./settle.repo";

async function send(
  platform: Platform,
  { id, type }: ClaimedDelivery,
  message: Exclude<ComposedMessage, { channel: "push" }>,
): Promise<SendReceipt> {
  const { email, sms } = platform.adapters;
  const common = { to: message.to, template: type, text: message.text, idempotencyKey: id };
  if (message.channel === "sms") return sms.send({ ...common, kind: message.kind });
  const { subject, unsubscribeUrl } = message;
  return email.send({ ...common, subject, ...(unsubscribeUrl ? { unsubscribeUrl } : {}) });
}

async function tryToDeliver(
  platform: Platform,
  delivery: ClaimedDelivery,
  message: ComposedMessage | NothingToSend,
): Promise<DeliveryOutcome> {
  if ("dropped" in message) return { state: "DROPPED", reason: message.dropped, tries: [] };
  if (delivery.expiresAt && delivery.expiresAt <= platform.now()) {
    return { state: "FAILED", reason: "too_late", tries: [] };
  }
  if (message.channel === "push") return pushToAll(platform, delivery, message);
  const recipient = maskRecipient(message.to);
  try {
    const { id, tries } = await send(platform, delivery, message);
    return { state: "SENT", reason: null, providerId: id, recipient, tries };
  } catch (error) {
    return { ...outcomeOf(platform, delivery, error), recipient };
  }
}

/**
 * Sends one claimed delivery and notes what came of it. Outside of any transaction while it sends.
 * A crash in between leaves the row leased; whoever takes it over sends under the same key.
 */
export async function deliver(
  platform: Platform,
  delivery: ClaimedDelivery,
  message: ComposedMessage | NothingToSend,
): Promise<void> {
  const outcome = await tryToDeliver(platform, delivery, message);
  const noted = await settleDelivery(platform, delivery, outcome);
  const { id, type, channel } = delivery;
  const facts = { deliveryId: id, type, channel, state: outcome.state, reason: outcome.reason };
  if (type === "otp" && noted && outcome.state !== "PENDING") {
    const db = platform.database.unsafeSystem("a code that was sent is kept nowhere");
    await db.write((tx) => forgetOtpCode(tx, delivery.recipientKey));
  }
  if (!noted) platform.logger.warn(facts, "another process settled a delivery first");
  else if (outcome.state !== "SENT") platform.logger.warn(facts, "delivery not sent");
}
