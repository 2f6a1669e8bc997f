import { createHash } from "node:crypto";
import { DomainError } from "@oto/domain";
import { claimIdempotencyKey } from "@oto/services";
import { middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import { refusalOf, toTrpcError } from "./errors";
import { t } from "./init";

/** Object keys in one order, so that equal bodies hash equally. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * `Idempotency-Key` on mutations: the same key and body within 24 h gives the first answer again;
 * the same key with another body, or while the first is still running, is a conflict. A failed
 * call frees its key. A change whose process died before it answered is not made again: the caller
 * learns that it happened.
 */
export const withIdempotency = t.middleware(async ({ ctx, type, path, getRawInput, next }) => {
  const key = ctx.idempotencyKey;
  // Answers of sign-in carry tokens, which are stored nowhere.
  if (type !== "mutation" || key === null || path.startsWith("auth.")) return next();
  const actor = ctx.identity?.userId ?? `ip:${ctx.origin.ip}`;
  const bodyHash = createHash("sha256")
    .update(canonical([path, await getRawInput()]))
    .digest("hex");
  const claim = await claimIdempotencyKey(ctx, { actor, key, procedure: path, bodyHash });
  if (claim.state === "conflict") throw toTrpcError(new DomainError("idempotency.conflict"));
  if (claim.state === "running") throw toTrpcError(new DomainError("idempotency.in_progress"));
  if (claim.state === "replay") {
    return { ok: true, data: claim.response, marker: middlewareMarker };
  }
  if (claim.state === "answer_lost") throw toTrpcError(new DomainError("idempotency.answer_lost"));
  const result = await claim.run(() => next());
  if (result.ok) await claim.complete(result.data);
  else
    await claim.release(refusalOf(result.error, ctx.origin.locale)?.definition.expected === true);
  return result;
});
