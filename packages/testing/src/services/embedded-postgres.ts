import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../../tooling/start/ports.mjs";
import { startPostgres } from "../../../../tooling/start/postgres.mjs";
import type { RunningService } from "./running-service";

/** The PostgreSQL of a single node, durable, that can be killed and started again. */
export async function startSingleNodePostgres(): Promise<RunningService> {
  const folder = await mkdtemp(join(tmpdir(), "kontak-node-db-"));
  const options = {
    folder,
    port: await freePort(),
    password: randomBytes(12).toString("hex"),
    database: "kontak",
  };
  let server = await startPostgres(options);
  const quit = () => {
    try {
      process.kill(server.pid, "SIGQUIT");
    } catch {
      // Gone already.
    }
  };
  process.once("exit", quit);
  const kill = async () => {
    process.kill(server.pid, "SIGQUIT");
    await server.exited;
  };
  return {
    url: server.url,
    get pid() {
      return server.pid;
    },
    kill,
    async restart() {
      await kill().catch(() => undefined);
      server = await startPostgres(options);
    },
    async stop() {
      process.off("exit", quit);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
