import { DomainError } from "@oto/domain";
import type { RateLimitName } from "@oto/services";
import { rateLimit } from "@oto/services";
import type { ApiContext } from "./context";
import { toTrpcError } from "./errors";
import { t } from "./init";

type CallType = "query" | "mutation" | "subscription";

/** Procedures that have a limit of their own on top. */
const CLASSES: readonly { match: RegExp; name: RateLimitName }[] = [
  { match: /^auth\./, name: "api-class-identity" },
  { match: /^marketplace\.|\.suggest$/, name: "api-class-search" },
  { match: /^media\.createUpload$/, name: "api-class-upload" },
  { match: /^(offer|reservation)\..*(create|counter|extend)/, name: "api-class-deal" },
  { match: /export|import/i, name: "api-class-bulk" },
];

interface Spending {
  name: RateLimitName;
  key: string;
}

/** What one call is counted against. */
function spendings({ identity, origin }: ApiContext, path: string, type: CallType): Spending[] {
  const caller = identity ? `user:${identity.userId}` : `ip:${origin.ip}`;
  const all: Spending[] = [{ name: `api-${type}`, key: caller }];
  const known = CLASSES.find(({ match }) => match.test(path));
  if (known) all.push({ name: known.name, key: caller });
  if (identity?.gallery) all.push({ name: `api-gallery-${type}`, key: identity.gallery.id });
  // A front end's own server asks for all its visitors, each under their own address.
  all.push({ name: "api-address", key: origin.ip });
  return all;
}

/**
 * Limits requests by person, address, gallery and class of procedure, counted per call, so that a
 * batch of twenty counts as twenty.
 */
export const withLimits = t.middleware(async ({ ctx, path, type, next }) => {
  const verdicts = await Promise.all(
    spendings(ctx, path, type).map(({ name, key }) =>
      ctx.adapters.rateLimiter.consume(rateLimit(name), key),
    ),
  );
  const refused = verdicts.filter(({ allowed }) => !allowed);
  if (refused.length > 0) {
    const wait = Math.max(...refused.map(({ retryInMs }) => retryInMs));
    throw toTrpcError(new DomainError("rate.limited", { seconds: Math.ceil(wait / 1_000) }));
  }
  return next();
});
