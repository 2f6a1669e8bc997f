import { openPlatform } from "@oto/services";
import { readApiEnv } from "./env";
import { metrics } from "./http/metrics";
import { buildServer } from "./http/server";

const env = readApiEnv();
const platform = await openPlatform(env, "api", {
  onCacheLookup: (result) => metrics.cacheLookups.inc({ result }),
});
const server = await buildServer(platform, env);
await server.listen({ host: env.OTO_BIND, port: env.PORT_API });
platform.logger.info({ port: env.PORT_API }, "api is up");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await server.close();
  await platform.close();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
