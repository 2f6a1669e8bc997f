import { isDomainError } from "@oto/domain";
import { metrics } from "../http/metrics";
import { t } from "./init";

/** Times every procedure and logs what went wrong: never an input, never a payload. */
export const measure = t.middleware(async ({ ctx, path, next }) => {
  const started = performance.now();
  const result = await next();
  const seconds = (performance.now() - started) / 1000;
  const code = result.ok ? "OK" : result.error.code;
  metrics.procedureDuration.observe({ procedure: path, outcome: code }, seconds);
  if (!result.ok && !isDomainError(result.error.cause) && code === "INTERNAL_SERVER_ERROR") {
    ctx.logger.error(
      { err: result.error.cause ?? result.error, procedure: path, requestId: ctx.origin.requestId },
      "procedure failed",
    );
  }
  return result;
});
