import type { RateLimitPolicy } from "@oto/adapters";
import { DomainError } from "@oto/domain";
import { toTrpcError } from "./errors";
import { t } from "./init";

/**
 * What one caller may ask of the API, counted per call, so that a batch of twenty counts as twenty.
 * Attempts at codes and passwords have limits of their own in the sign-in service.
 */
const policy = (name: string, points: number): RateLimitPolicy => ({
  name,
  points,
  windowS: 60,
  kind: "request",
  onFailure: "open",
});

const POLICIES = {
  query: policy("api-query", 1_200),
  mutation: policy("api-mutation", 300),
  subscription: policy("api-subscription", 60),
};

/** Limits requests by person, or by address for somebody unknown. */
export const withLimits = t.middleware(async ({ ctx, type, next }) => {
  const caller = ctx.identity ? `user:${ctx.identity.userId}` : `ip:${ctx.origin.ip}`;
  const verdict = await ctx.adapters.rateLimiter.consume(POLICIES[type], caller);
  if (!verdict.allowed) {
    const seconds = Math.ceil(verdict.retryInMs / 1_000);
    throw toTrpcError(new DomainError("rate.limited", { seconds }));
  }
  return next();
});
