import { RELAY } from "@oto/events";
import { createMetrics } from "@oto/observability";
import { openPlatform } from "@oto/services";
import { openOwnLane } from "@oto/services/notification";
import { readWorkersEnv } from "./env";
import { SENDERS } from "./groups";
import { buildHealthServer } from "./health-server";
import { consumerHandlers, missingHandlers, scheduleHandlers } from "./registry";
import { startConsumers, topology } from "./runtime/consume";
import { workerMetrics } from "./runtime/metrics";
import type { Running } from "./runtime/relay";
import { startRelay } from "./runtime/relay";
import { startSchedules } from "./runtime/schedules";
import { startSenders } from "./runtime/sender";

const env = readWorkersEnv();
const missing = missingHandlers();
if (missing.length > 0) throw new Error(`nobody implements ${missing.join(", ")}`);

const metrics = createMetrics({ service: "workers" });
const platform = await openPlatform(env, "workers", {
  onCacheLookup: (result) => metrics.cacheLookups.inc({ result }),
});
await platform.adapters.bus.bind(topology);

const groups = env.WORKERS.length > 0 ? env.WORKERS : undefined;
const running: Running[] = [
  await startConsumers(platform, {
    handlers: consumerHandlers,
    groups,
    metrics: workerMetrics(metrics),
  }),
  startSchedules(platform, scheduleHandlers, { groups, metrics }),
];
if (!groups || groups.includes(RELAY)) running.push(startRelay(platform));
const codes = openOwnLane(platform, { env, url: env.DATABASE_URL });
if (!groups || groups.includes(SENDERS)) running.push(startSenders(platform, codes));

const server = await buildHealthServer(platform, metrics);
await server.listen({ host: env.OTO_BIND, port: env.PORT_WORKERS });
platform.logger.info({ port: env.PORT_WORKERS, groups: groups ?? "all" }, "workers are up");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(running.map((part) => part.stop()));
  await server.close();
  await codes.close();
  await platform.close();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
