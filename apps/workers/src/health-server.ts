import type { Metrics } from "@oto/observability";
import { createHealthRegistry } from "@oto/observability";
import type { Platform } from "@oto/services";
import {
  registerProcessGauges,
  registerReplicaHealth,
  registerSearchGauges,
  registerWorkGauges,
} from "@oto/services";
import type { FastifyInstance } from "fastify";
import fastify from "fastify";

/** Health and metrics of the workers; they serve nothing else. */
export async function buildHealthServer(
  platform: Platform,
  metrics: Metrics,
): Promise<FastifyInstance> {
  const server = fastify({ logger: false, forceCloseConnections: true });
  const health = createHealthRegistry();
  health.register("database", async () => {
    await platform.database.pool.query("select 1");
  });
  for (const [name, check] of Object.entries(platform.adapters.health))
    health.register(name, check);
  for (const [name, check] of Object.entries(platform.adapters.degradable))
    health.register(name, check, { critical: false });
  registerReplicaHealth(health, platform);
  registerProcessGauges(metrics, platform);
  registerWorkGauges(metrics, platform);
  registerSearchGauges(metrics, platform);
  server.get("/health/live", async () => ({ ok: true }));
  server.get("/health/ready", async (_request, reply) => {
    const report = await health.run();
    return reply.status(report.ok ? 200 : 503).send(report);
  });
  server.get("/metrics", async (_request, reply) => {
    const { contentType, body } = await metrics.render();
    return reply.header("content-type", contentType).send(body);
  });
  return server;
}
