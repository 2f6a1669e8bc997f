import type { RateLimitPolicy } from "@oto/adapters";
import { DomainError } from "@oto/domain";
import type { ApiContext } from "./context";
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

type CallType = "query" | "mutation" | "subscription";

/** By person, or by address for somebody unknown. */
const BY_CALLER: Record<CallType, RateLimitPolicy> = {
  query: policy("api-query", 1_200),
  mutation: policy("api-mutation", 300),
  subscription: policy("api-subscription", 60),
};
/** All members of a gallery together: staff accounts do not multiply what one business may ask. */
const BY_GALLERY: Record<CallType, RateLimitPolicy> = {
  query: policy("api-gallery-query", 6_000),
  mutation: policy("api-gallery-mutation", 1_200),
  subscription: policy("api-gallery-subscription", 300),
};
/** Everybody behind one address together; an office of dealers shares one. */
const BY_ADDRESS = policy("api-address", 6_000);

/** Procedures that cost more than others, or that somebody would like to call a lot. */
const CLASSES: readonly { match: RegExp; policy: RateLimitPolicy }[] = [
  { match: /^auth\./, policy: policy("api-class-identity", 240) },
  { match: /^marketplace\.|\.suggest$/, policy: policy("api-class-search", 600) },
  { match: /^media\.createUpload$/, policy: policy("api-class-upload", 240) },
  {
    match: /^(offer|reservation)\..*(create|counter|extend)/,
    policy: policy("api-class-deal", 60),
  },
  { match: /export|import/i, policy: policy("api-class-bulk", 20) },
];

interface Spending {
  policy: RateLimitPolicy;
  key: string;
}

/** What one call is counted against. */
function spendings({ identity, origin }: ApiContext, path: string, type: CallType): Spending[] {
  const caller = identity ? `user:${identity.userId}` : `ip:${origin.ip}`;
  const all: Spending[] = [{ policy: BY_CALLER[type], key: caller }];
  const known = CLASSES.find(({ match }) => match.test(path));
  if (known) all.push({ policy: known.policy, key: caller });
  if (identity?.gallery) all.push({ policy: BY_GALLERY[type], key: identity.gallery.id });
  // A front end's own server asks for all its visitors, each under their own address.
  all.push({ policy: BY_ADDRESS, key: origin.ip });
  return all;
}

/** Limits requests by person, address, gallery and class of procedure. */
export const withLimits = t.middleware(async ({ ctx, path, type, next }) => {
  const verdicts = await Promise.all(
    spendings(ctx, path, type).map((one) => ctx.adapters.rateLimiter.consume(one.policy, one.key)),
  );
  const refused = verdicts.filter(({ allowed }) => !allowed);
  if (refused.length > 0) {
    const wait = Math.max(...refused.map(({ retryInMs }) => retryInMs));
    throw toTrpcError(new DomainError("rate.limited", { seconds: Math.ceil(wait / 1_000) }));
  }
  return next();
});
