import { Secret, TOTP } from "otpauth";
import type { Platform } from "../context";
import { createSecretBox } from "./secret-box";

const PERIOD_S = 30;
/** Steps of clock drift that are forgiven, each way. */
const WINDOW = 1;
const ISSUER = "Kontak";

const box = (platform: Platform) => createSecretBox(platform.env.OTO_SECRET, "totp-seed");

const authenticator = (secret: string, label: string) =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: PERIOD_S });

/** What an authenticator app is set up with; `otpauthUrl` goes into a QR code. */
export interface TotpEnrolment {
  secret: string;
  otpauthUrl: string;
}

/** A new seed, as it is stored. */
export const newTotpCipher = (platform: Platform): string =>
  box(platform).seal(new Secret({ size: 20 }).base32);

/** Shows a stored seed to its owner, while it is not confirmed. */
export function totpEnrolment(platform: Platform, cipher: string, label: string): TotpEnrolment {
  const secret = box(platform).open(cipher);
  return { secret, otpauthUrl: authenticator(secret, label).toString() };
}

/** The time step that a code belongs to, or null when it is wrong. A step counts once. */
export function totpStep(platform: Platform, cipher: string, code: string): bigint | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = platform.now().getTime();
  const delta = authenticator(box(platform).open(cipher), "").validate({
    token,
    timestamp,
    window: WINDOW,
  });
  return delta === null ? null : BigInt(Math.floor(timestamp / 1_000 / PERIOD_S) + delta);
}
