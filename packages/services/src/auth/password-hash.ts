import { PASSWORD_MAX_BYTES } from "@oto/domain";
import bcrypt from "bcrypt";

/** Hashes a new password. */
export const hashPassword = (password: string, cost: number): Promise<string> =>
  bcrypt.hash(password, cost);

const decoys = new Map<number, Promise<string>>();

/** A hash that no password fits, as costly to check as the real ones. */
function decoy(cost: number): Promise<string> {
  const known = decoys.get(cost);
  if (known) return known;
  const made = bcrypt.hash(`${Math.random()}`, cost);
  decoys.set(cost, made);
  return made;
}

/**
 * Whether the password fits. Without a hash (nobody goes by that name) it takes as long and says
 * no. bcrypt reads 72 bytes only: what is longer never fits, instead of fitting by its beginning.
 */
export async function passwordFits(
  password: string,
  hash: string | null,
  cost: number,
): Promise<boolean> {
  const fits = await bcrypt.compare(password, hash ?? (await decoy(cost)));
  return fits && hash !== null && Buffer.byteLength(password) <= PASSWORD_MAX_BYTES;
}
