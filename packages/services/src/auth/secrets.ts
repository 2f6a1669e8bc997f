import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { deriveKey } from "../crypto";

/** 256 random bits for a token that is handed out; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Tokens carry enough randomness for a plain hash. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

/** Six digits, evenly distributed. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, "0");

/**
 * Codes are short: their hash is keyed, so that a stolen table gives none away, and bound to one
 * challenge.
 */
export function hashCode(secret: string, challengeId: string, code: string): string {
  const key = deriveKey(secret, "otp-code-hash");
  return createHmac("sha256", key).update(`${challengeId}:${code}`).digest("base64url");
}

/** Compares two hashes in constant time. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
