import type { SendTry } from "@oto/adapters";
import { SendFailedError, SendRefusedError } from "@oto/adapters";
import { KEEP_TRYING_MS, nextTryAt } from "@oto/domain";
import type { Platform } from "../../context";
import type { ClaimedDelivery } from "./claimed-delivery";
import type { DeliveryOutcome } from "./settle.repo";

/** A failed go: whether there will be another, and when. */
function afterFailure(
  platform: Platform,
  delivery: ClaimedDelivery,
  { reason, tries }: { reason: string; tries: readonly SendTry[] },
): DeliveryOutcome {
  const { attempts, createdAt, lane } = delivery;
  const expiresAt = delivery.expiresAt ?? new Date(createdAt.getTime() + KEEP_TRYING_MS[lane]);
  const asked = reason === "broken" || tries.length > 0;
  const dueAt = nextTryAt({ attempts, lane, expiresAt, asked }, platform.now());
  return dueAt ? { state: "PENDING", reason, dueAt, tries } : { state: "FAILED", reason, tries };
}

/** What a thrown error means for a delivery. */
export function outcomeOf(
  platform: Platform,
  delivery: ClaimedDelivery,
  error: unknown,
): DeliveryOutcome {
  if (error instanceof SendRefusedError) {
    return { state: "FAILED", reason: "refused", tries: error.tries };
  }
  if (!(error instanceof SendFailedError)) {
    platform.logger.error({ err: error, deliveryId: delivery.id }, "a sender broke");
    return afterFailure(platform, delivery, { reason: "broken", tries: [] });
  }
  const { kind, tries } = error;
  if (kind === "unknown") return { state: "UNCERTAIN", reason: "unconfirmed", tries };
  if (kind === "alert") {
    const codes = tries.map(({ code, provider }) => `${provider} ${code}`);
    platform.logger.error({ deliveryId: delivery.id, codes }, "a provider refuses our account");
  }
  return afterFailure(platform, delivery, { reason: kind, tries });
}
