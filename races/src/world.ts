import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenPlatform } from "@oto/services";
import { openPlatform, readEnvironment } from "@oto/services";
import {
  freePort,
  migrateDatabase,
  PlatformPart,
  startSingleNodePostgres,
} from "@oto/testing/services";
import { z } from "zod";
import { repository } from "./repository";

/** Two API processes and a worker over one PostgreSQL. */
export interface World {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly addresses: readonly string[];
  /** The same platform as the processes have, for setting the scene and looking behind it. */
  readonly platform: OpenPlatform;
  /** How often a process fell and had to be started again. */
  falls(): number;
  close(clean: boolean): Promise<void>;
}

const APIS = 2;

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

async function startPart(
  { env, folder }: { env: Record<string, string>; folder: string },
  { app, name }: { app: "api" | "workers"; name: string },
): Promise<{ part: PlatformPart; address: string }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const part = new PlatformPart({
    name,
    program: join(repository, "apps", app, "dist/main.mjs"),
    env: { ...env, [app === "api" ? "PORT_API" : "PORT_WORKERS"]: String(port) },
    health: `${address}/health/ready`,
    folder,
  });
  part.start();
  await part.whenReady();
  return { part, address };
}

/** Starts everything on free ports of this machine, in a folder of its own. */
export async function startWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "kontak-races-"));
  await mkdir(join(folder, "data"));
  const database = await startSingleNodePostgres();
  await migrateDatabase(database.url);
  const env = environmentFor(folder, database.url);
  const platform = await openPlatform(readEnvironment(z.object({}), env), "races");
  const parts: PlatformPart[] = [];
  const addresses: string[] = [];
  for (let i = 1; i <= APIS; i += 1) {
    const { address, part } = await startPart({ env, folder }, { app: "api", name: `api-${i}` });
    parts.push(part);
    addresses.push(address);
  }
  const worker = await startPart({ env, folder }, { app: "workers", name: "workers" });
  parts.push(worker.part);
  const stop = async (clean: boolean) => {
    await Promise.all(parts.map((part) => part.stop()));
    await platform.close();
    await database.stop();
    if (clean) await rm(folder, { recursive: true, force: true });
  };
  let stopping: Promise<void> | undefined;
  return {
    folder,
    databaseUrl: database.url,
    addresses,
    platform,
    falls: () => parts.reduce((sum, { falls }) => sum + falls, 0),
    close(clean) {
      // A run that is ended early is closed by whoever ends it and by the run itself.
      stopping ??= stop(clean);
      return stopping;
    },
  };
}
