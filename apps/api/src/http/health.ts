import { createHealthRegistry } from "@oto/observability";
import type { Platform } from "@oto/services";
import { registerProcessGauges, registerReplicaGauges, registerReplicaHealth } from "@oto/services";
import { accessTokenKeys } from "@oto/services/auth";
import { dealLogKeys } from "@oto/services/deal-log";
import type { FastifyPluginAsync } from "fastify";
import { SERVICE_NAMES } from "../root.router";
import type { Drain } from "./drain";
import { metrics } from "./metrics";

export interface HealthRoutesOptions {
  platform: Platform;
  /** Those that this process serves; empty means all. */
  services: readonly string[];
  drain: Drain;
}

/** `/health/live`, `/health/ready` (each dependency by name), `/metrics`, public signing keys. */
export const healthRoutes: FastifyPluginAsync<HealthRoutesOptions> = async (
  server,
  { platform, services, drain },
) => {
  const health = createHealthRegistry();
  health.register("database", async () => {
    await platform.database.pool.query("select 1");
  });
  for (const [name, check] of Object.entries(platform.adapters.health))
    health.register(name, check);
  for (const [name, check] of Object.entries(platform.adapters.degradable))
    health.register(name, check, { critical: false });
  registerReplicaHealth(health, platform);
  registerReplicaGauges(metrics, platform);
  registerProcessGauges(metrics, platform);

  server.get("/health/live", async () => ({ ok: true }));
  server.get("/health/ready", async (_request, reply) => {
    const served = { services: services.length ? services : SERVICE_NAMES };
    // At once, whatever the dependencies do: the edge has only the drain's time to notice.
    if (drain.leaving) return reply.status(503).send({ ok: false, leaving: true, ...served });
    const report = { ...(await health.run()), ...served };
    return reply.status(report.ok ? 200 : 503).send(report);
  });
  server.get("/metrics", async (_request, reply) => {
    const { contentType, body } = await metrics.render();
    return reply.header("content-type", contentType).send(body);
  });
  // Keys that were retired stay among them: what they signed can be proved for ever.
  server.get("/.well-known/deal-log-keys.json", async (_request, reply) =>
    reply.header("cache-control", "public, max-age=300").send(await dealLogKeys(platform)),
  );
  server.get("/.well-known/jwks.json", async (_request, reply) =>
    reply.header("cache-control", "public, max-age=300").send(await accessTokenKeys(platform)),
  );
};
