import type { SendTry } from "@oto/adapters";
import { SendFailedError, SendRefusedError } from "@oto/adapters";
import type { Platform } from "../../context";
import type { ClaimedDelivery, ComposedMessage, PushTarget } from "./claimed-delivery";
import { maskRecipient } from "./mask-recipient";
import { outcomeOf } from "./outcome";
import type { DeliveryOutcome } from "./settle.repo";

const REASON = "browsers belong to people, not to galleries";

type PushMessage = Extract<ComposedMessage, { channel: "push" }>;

interface TargetResult {
  readonly target: PushTarget;
  readonly id?: string;
  readonly tries: readonly SendTry[];
  readonly error?: unknown;
}

async function pushTo(
  platform: Platform,
  { id, type }: ClaimedDelivery,
  { message, target }: { message: PushMessage; target: PushTarget },
): Promise<TargetResult> {
  const { endpoint, keys, subscriptionId } = target;
  const { text, title, urgent, url } = message;
  try {
    const receipt = await platform.adapters.push.send({
      subscription: { endpoint, keys },
      template: type,
      title,
      text,
      url,
      urgent,
      tag: id,
      idempotencyKey: `${id}:${subscriptionId}`,
    });
    return { target, id: receipt.id, tries: receipt.tries };
  } catch (error) {
    const tries =
      error instanceof SendRefusedError || error instanceof SendFailedError ? error.tries : [];
    return { target, tries, error };
  }
}

const isGone = ({ error }: TargetResult) =>
  error instanceof SendRefusedError && error.code === "gone";

/**
 * Sends a message to every browser of a person. One that took it is enough; those that are gone for
 * good are forgotten; while any may still take it, the delivery stays due (who has it already gets
 * nothing twice: the same key, and the same tag on the screen).
 */
export async function pushToAll(
  platform: Platform,
  delivery: ClaimedDelivery,
  message: PushMessage,
): Promise<DeliveryOutcome> {
  const results = await Promise.all(
    message.to.map((target) => pushTo(platform, delivery, { message, target })),
  );
  const gone = results.filter(isGone).map(({ target }) => target.subscriptionId);
  const taken = results.filter(({ error }) => error === undefined);
  await platform.database.unsafeSystem(REASON).write(async (tx) => {
    if (gone.length > 0) await tx.pushSubscription.deleteMany({ where: { id: { in: gone } } });
    await tx.pushSubscription.updateMany({
      where: { id: { in: taken.map(({ target }) => target.subscriptionId) } },
      data: { lastSentAt: platform.now() },
    });
  });
  const tries = results.flatMap((result) => result.tries);
  const recipient = maskRecipient(message.to[0]?.endpoint ?? "");
  const open = results.find((result) => result.error !== undefined && !isGone(result));
  if (open && !(open.error instanceof SendRefusedError)) {
    const again = outcomeOf(platform, delivery, open.error);
    if (again.state === "PENDING") return { ...again, tries, recipient };
  }
  if (taken.length > 0) {
    return { state: "SENT", reason: null, providerId: taken[0]?.id, tries, recipient };
  }
  if (open) return { ...outcomeOf(platform, delivery, open.error), tries, recipient };
  return { state: "DROPPED", reason: "no_address", tries, recipient };
}
