import { Secret, TOTP } from "otpauth";
import type { Platform } from "../context";
import { vaultOf } from "../crypto";

const PERIOD_S = 30;
/** Steps of clock drift that are forgiven, each way. */
const WINDOW = 1;
const ISSUER = "Kontak";

/** A stored seed and whose it is: it opens for that person only. */
export interface StoredSeed {
  userId: string;
  cipher: string;
}

const placeOf = (userId: string) => ({ table: "app_user", column: "totp_cipher", row: userId });

const openSeed = (platform: Platform, { userId, cipher }: StoredSeed): string =>
  vaultOf(platform).open(cipher, placeOf(userId));

const authenticator = (secret: string, label: string) =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: PERIOD_S });

/** What an authenticator app is set up with; `otpauthUrl` goes into a QR code. */
export interface TotpEnrolment {
  secret: string;
  otpauthUrl: string;
}

/** A new seed, as it is stored. */
export const newTotpCipher = (platform: Platform, userId: string): string =>
  vaultOf(platform).seal(new Secret({ size: 20 }).base32, placeOf(userId));

/** Shows a stored seed to its owner, while it is not confirmed. */
export function totpEnrolment(platform: Platform, seed: StoredSeed, label: string): TotpEnrolment {
  const secret = openSeed(platform, seed);
  return { secret, otpauthUrl: authenticator(secret, label).toString() };
}

/** The time step that a code belongs to, or null when it is wrong. A step counts once. */
export function totpStep(platform: Platform, seed: StoredSeed, code: string): bigint | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = platform.now().getTime();
  const delta = authenticator(openSeed(platform, seed), "").validate({
    token,
    timestamp,
    window: WINDOW,
  });
  return delta === null ? null : BigInt(Math.floor(timestamp / 1_000 / PERIOD_S) + delta);
}
