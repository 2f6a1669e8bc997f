import { setTimeout as sleep } from "node:timers/promises";
import { openPlatform } from "@oto/services";
import { readApiEnv } from "./env";
import { closeServer, createDrain } from "./http/drain";
import { metrics } from "./http/metrics";
import { buildServer } from "./http/server";

/** How long a request under way may take before its connection is cut. */
const CLOSE_PATIENCE_MS = 10_000;

const env = readApiEnv();
const platform = await openPlatform(env, "api", {
  onCacheLookup: (result) => metrics.cacheLookups.inc({ result }),
});
const drain = createDrain();
const server = await buildServer(platform, env, drain);
await server.listen({ host: env.OTO_BIND, port: env.PORT_API });
const services = env.SERVICES.length > 0 ? env.SERVICES : "all";
platform.logger.info({ port: env.PORT_API, services }, "api is up");

async function stop(): Promise<void> {
  if (drain.leaving) return;
  drain.leave();
  platform.logger.info({ drainMs: env.OTO_DRAIN_MS }, "api is leaving");
  await sleep(env.OTO_DRAIN_MS);
  await closeServer(server, CLOSE_PATIENCE_MS);
  await platform.close();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
