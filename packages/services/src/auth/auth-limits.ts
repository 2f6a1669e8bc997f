import { isIPv6 } from "node:net";
import { DomainError } from "@oto/domain";
import type { Platform } from "../context";
import type { RateLimitName } from "../rate-limits";
import { otpOfAll, rateLimit } from "../rate-limits";

/** Lifetimes in milliseconds. */
export const LIFETIMES = {
  otp: 3 * 60_000,
  otpResend: 60_000,
  phoneToken: 15 * 60_000,
  refreshToken: 30 * 24 * 3_600_000,
  wsTicket: 30_000,
  trustedDevice: 30 * 24 * 3_600_000,
  invitation: 7 * 24 * 3_600_000,
  emailLink: { verify: 24 * 3_600_000, reset: 30 * 60_000, welcome: 72 * 3_600_000 },
  /** How long a front end may bring a token again that another of its tabs has just used. */
  refreshGrace: 20_000,
} as const;

/** Links that one address may get within 24 hours. */
export const LINKS_PER_ADDRESS_PER_DAY = 6;

/** Guesses at one code, over its whole life. */
export const OTP_ATTEMPTS = 5;
/** Codes that one phone may get within 24 hours, whoever asks for them. */
export const OTP_PER_PHONE_PER_DAY = 10;

/** The network of an address: /24 of IPv4, /48 of IPv6. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain.split(".").slice(0, 3).join(".");
  const [head = ""] = plain.split("::");
  return head.split(":").slice(0, 3).join(":");
}

async function spend(platform: Platform, name: RateLimitName, key: string): Promise<void> {
  const result = await platform.adapters.rateLimiter.consume(rateLimit(name), key);
  if (result.allowed) return;
  throw new DomainError("rate.limited", { seconds: Math.ceil(result.retryInMs / 1_000) });
}

/** @throws DomainError `rate.limited`, `auth.otp_refused` once the installation's hour is full */
export async function limitOtpRequests(
  platform: Platform,
  request: { ip: string; phone: string },
): Promise<void> {
  await spend(platform, "otp-by-address", request.ip);
  await spend(platform, "otp-by-network", networkOf(request.ip));
  await spend(platform, "otp-by-number-block", request.phone.slice(0, -2));
  await spend(platform, "otp-by-prefix", request.phone.slice(0, -4));
  const all = await platform.adapters.rateLimiter.consume(
    otpOfAll(platform.env.OTO_OTP_PER_HOUR),
    "all",
  );
  if (all.allowed) return;
  platform.logger.error({ perHour: platform.env.OTO_OTP_PER_HOUR }, "codes of this hour used up");
  throw new DomainError("auth.otp_refused");
}

/** @throws DomainError `rate.limited` */
export const limitLinkRequests = (platform: Platform, ip: string): Promise<void> =>
  spend(platform, "links-by-address", ip);

/** @throws DomainError `rate.limited` */
export const limitJoins = (platform: Platform, ip: string): Promise<void> =>
  spend(platform, "joins-by-address", ip);

/** @throws DomainError `rate.limited` */
export const limitOtpGuesses = (platform: Platform, ip: string): Promise<void> =>
  spend(platform, "otp-guesses-by-address", ip);

/** @throws DomainError `rate.limited` */
export const limitLogins = (platform: Platform, ip: string): Promise<void> =>
  spend(platform, "login-by-address", ip);

/** @throws DomainError `rate.limited` */
export const limitRegistrations = (platform: Platform, ip: string): Promise<void> =>
  spend(platform, "register-by-address", ip);
