import { createHash } from "node:crypto";

/** PostgreSQL cuts names at 63 bytes. */
const LENGTH = 32;
const names = new Map<string, string>();

/**
 * Has a statement prepared once a connection, by whichever way it is sent from then on. Meant for
 * texts that are written down, not for those that are put together: every connection keeps each.
 */
export function prepare(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(sql).digest("hex").slice(0, LENGTH);
  names.set(sql, name);
  return name;
}

/** The name that a statement is prepared under; undefined for one that is not. */
export const statementName = (sql: string): string | undefined => names.get(sql);
