import { Secret, TOTP } from "otpauth";
import type { Platform } from "../context";

/** What an authenticator app shows now for a seed. */
export const totpCode = (platform: Platform, secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: platform.now().getTime() });
