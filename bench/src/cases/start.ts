import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, ServiceProcess } from "@oto/testing/services";
import type { Arena, BenchCase } from "../bench-case";
import { Work } from "../bench-case";
import { treeMb } from "../memory";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const PORTS = ["PORT_API", "PORT_LANDING", "PORT_ADMIN", "PORT_GALLERY", "PORT_WORKERS"];
const PATIENCE_MS = 300_000;

/** What a user types, on ports and data of its own. */
const launch = (env: Record<string, string>): Promise<ServiceProcess> =>
  ServiceProcess.start({
    name: "npm start",
    command: process.execPath,
    args: ["tooling/start/main.mjs"],
    cwd: repository,
    env,
    ready: ({ output }) => output.includes("Ready in"),
    patienceMs: PATIENCE_MS,
  });

async function openStart(): Promise<Arena> {
  const folder = await mkdtemp(join(tmpdir(), "kontak-bench-start-"));
  const env: Record<string, string> = {
    OTO_ENV: "test",
    OTO_DEMO: "0",
    OTO_DATA_DIR: folder,
    SUPERADMIN_EMAIL: "bench@kontak.test",
    SUPERADMIN_PASSWORD: "Olcum-parolasi-2026",
  };
  for (const name of PORTS) env[name] = String(await freePort());
  let running: ServiceProcess | undefined;
  const stop = async () => {
    await running?.end();
    running = undefined;
  };
  return {
    hasFloor: false,
    contenders: [
      {
        name: "npm start, built and filled before, until every part is ready",
        once: true,
        prepare: stop,
        run: async () => {
          const started = performance.now();
          running = await launch(env);
          return new Work(1, [performance.now() - started]);
        },
      },
    ],
    memoryMb: async () => (running ? treeMb(running.pid) : 0),
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How long a user waits, and what all processes hold then. */
export const start: BenchCase = {
  name: "start",
  about: "the whole platform on one node; the bar: 15 s, 1,200 MB over all processes",
  sizes: [0],
  bar: { p95: 15_000, memoryMb: 1_200 },
  open: openStart,
};
