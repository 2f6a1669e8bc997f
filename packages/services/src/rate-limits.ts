import type { RateLimitPolicy } from "@oto/adapters";

type Numbers = Omit<RateLimitPolicy, "name">;

/** Protects capacity. While nothing can be counted the platform goes on working: open. */
const perMinute = (points: number): Numbers => ({
  points,
  windowS: 60,
  kind: "request",
  onFailure: "open",
});

/**
 * Protects codes, passwords and the bill for messages. While nothing can be counted nobody gets
 * another try: closed.
 */
const perHour = (points: number): Numbers => ({
  points,
  windowS: 3_600,
  kind: "request",
  onFailure: "closed",
});

/**
 * Every limit of the platform and what it does while the counters are away. Guesses at one code and
 * at one password are counted in the database, with what they guess at.
 */
const LIMITS = {
  // By person, or by address for somebody unknown; each call of a batch counts.
  "api-query": perMinute(1_200),
  "api-mutation": perMinute(300),
  "api-subscription": perMinute(60),
  // By gallery: staff accounts do not multiply what one business may ask.
  "api-gallery-query": perMinute(6_000),
  "api-gallery-mutation": perMinute(1_200),
  "api-gallery-subscription": perMinute(300),
  // By address: an office of dealers shares one.
  "api-address": perMinute(6_000),
  // By person and class of procedure: what costs more, or what somebody would like to call a lot.
  "api-class-identity": perMinute(240),
  "api-class-search": perMinute(600),
  "api-class-upload": perMinute(240),
  "api-class-deal": perMinute(60),
  "api-class-bulk": perMinute(20),
  // Against pumping: by address, by network, by block of a hundred and of ten thousand numbers.
  "otp-by-address": perHour(60),
  "otp-by-network": perHour(200),
  "otp-by-number-block": perHour(40),
  "otp-by-prefix": perHour(400),
  // By address.
  "otp-guesses-by-address": perHour(200),
  "login-by-address": perHour(600),
  "register-by-address": perHour(60),
  "links-by-address": perHour(30),
  "joins-by-address": perHour(60),
} as const satisfies Record<string, Numbers>;

export type RateLimitName = keyof typeof LIMITS;

export const RATE_LIMIT_NAMES = Object.keys(LIMITS) as RateLimitName[];

/** A limit by its name. */
export const rateLimit = (name: RateLimitName): RateLimitPolicy => ({ name, ...LIMITS[name] });

/** Codes that the whole installation sends in an hour: the most that an attack may cost. */
export const otpOfAll = (points: number): RateLimitPolicy => ({
  name: "otp-of-all",
  ...perHour(points),
});
