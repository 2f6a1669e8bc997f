import type { OpenSpan } from "@oto/observability";
import { openSpan } from "@oto/observability";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isFrontEnd } from "./origin";

/** Requests of machinery, which would only fill the store of traces. */
const QUIET = /^\/(health\/|metrics$)/;

/**
 * A span around every request. Only the front ends' own servers may hand over a trace that they
 * began: anybody else could have everything recorded, or a stranger's trace continued.
 */
export function traceRequests(server: FastifyInstance, secret: string): void {
  const spans = new WeakMap<FastifyRequest, OpenSpan>();

  server.addHook("onRequest", (request, _reply, done) => {
    if (QUIET.test(request.url)) return done();
    const { traceparent } = request.headers;
    const known = typeof traceparent === "string" && isFrontEnd(request.raw, secret);
    const span = openSpan(`${request.method} ${request.routeOptions.url ?? "unknown"}`, {
      kind: "server",
      parent: known ? traceparent : undefined,
      attributes: {
        "http.request.method": request.method,
        "http.route": request.routeOptions.url ?? "unknown",
      },
    });
    spans.set(request, span);
    span.within(done);
  });
  // Reading a body continues outside of the first hook's context, so it is entered again.
  server.addHook("preHandler", (request, _reply, done) => {
    const span = spans.get(request);
    if (span) span.within(done);
    else done();
  });
  server.addHook("onResponse", (request, reply, done) => {
    spans.get(request)?.end({
      attributes: { "http.response.status_code": reply.statusCode },
      failed: reply.statusCode >= 500,
    });
    done();
  });
}
