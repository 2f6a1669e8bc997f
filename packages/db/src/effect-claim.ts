import { AsyncLocalStorage } from "node:async_hooks";
import type { Prisma } from "./generated/client";

/** The idempotency key that a call acts under. */
export interface EffectClaim {
  actor: string;
  key: string;
  claimId: string;
}

const claims = new AsyncLocalStorage<EffectClaim>();

/**
 * Runs a call under a claim: every change that it commits marks the claim in the same transaction.
 * A change whose claim was taken over in the meantime is rolled back.
 */
export const underClaim = <T>(claim: EffectClaim, work: () => Promise<T>): Promise<T> =>
  claims.run(claim, work);

/** Marks the claim of the running call, if it has one, inside the transaction of its change. */
export async function markEffect(tx: Prisma.TransactionClient): Promise<void> {
  const claim = claims.getStore();
  if (!claim) return;
  const { actor, claimId, key } = claim;
  await tx.$executeRaw`select mark_effect(${actor}, ${key}, ${claimId}::uuid)`;
}
