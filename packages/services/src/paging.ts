import { DomainError } from "@oto/domain";
import { z } from "zod";

/** A page of a keyset list. */
export interface Page<Item> {
  items: Item[];
  /** Asks for the next page; null on the last one. */
  nextCursor: string | null;
}

/** Input fields of every list: `limit` 1..100, 24 unless given. */
export const pageFields = {
  cursor: z.string().min(1).max(500).nullish(),
  limit: z.int().min(1).max(100).default(24),
  /** What clients that page for ever send along; every list reads forward. */
  direction: z.enum(["forward", "backward"]).optional(),
} as const;

/** Packs the sort tuple of the last row; opaque to callers. */
export function encodeCursor(tuple: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(tuple)).toString("base64url");
}

/**
 * Unpacks a cursor.
 * @returns null without a cursor
 * @throws DomainError `input.invalid` when it is not one of this list's cursors
 */
export function decodeCursor<Tuple extends z.ZodType>(
  cursor: string | null | undefined,
  tuple: Tuple,
): z.infer<Tuple> | null {
  if (cursor === null || cursor === undefined) return null;
  try {
    return tuple.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new DomainError("input.invalid", {}, { fields: { cursor: ["validation.invalid"] } });
  }
}

/**
 * Makes a page of rows that were read with `limit + 1`, which tells whether more follow.
 * @param tupleOf the sort tuple of a row
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  shape: { item(row: Row): Item; tuple(row: Row): readonly (string | number | null)[] },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(shape.item),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(shape.tuple(last)) : null,
  };
}
