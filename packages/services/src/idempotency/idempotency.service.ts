import { Prisma } from "@oto/db";
import type { Platform } from "../context";

export interface IdempotencyClaim {
  /** Who calls: a user id, or the address of somebody unknown. */
  actor: string;
  key: string;
  procedure: string;
  /** Hash of procedure and input. */
  bodyHash: string;
}

export type IdempotencyDecision =
  | { state: "fresh"; complete(response: unknown): Promise<void>; release(): Promise<void> }
  | { state: "replay"; response: unknown }
  | { state: "running" }
  | { state: "conflict" };

const REASON = "idempotency keys belong to callers, not to galleries";
const KEPT_MS = 24 * 3_600_000;
/** A claim that never finished (its process died) may be taken over after this long. */
const STUCK_MS = 60_000;

/**
 * Claims a key for one call. The primary key settles parallel claims: one is fresh, the others see
 * it running, finished (and get its answer) or used for another body.
 */
export async function claimIdempotencyKey(
  platform: Platform,
  claim: IdempotencyClaim,
): Promise<IdempotencyDecision> {
  const db = platform.database.unsafeSystem(REASON);
  const { actor, key } = claim;
  const now = platform.now();
  const decision = await db.write(async (tx) => {
    await tx.idempotencyKey.deleteMany({
      where: {
        actor,
        key,
        OR: [
          { createdAt: { lt: new Date(now.getTime() - KEPT_MS) } },
          { completedAt: null, createdAt: { lt: new Date(now.getTime() - STUCK_MS) } },
        ],
      },
    });
    const inserted = await tx.idempotencyKey.createMany({
      data: { ...claim, createdAt: now },
      skipDuplicates: true,
    });
    if (inserted.count === 1) return undefined;
    return tx.idempotencyKey.findUnique({ where: { actor_key: { actor, key } } });
  });
  if (decision === undefined) {
    return {
      state: "fresh",
      complete: (response) =>
        db.write(async (tx) => {
          await tx.idempotencyKey.updateMany({
            where: { actor, key },
            data: {
              response:
                response === undefined ? Prisma.JsonNull : (response as Prisma.InputJsonValue),
              completedAt: platform.now(),
            },
          });
        }),
      release: () =>
        db.write(async (tx) => {
          await tx.idempotencyKey.deleteMany({ where: { actor, key, completedAt: null } });
        }),
    };
  }
  if (decision === null) return { state: "running" };
  if (decision.bodyHash !== claim.bodyHash) return { state: "conflict" };
  if (decision.completedAt === null) return { state: "running" };
  return { state: "replay", response: decision.response };
}
