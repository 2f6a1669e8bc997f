import type { RateLimitPolicy } from "@oto/adapters";
import { audit } from "@oto/db";
import { isDomainError } from "@oto/domain";
import type { ApiContext } from "./context";
import { t } from "./init";

const REASON = "a refusal is recorded whoever was refused";

/** A person who is refused again and again is recorded so often, and no oftener. */
const RECORDED: RateLimitPolicy = {
  name: "recorded-denials",
  points: 20,
  windowS: 3_600,
  kind: "attempt",
  onFailure: "closed",
};

async function record(ctx: ApiContext, path: string): Promise<void> {
  const { identity } = ctx;
  if (!identity) return;
  const { allowed } = await ctx.adapters.rateLimiter.consume(RECORDED, identity.userId);
  if (!allowed) return;
  await ctx.database.unsafeSystem(REASON).write((tx) =>
    audit(tx, {
      action: "access.denied",
      entityType: "user",
      entityId: identity.userId,
      galleryId: identity.gallery?.id ?? null,
      actorId: identity.userId,
      after: { procedure: path },
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    }),
  );
}

/** Keeps in the audit trail who tried what their role does not allow. */
export const withDenials = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (isDomainError(cause) && cause.reason === "auth.permission_denied") {
    await record(ctx, path).catch((error: unknown) => {
      ctx.logger.error({ err: error, procedure: path }, "a refusal could not be recorded");
    });
  }
  return result;
});
