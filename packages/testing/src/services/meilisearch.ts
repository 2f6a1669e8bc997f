import { fileURLToPath } from "node:url";
import { meilisearchFromEnvironment } from "../env";
import type { FaultPlan } from "./meilisearch-sandbox/faults";
import type { RunningService, ServiceOptions } from "./running-service";
import { placeFor, runService } from "./running-service";

const repository = fileURLToPath(new URL("../../../..", import.meta.url));
const entry = fileURLToPath(new URL("meilisearch-sandbox/main.ts", import.meta.url));

/** A server that speaks Meilisearch's documented protocol, for machines without Meilisearch. */
export interface RunningMeilisearch extends RunningService {
  /** May do everything. */
  readonly key: string;
  /** What is to go wrong from now on; replaces what was said before. */
  setFaults(plan: FaultPlan): Promise<void>;
}

export interface MeilisearchOptions extends ServiceOptions {
  readonly key?: string;
}

async function isHealthy(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health`).catch(() => null);
  return response?.ok === true;
}

/** Starts the stand-in as a process of its own; what it has acknowledged survives `kill`. */
export async function startMeilisearch(
  options: MeilisearchOptions = {},
): Promise<RunningMeilisearch> {
  const { key = "master-key-of-the-tests" } = options;
  const { folder, port, clear } = await placeFor("meilisearch", options);
  const url = `http://127.0.0.1:${port}`;
  const service = await runService(
    url,
    {
      name: "the Meilisearch stand-in",
      command: process.execPath,
      args: ["--import", "tsx", entry, folder, String(port), key],
      cwd: repository,
      ready: () => isHealthy(url),
    },
    clear,
  );
  return {
    url,
    key,
    get pid() {
      return service.pid;
    },
    stop: () => service.stop(),
    kill: () => service.kill(),
    restart: () => service.restart(),
    async setFaults(plan) {
      await fetch(`${url}/sandbox/faults`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(plan),
      });
    },
  };
}

/** Where contract tests find a Meilisearch, and which one it is. */
export interface MeilisearchForTests {
  readonly name: string;
  readonly url: string;
  readonly key: string | undefined;
  stop(): Promise<void>;
}

/** Says before it is opened whether tests run against a real server or the stand-in. */
export const meilisearchName = (): string =>
  meilisearchFromEnvironment() ? "Meilisearch (MEILI_URL)" : "Meilisearch (protocol stand-in)";

/** The server that `MEILI_URL` and `MEILI_KEY` name; without them the stand-in. */
export async function openTestMeilisearch(): Promise<MeilisearchForTests> {
  const real = meilisearchFromEnvironment();
  if (real) return { ...real, name: meilisearchName(), stop: async () => undefined };
  const { url, key, stop } = await startMeilisearch();
  return { name: meilisearchName(), url, key, stop };
}
