import { isIPv6 } from "node:net";
import type { RateLimitPolicy } from "@oto/adapters";
import { DomainError } from "@oto/domain";
import type { Platform } from "../context";

const HOUR_S = 3_600;

/** Lifetimes in milliseconds. */
export const LIFETIMES = {
  otp: 3 * 60_000,
  otpResend: 60_000,
  phoneToken: 15 * 60_000,
  accessToken: 10 * 60_000,
  refreshToken: 30 * 24 * 3_600_000,
  wsTicket: 30_000,
} as const;

/** Guesses at one code, over its whole life. */
export const OTP_ATTEMPTS = 5;
/** Codes that one phone may get within 24 hours, whoever asks for them. */
export const OTP_PER_PHONE_PER_DAY = 10;

const requestPolicy = (name: string, points: number): RateLimitPolicy => ({
  name,
  points,
  windowS: HOUR_S,
  kind: "request",
  onFailure: "closed",
});

/** Against pumping: one address, one network and one block of a hundred numbers. */
const OTP_BY_ADDRESS = requestPolicy("otp-by-address", 60);
const OTP_BY_NETWORK = requestPolicy("otp-by-network", 200);
const OTP_BY_NUMBER_BLOCK = requestPolicy("otp-by-number-block", 40);
const OTP_GUESSES_BY_ADDRESS = requestPolicy("otp-guesses-by-address", 200);
const LOGIN_BY_ADDRESS = requestPolicy("login-by-address", 600);
const REGISTER_BY_ADDRESS = requestPolicy("register-by-address", 60);

/** The network of an address: /24 of IPv4, /48 of IPv6. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain.split(".").slice(0, 3).join(".");
  const [head = ""] = plain.split("::");
  return head.split(":").slice(0, 3).join(":");
}

async function spend(platform: Platform, policy: RateLimitPolicy, key: string): Promise<void> {
  const result = await platform.adapters.rateLimiter.consume(policy, key);
  if (result.allowed) return;
  throw new DomainError("rate.limited", { seconds: Math.ceil(result.retryInMs / 1_000) });
}

/** @throws DomainError `rate.limited` */
export async function limitOtpRequests(
  platform: Platform,
  request: { ip: string; phone: string },
): Promise<void> {
  await spend(platform, OTP_BY_ADDRESS, request.ip);
  await spend(platform, OTP_BY_NETWORK, networkOf(request.ip));
  await spend(platform, OTP_BY_NUMBER_BLOCK, request.phone.slice(0, -2));
}

/** @throws DomainError `rate.limited` */
export const limitOtpGuesses = (platform: Platform, ip: string): Promise<void> =>
  spend(platform, OTP_GUESSES_BY_ADDRESS, ip);

/** @throws DomainError `rate.limited` */
export const limitLogins = (platform: Platform, ip: string): Promise<void> =>
  spend(platform, LOGIN_BY_ADDRESS, ip);

/** @throws DomainError `rate.limited` */
export const limitRegistrations = (platform: Platform, ip: string): Promise<void> =>
  spend(platform, REGISTER_BY_ADDRESS, ip);
