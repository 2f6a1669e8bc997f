import { isDomainError } from "@oto/domain";
import { openSpan } from "@oto/observability";
import { metrics } from "../http/metrics";
import { t } from "./init";

/** Times and traces every procedure and logs what went wrong: never an input, never a payload. */
export const measure = t.middleware(async ({ ctx, path, next }) => {
  const started = performance.now();
  const span = openSpan(path, { attributes: { "rpc.system": "trpc", "rpc.method": path } });
  const result = await span.within(() => next());
  const seconds = (performance.now() - started) / 1000;
  const code = result.ok ? "OK" : result.error.code;
  span.end({ attributes: { "rpc.trpc.code": code }, failed: code === "INTERNAL_SERVER_ERROR" });
  metrics.procedureDuration.observe({ procedure: path, outcome: code }, seconds);
  if (!result.ok && !isDomainError(result.error.cause) && code === "INTERNAL_SERVER_ERROR") {
    ctx.logger.error(
      { err: result.error.cause ?? result.error, procedure: path, requestId: ctx.origin.requestId },
      "procedure failed",
    );
  }
  return result;
});
