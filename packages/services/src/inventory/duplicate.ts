import { Prisma } from "@oto/db";
import type { Reason } from "@oto/domain";
import { DomainError } from "@oto/domain";

const REASON_OF_COLUMN: readonly (readonly [string, Reason])[] = [
  ["stock_no", "inventory.stock_no_taken"],
  ["vin", "inventory.duplicate_vin"],
  ["plate", "inventory.duplicate_plate"],
];

/**
 * Turns the refusal of one of the vehicle's unique indexes into its reason; any other error comes
 * back as it is.
 */
export function asDuplicate(error: unknown, stockNo?: string): unknown {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") {
    return error;
  }
  const where = JSON.stringify(error.meta ?? {});
  const found = REASON_OF_COLUMN.find(([column]) => where.includes(column));
  return found ? new DomainError(found[1], stockNo === undefined ? {} : { stockNo }) : error;
}
