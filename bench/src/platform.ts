import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenPlatform } from "@oto/services";
import { openPlatform, readEnvironment } from "@oto/services";
import { migrateDatabase, startSingleNodePostgres } from "@oto/testing/services";
import { z } from "zod";

/** A platform on a PostgreSQL of its own. */
export interface BenchPlatform {
  readonly platform: OpenPlatform;
  /** Of the database's owner. */
  readonly url: string;
  /** What other processes on the same platform are started with. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Lets go of the database; the server stays. */
  disconnect(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a durable PostgreSQL, migrates it and opens the platform on it. */
export async function openBenchPlatform(): Promise<BenchPlatform> {
  const server = await startSingleNodePostgres();
  await migrateDatabase(server.url);
  const folder = await mkdtemp(join(tmpdir(), "kontak-bench-"));
  const env = {
    OTO_ENV: "test",
    OTO_SECRET: randomBytes(32).toString("hex"),
    OTO_DATA_DIR: folder,
    OTO_BCRYPT_COST: "4",
    OTO_RATE_LIMITS: "off",
    LOG_LEVEL: "error",
    DATABASE_URL: server.url,
  };
  const platform = await openPlatform(readEnvironment(z.object({}), env), "bench");
  let connected = true;
  const disconnect = async () => {
    if (connected) await platform.close();
    connected = false;
  };
  return {
    platform,
    url: server.url,
    environment: env,
    folder,
    disconnect,
    async stop() {
      await disconnect();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
