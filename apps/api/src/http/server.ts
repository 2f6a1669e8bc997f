import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import type { Platform } from "@oto/services";
import { callerDatabase } from "@oto/services";
import { resolveIdentity } from "@oto/services/auth";
import type { FastifyTRPCPluginOptions } from "@trpc/server/adapters/fastify";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import type { FastifyInstance } from "fastify";
import fastify from "fastify";
import type { ApiEnv } from "../env";
import type { AppRouter } from "../root.router";
import { routerOf } from "../root.router";
import type { ApiContext } from "../trpc/context";
import { clientAddress } from "./client-address";
import { devMailboxRoutes } from "./dev-mailbox";
import type { Drain } from "./drain";
import { closeConnectionsWhileLeaving, createDrain } from "./drain";
import { healthRoutes } from "./health";
import { metrics } from "./metrics";
import { openApiRoutes } from "./openapi";
import { bearerOf, idempotencyKeyOf, originOf } from "./origin";
import { guardProcedureRequests } from "./procedure-requests";
import { serveSockets } from "./sockets";
import { storageRoutes } from "./storage";
import { traceRequests } from "./traces";
import { unsubscribeRoutes } from "./unsubscribe";

const MAX_BODY = 1024 * 1024;
const MAX_BATCH = 20;

/** Builds the HTTP server: procedures, sockets, storage, health, metrics and documents. */
export async function buildServer(
  platform: Platform,
  env: ApiEnv,
  drain: Drain = createDrain(),
): Promise<FastifyInstance> {
  const server = fastify({
    trustProxy: env.OTO_TRUSTED_PROXIES.length > 0 ? env.OTO_TRUSTED_PROXIES : false,
    bodyLimit: MAX_BODY,
    routerOptions: { maxParamLength: 5_000 },
    // Requests under way are finished; who comes on an old connection meanwhile is served as well.
    forceCloseConnections: "idle",
    return503OnClosing: false,
    logger: false,
  });
  traceRequests(server, env.OTO_SECRET);
  const frontEnds = [env.OTO_LANDING_URL, env.OTO_ADMIN_URL, env.OTO_GALLERY_URL].map(
    (url) => new URL(url).origin,
  );
  await server.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginResourcePolicy: { policy: "cross-origin" },
  });
  await server.register(cors, {
    origin: frontEnds,
    methods: ["GET", "HEAD", "POST", "PUT"],
    maxAge: 600,
  });
  // A procedure whose input is optional may be called with an empty body.
  server.addHook("preHandler", async (request) => {
    if (request.body === "" && request.url.startsWith("/trpc/")) request.body = "{}";
  });
  server.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "unknown";
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    metrics.httpDuration.observe(
      { method: request.method, route, status },
      reply.elapsedTime / 1_000,
    );
    done();
  });

  closeConnectionsWhileLeaving(server, drain);
  guardProcedureRequests(server);

  const mounted = routerOf(env.SERVICES);
  await server.register(healthRoutes, { platform, services: env.SERVICES, drain });
  await server.register(openApiRoutes);
  await server.register(storageRoutes, { platform });
  await server.register(unsubscribeRoutes, { platform, secret: env.OTO_SECRET });
  if (env.OTO_ENV !== "production") await server.register(devMailboxRoutes, { platform });
  await server.register(fastifyTRPCPlugin, {
    prefix: "/trpc",
    trpcOptions: {
      router: mounted,
      maxBatchSize: MAX_BATCH,
      // For queries whose input is too long for an address.
      allowMethodOverride: true,
      createContext: async ({ req, info }): Promise<ApiContext> => {
        const token = bearerOf(req.raw);
        const identity = token === null ? null : await resolveIdentity(platform, token);
        return {
          ...platform,
          database: callerDatabase(platform, identity),
          origin: originOf(req.raw, { address: req.ip, secret: env.OTO_SECRET }),
          identity,
          idempotencyKey: idempotencyKeyOf(req.raw),
          signal: info.signal,
        };
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>["trpcOptions"],
  });

  const sockets = serveSockets(server.server, {
    platform,
    router: mounted,
    allowed: frontEnds,
    addressOf: clientAddress(env.OTO_TRUSTED_PROXIES),
  });
  server.addHook("preClose", () => sockets.close());
  return server;
}
