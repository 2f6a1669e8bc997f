import { Prisma } from "@oto/db";

/**
 * Which columns or index a unique violation hit, as far as the driver tells; null for any other
 * error.
 */
export function uniqueViolation(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") {
    return null;
  }
  return JSON.stringify(error.meta ?? {});
}
