import { createHmac, randomInt } from "node:crypto";
import type { Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { Platform } from "../context";
import { deriveKey } from "../crypto";

export const RECOVERY_CODES = 10;
/** Without letters and digits that are taken for one another. */
const ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const LENGTH = 10;

/** Two groups of five: 49 bits. */
function newRecoveryCode(): string {
  const text = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** Keyed and bound to the account: a stolen table gives none away, nor does one fit another. */
function hashRecoveryCode(platform: Platform, userId: string, code: string): string {
  const key = deriveKey(platform.env.OTO_SECRET, "recovery-code-hash");
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return createHmac("sha256", key).update(`${userId}:${plain}`).digest("base64url");
}

/** Whether a text can only be meant as a recovery code: six digits are one of an app. */
export const looksLikeRecoveryCode = (text: string): boolean =>
  text.replace(/[^A-Za-z0-9]/g, "").length === LENGTH;

/** Replaces all recovery codes of a person by ten new ones, shown this once. */
export async function renewRecoveryCodes(
  platform: Platform,
  tx: Tx,
  userId: string,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      id: newId(),
      userId,
      codeHash: hashRecoveryCode(platform, userId, code),
      createdAt: platform.now(),
    })),
  });
  return codes;
}

/** Uses a recovery code up; false when it is wrong or was used. */
export async function spendRecoveryCode(
  platform: Platform,
  tx: Tx,
  { userId, code }: { userId: string; code: string },
): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { codeHash: hashRecoveryCode(platform, userId, code), userId, usedAt: null },
    data: { usedAt: platform.now() },
  });
  return count === 1;
}
