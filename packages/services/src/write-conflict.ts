import { setTimeout as wait } from "node:timers/promises";
import { isDriverConflict, Prisma } from "@oto/db";

const TRIES = 4;
const DEADLOCK_OR_SERIALIZATION = /\b(40P01|40001|deadlock detected|could not serialize)\b/;

/** Whether PostgreSQL gave a transaction up for another one, so that trying again is right. */
function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return isDriverConflict(error);
  return error.code === "P2034" || DEADLOCK_OR_SERIALIZATION.test(error.message);
}

/** Runs a transaction again when it lost a deadlock, a few times at most. */
export async function retryingConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= TRIES || !isWriteConflict(error)) throw error;
      await wait(5 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}
