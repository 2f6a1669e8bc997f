import type { SendTry } from "@oto/adapters";
import { newId } from "@oto/db";
import type { Platform } from "../../context";
import type { ClaimedDelivery } from "./claimed-delivery";

const REASON = "deliveries belong to people of all galleries";

/** What became of one go at a delivery. */
export interface DeliveryOutcome {
  readonly state: "SENT" | "FAILED" | "UNCERTAIN" | "DROPPED" | "PENDING";
  readonly reason: string | null;
  /** Of what waits for another go. */
  readonly dueAt?: Date;
  readonly providerId?: string | undefined;
  /** Masked. */
  readonly recipient?: string | undefined;
  readonly tries: readonly SendTry[];
}

const MAX_DETAIL = 300;

/**
 * Notes the outcome, with every try. Only the go that holds the row may: one that was overtaken
 * (its lease ran out, another process took the row) leaves no trace in the row's state.
 *
 * @returns whether the outcome was noted
 */
export async function settleDelivery(
  platform: Platform,
  { attempts, id }: ClaimedDelivery,
  outcome: DeliveryOutcome,
): Promise<boolean> {
  const { dueAt, providerId, reason, recipient, state, tries } = outcome;
  const now = platform.now();
  const last = tries.at(-1);
  const cost = tries.reduce((sum, { costUnits }) => sum + costUnits, 0);
  return platform.database.unsafeSystem(REASON).write(async (tx) => {
    const { count } = await tx.messageDelivery.updateMany({
      where: { id, attempts, state: "SENDING" },
      data: {
        state,
        reason,
        leaseUntil: null,
        settledAt: state === "PENDING" ? null : now,
        costUnits: { increment: cost },
        ...(dueAt ? { dueAt } : {}),
        ...(last ? { provider: last.provider, providerCode: last.code } : {}),
        ...(providerId ? { providerId } : {}),
        ...(recipient ? { recipient } : {}),
      },
    });
    if (tries.length > 0) {
      await tx.messageAttempt.createMany({
        data: tries.map(({ code, costUnits, detail, outcome: said, provider, tookMs }) => ({
          id: newId(),
          deliveryId: id,
          attempt: attempts,
          provider,
          outcome: said,
          code,
          detail: detail?.slice(0, MAX_DETAIL) ?? null,
          costUnits,
          tookMs: Math.round(tookMs),
          createdAt: now,
        })),
      });
    }
    return count === 1;
  });
}
