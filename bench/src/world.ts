import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { newId } from "@oto/db";
import { seedCatalogue, seedMarket } from "@oto/db/seed";
import { login } from "@oto/services/auth";
import { reindexAll } from "@oto/services/marketplace";
import {
  createGallery,
  createPublicContext,
  createUser,
  TEST_PASSWORD,
} from "@oto/services/testing";
import { freePort, PlatformPart } from "@oto/testing/services";
import pg from "pg";
import { HttpCaller } from "./http";
import { residentMb } from "./memory";
import type { BenchPlatform } from "./platform";
import { openBenchPlatform } from "./platform";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const REASON = "a benchmark sets the scene for all galleries";

export interface Member {
  readonly galleryId: string;
  readonly api: HttpCaller;
}

/** The built API over a market of some size, with the floor's server beside it. */
export interface World extends BenchPlatform {
  readonly floor: HttpCaller;
  readonly addresses: { readonly api: string; readonly floor: string };
  /** Ids of published vehicles of the market. */
  readonly vehicleIds: readonly string[];
  /** Somebody of a new gallery, signed in. */
  member(): Promise<Member>;
  /** Starts a process of the workers for some groups; all of them unless given. */
  startWorkers(groups?: string): Promise<void>;
  /** Resident memory of the API in MB. */
  memoryMb(): Promise<number>;
}

/** A market of a size on a platform: catalogue, vehicles, index, statistics. */
export async function fillMarket({ platform, url }: BenchPlatform, size: number): Promise<void> {
  await seedCatalogue(platform.database);
  await seedMarket(platform.database.pool, { vehicles: size });
  await reindexAll(platform);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

async function until(isReady: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await isReady().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${what} is not ready`);
    await pause(50);
  }
}

async function startFloor(url: string) {
  const port = await freePort();
  const program = join(repository, "bench/src/floor/main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, String(port), url], {
    cwd: repository,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const address = `http://127.0.0.1:${port}`;
  const caller = new HttpCaller(address);
  await until(async () => (await caller.call({ path: "/health" })) === "{}", "the floor");
  return { address, caller, stop: () => child.kill("SIGKILL") };
}

/** Photos and papers are not what is measured: of the publish gate, the price alone is asked for. */
async function easePublishGate({ platform }: BenchPlatform): Promise<void> {
  const data = { rule: "price", validFrom: new Date("2024-08-27"), severity: "BLOCK" } as const;
  await platform.database
    .unsafeSystem(REASON)
    .write((tx) => tx.publishRule.createMany({ data: [{ id: newId(), ...data }] }));
}

let shared: Promise<World> | null = null;
let isSharing = false;

/** From now on all cases are about one world, whatever size they ask for. */
export function shareWorld(): void {
  isSharing = true;
}

/** Ends the world that cases shared. */
export async function endSharedWorld(): Promise<void> {
  const world = await shared;
  shared = null;
  await world?.stop();
}

/** The built API over a market of that size, to be stopped by whoever opened it. */
export async function openWorld(size: number): Promise<World> {
  if (!isSharing) return startWorld(size);
  shared ??= startWorld(size);
  return { ...(await shared), stop: async () => undefined };
}

/** Starts everything on free ports, in a folder of its own. */
async function startWorld(size: number): Promise<World> {
  const bench = await openBenchPlatform();
  await fillMarket(bench, size);
  await easePublishGate(bench);
  const parts: PlatformPart[] = [];
  const startPart = async (app: "api" | "workers", env: Record<string, string> = {}) => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const part = new PlatformPart({
      name: app,
      program: join(repository, "apps", app, "dist/main.mjs"),
      env: {
        ...bench.environment,
        ...env,
        NODE_ENV: "production",
        LOG_LEVEL: "info",
        [app === "api" ? "PORT_API" : "PORT_WORKERS"]: String(port),
      },
      health: `${address}/health/ready`,
      folder: bench.folder,
    });
    part.start();
    parts.push(part);
    await part.whenReady();
    return { address, part };
  };
  const floor = await startFloor(bench.url);
  const { address, part } = await startPart("api");
  const { rows } = await bench.platform.database.pool.query<{ id: string }>(
    "select vehicle_id as id from search_listing order by vehicle_id limit 5000",
  );
  const callers: HttpCaller[] = [floor.caller];
  return {
    ...bench,
    floor: floor.caller,
    addresses: { api: address, floor: floor.address },
    vehicleIds: rows.map(({ id }) => id),
    async member() {
      const { id: galleryId } = await createGallery(bench.platform);
      const { email } = await createUser(bench.platform, { member: { galleryId, role: "OWNER" } });
      const { accessToken } = await login(createPublicContext(bench.platform), {
        identifier: email,
        password: TEST_PASSWORD,
      });
      const api = new HttpCaller(address, accessToken);
      callers.push(api);
      return { galleryId, api };
    },
    async startWorkers(groups) {
      await startPart("workers", groups ? { WORKERS: groups } : {});
    },
    memoryMb: () => residentMb(part.pid),
    async stop() {
      for (const caller of callers) caller.close();
      floor.stop();
      await Promise.all(parts.map((each) => each.stop()));
      await bench.stop();
    },
  };
}
