import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenPlatform } from "@oto/services";
import { openPlatform, readEnvironment } from "@oto/services";
import type { RunningService } from "@oto/testing/services";
import {
  migrateDatabase,
  PlatformPart as Part,
  startSingleNodePostgres,
} from "@oto/testing/services";
import { z } from "zod";
import { freePort } from "../../tooling/start/ports.mjs";
import type { Trader } from "./people";
import { createTraders, easePublishGate } from "./people";
import { repository } from "./repository";
import type { ClusterServices } from "./services";
import { startClusterServices } from "./services";
import type { SmallDisk } from "./small-disk";
import { mountSmallDisk } from "./small-disk";
import { splitGroups } from "./worker-groups";

export const MODES = ["single", "cluster"] as const;
export type Mode = (typeof MODES)[number];

/** The platform under test, its services and its people, in one of the two ways to run it. */
export interface World {
  readonly mode: Mode;
  readonly folder: string;
  readonly database: RunningService;
  /** What a cluster has beyond the database; null on a single node. */
  readonly services: ClusterServices | null;
  /** API processes, two in a cluster. */
  readonly apis: readonly Part[];
  readonly apiAddresses: readonly string[];
  /** Worker processes: all groups in one on a single node, split in a cluster. */
  readonly workers: readonly Part[];
  /** The same platform as the processes have, for setting the scene and looking behind it. */
  readonly platform: OpenPlatform;
  readonly traders: readonly Trader[];
  /** What a single node keeps photos on; null in a cluster and for whoever may not mount one. */
  readonly disk: SmallDisk | null;
  /** Starts one more worker process with all groups, a second relay included. */
  addWorker(name: string, wrapper?: readonly string[]): Promise<Part>;
  /** Stops everything; the logs stay where something failed. */
  close(clean: boolean): Promise<void>;
}

const TRADERS = { galleries: 8, vehicles: 12 };

interface Surroundings {
  mode: Mode;
  folder: string;
  env: Record<string, string>;
}

async function startPart(
  { env, folder }: Surroundings,
  options: {
    app: "api" | "workers";
    name: string;
    env?: Record<string, string>;
    port?: number;
    wrapper?: readonly string[] | undefined;
  },
): Promise<{ part: Part; address: string }> {
  const port = options.port ?? (await freePort());
  const address = `http://127.0.0.1:${port}`;
  const part = new Part({
    name: options.name,
    program: join(repository, "apps", options.app, "dist/main.mjs"),
    env: {
      ...env,
      ...options.env,
      [options.app === "api" ? "PORT_API" : "PORT_WORKERS"]: String(port),
    },
    health: `${address}/health/ready`,
    folder,
    wrapper: options.wrapper,
  });
  part.start();
  await part.whenReady();
  return { part, address };
}

async function startApis(surroundings: Surroundings, ports: readonly number[]) {
  const apis: Part[] = [];
  const addresses: string[] = [];
  for (const [index, port] of ports.entries()) {
    const name = `api-${index + 1}`;
    const { part, address } = await startPart(surroundings, { app: "api", name, port });
    apis.push(part);
    addresses.push(address);
  }
  return { apis, addresses };
}

async function startWorkers(surroundings: Surroundings): Promise<Part[]> {
  const groups = surroundings.mode === "single" ? [""] : splitGroups();
  const workers: Part[] = [];
  for (const [index, WORKERS] of groups.entries()) {
    const name = `workers-${index + 1}`;
    const { part } = await startPart(surroundings, { app: "workers", name, env: { WORKERS } });
    workers.push(part);
  }
  return workers;
}

function environmentFor(folder: string, databaseUrl: string): Record<string, string> {
  return {
    NODE_ENV: "production",
    OTO_ENV: "test",
    OTO_SECRET: randomBytes(32).toString("hex"),
    OTO_DATA_DIR: join(folder, "data"),
    OTO_RATE_LIMITS: "off",
    OTO_REQUIRE_TOTP: "0",
    OTO_BCRYPT_COST: "4",
    OTO_DRAIN_MS: "1500",
    LOG_LEVEL: "warn",
    DATABASE_URL: databaseUrl,
  };
}

/** Starts the platform with its services and people, everything on free ports of this machine. */
export async function startWorld(mode: Mode): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), `kontak-faults-${mode}-`));
  await mkdir(join(folder, "data"));
  const services = mode === "cluster" ? await startClusterServices() : null;
  const database = services?.database ?? (await startSingleNodePostgres());
  await migrateDatabase(database.url);
  const disk = mode === "single" ? mountSmallDisk(join(folder, "data", "storage")) : null;
  const ports = await Promise.all((mode === "single" ? [1] : [1, 2]).map(() => freePort()));
  const env = {
    ...environmentFor(folder, database.url),
    // Where a single node takes uploads.
    OTO_PUBLIC_API_URL: `http://127.0.0.1:${ports[0]}`,
    ...services?.env,
  };
  const surroundings = { mode, folder, env };
  const platform = await openPlatform(readEnvironment(z.object({}), env), "faults");
  await easePublishGate(platform);
  const traders = await createTraders(platform, TRADERS);
  const { addresses, apis } = await startApis(surroundings, ports);
  const workers = await startWorkers(surroundings);
  const added: Part[] = [];
  return {
    mode,
    folder,
    database,
    services,
    apis,
    apiAddresses: addresses,
    workers,
    platform,
    traders,
    disk,
    async addWorker(name, wrapper) {
      const { part } = await startPart(surroundings, { app: "workers", name, wrapper });
      added.push(part);
      return part;
    },
    async close(clean) {
      await Promise.all([...apis, ...workers, ...added].map((part) => part.stop()));
      await platform.close();
      await (services ? services.stop() : database.stop());
      disk?.unmount();
      if (clean) await rm(folder, { recursive: true, force: true });
    },
  };
}
