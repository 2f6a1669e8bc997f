import type { EffectClaim } from "@oto/db";
import { newId, Prisma, underClaim } from "@oto/db";
import type { Platform } from "../context";

export interface IdempotencyClaim {
  /** Who calls: a user id, or the address of somebody unknown. */
  actor: string;
  key: string;
  procedure: string;
  /** Hash of procedure and input. */
  bodyHash: string;
}

/** The call that holds a key. */
export interface HeldClaim {
  state: "fresh";
  /** Runs the call; what it commits marks the key in the same transaction. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Keeps the answer for whoever asks again. */
  complete(response: unknown): Promise<void>;
  /**
   * Frees the key after a failure, for another try.
   * @param refused the caller was told a foreseen reason; without one, a change that did commit
   *   (its answer was lost) keeps the key
   */
  release(refused: boolean): Promise<void>;
}

export type IdempotencyDecision =
  | HeldClaim
  | { state: "replay"; response: unknown }
  | { state: "running" }
  /** The change happened, but the process died before its answer was kept. */
  | { state: "answer_lost" }
  | { state: "conflict" };

const REASON = "idempotency keys belong to callers, not to galleries";
const KEPT_MS = 24 * 3_600_000;
/** Longer than any transaction may take; a claim without effect is free for others after it. */
const ABANDONED_MS = 35_000;

const system = (platform: Platform) => platform.database.unsafeSystem(REASON);

function held(platform: Platform, claim: EffectClaim): HeldClaim {
  const { actor, claimId, key } = claim;
  return {
    state: "fresh",
    run: (work) => underClaim(claim, work),
    complete: (response) =>
      system(platform).write(async (tx) => {
        await tx.idempotencyKey.updateMany({
          where: { actor, key, claimId },
          data: {
            response:
              response === undefined ? Prisma.JsonNull : (response as Prisma.InputJsonValue),
            completedAt: platform.now(),
          },
        });
      }),
    release: (refused) =>
      system(platform).write(async (tx) => {
        await tx.idempotencyKey.deleteMany({
          where: { actor, key, claimId, ...(refused ? {} : { effectedAt: null }) },
        });
      }),
  };
}

/**
 * Claims a key for one call. The primary key settles parallel claims: one is fresh, the others see
 * it running, finished (and get its answer) or used for another body. A claim whose process died
 * is taken over once it is certain that its change did not commit.
 */
export async function claimIdempotencyKey(
  platform: Platform,
  claim: IdempotencyClaim,
): Promise<IdempotencyDecision> {
  const { actor, key } = claim;
  const claimId = newId();
  const now = platform.now();
  const before = (ms: number) => new Date(now.getTime() - ms);
  const known = await system(platform).write(async (tx) => {
    await tx.idempotencyKey.deleteMany({
      where: {
        actor,
        key,
        OR: [
          { createdAt: { lt: before(KEPT_MS) } },
          { completedAt: null, effectedAt: null, createdAt: { lt: before(ABANDONED_MS) } },
        ],
      },
    });
    const inserted = await tx.idempotencyKey.createMany({
      data: { ...claim, claimId, createdAt: now },
      skipDuplicates: true,
    });
    if (inserted.count === 1) return undefined;
    return tx.idempotencyKey.findUnique({ where: { actor_key: { actor, key } } });
  });
  if (known === undefined) return held(platform, { actor, key, claimId });
  if (known === null) return { state: "running" };
  if (known.bodyHash !== claim.bodyHash) return { state: "conflict" };
  if (known.completedAt !== null) return { state: "replay", response: known.response };
  const abandoned = known.createdAt < before(ABANDONED_MS);
  return { state: abandoned && known.effectedAt !== null ? "answer_lost" : "running" };
}
