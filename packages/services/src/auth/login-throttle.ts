import { DomainError } from "@oto/domain";
import type { Platform } from "../context";
import { hashToken } from "./secrets";

const REASON = "sign-in counts failures before anybody is known";
/** Failures that cost nothing but the answer. */
const FREE_FAILURES = 4;
const LONGEST_LOCK_MIN = 60;
const REMEMBERED_MS = 24 * 3_600_000;

interface Attempts {
  failures: number;
  /** Epoch milliseconds. */
  lockedUntil: number;
}

/** The fifth failure locks for a minute, every further one for twice as long, up to an hour. */
export function lockMinutes(failures: number): number {
  return failures <= FREE_FAILURES ? 0 : Math.min(LONGEST_LOCK_MIN, 2 ** (failures - 5));
}

/** Failed sign-ins of one identifier. */
export interface LoginThrottle {
  /** @throws DomainError `auth.locked` */
  assertOpen(): Promise<void>;
  failed(): Promise<void>;
}

function locked(until: number, now: number): DomainError {
  return new DomainError("auth.locked", { minutes: Math.ceil((until - now) / 60_000) });
}

/** Counted with the account, for all processes. */
export function accountThrottle(platform: Platform, userId: string): LoginThrottle {
  const db = platform.database.unsafeSystem(REASON);
  return {
    async assertOpen() {
      const user = await db.read((tx) =>
        tx.user.findUnique({ where: { id: userId }, select: { lockedUntil: true } }),
      );
      const until = user?.lockedUntil?.getTime() ?? 0;
      if (until > platform.now().getTime()) throw locked(until, platform.now().getTime());
    },
    async failed() {
      await db.write(async (tx) => {
        const { failedLogins } = await tx.user.update({
          where: { id: userId },
          data: { failedLogins: { increment: 1 } },
          select: { failedLogins: true },
        });
        const minutes = lockMinutes(failedLogins);
        if (minutes === 0) return;
        const lockedUntil = new Date(platform.now().getTime() + minutes * 60_000);
        await tx.user.update({
          where: { id: userId },
          data: { lockedUntil },
          select: { id: true },
        });
      });
    },
  };
}

/**
 * The same steps for a name that nobody has, so that a lock does not tell who has an account. The
 * cache may forget them: nothing is behind that door.
 */
export function strangerThrottle(platform: Platform, identifier: string): LoginThrottle {
  const key = `login-failures:${hashToken(identifier)}`;
  const { cache } = platform.adapters;
  const read = async () =>
    (await cache.get<Attempts>(key)) ?? ({ failures: 0, lockedUntil: 0 } satisfies Attempts);
  return {
    async assertOpen() {
      const { lockedUntil } = await read();
      const now = platform.now().getTime();
      if (lockedUntil > now) throw locked(lockedUntil, now);
    },
    async failed() {
      const failures = (await read()).failures + 1;
      const minutes = lockMinutes(failures);
      const lockedUntil = minutes === 0 ? 0 : platform.now().getTime() + minutes * 60_000;
      const attempts: Attempts = { failures, lockedUntil };
      await cache.set(key, attempts, { ttlMs: REMEMBERED_MS });
    },
  };
}
