import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adaptersEnv, createAdapters } from "@oto/adapters";
import { newId, openDatabase } from "@oto/db";
import { createLogger } from "@oto/observability";
import { createTestDatabase } from "@oto/testing";
import type { Origin, Platform } from "../context";
import type { ServicesEnv } from "../env";
import { servicesEnv } from "../env";
import { vapidKeys } from "../notification/push/vapid-keys";

/** A clock that stands still until it is moved. */
export interface TestClock {
  now(): Date;
  advance(ms: number): void;
}

export interface TestPlatform {
  readonly platform: Platform;
  readonly clock: TestClock;
  /** Connection string of the database's owner, for looking behind row-level security. */
  readonly databaseUrl: string;
  /** Folder of its files. */
  readonly dataDir: string;
  /** Closes everything and deletes database and files. */
  close(): Promise<void>;
}

function createClock(): TestClock {
  let ahead = 0;
  const started = Date.now();
  return {
    now: () => new Date(started + ahead),
    advance(ms) {
      ahead += ms;
    },
  };
}

/**
 * A platform on a throw-away database with the real single-node adapters, fast password hashing
 * and a clock of its own. For `*.db.test.ts`: open in `beforeAll`, `close()` in `afterAll`.
 *
 * @param services variables that choose other adapters: `{ MEILI_URL }`
 */
export async function createTestPlatform(
  overrides: Partial<ServicesEnv> = {},
  services: Readonly<Record<string, string>> = {},
): Promise<TestPlatform> {
  const testDatabase = await createTestDatabase();
  const dataDir = join(tmpdir(), `kontak-test-${newId()}`);
  const source = {
    OTO_ENV: "test",
    OTO_SECRET: randomBytes(32).toString("hex"),
    OTO_BCRYPT_COST: "4",
    OTO_DATA_DIR: dataDir,
  };
  const env = { ...servicesEnv.parse({ ...source, ...services }), ...overrides };
  const logger = createLogger({ service: "test", level: "fatal" });
  const database = openDatabase({ url: testDatabase.url, poolSize: 10 });
  const clock = createClock();
  const adapters = await createAdapters(
    adaptersEnv.parse({ ...source, OTO_RATE_LIMITS: env.OTO_RATE_LIMITS, ...services }),
    {
      pool: database.pool,
      logger,
      now: clock.now,
      vapidKeys: () => vapidKeys({ database, env }),
    },
  );
  return {
    platform: { database, adapters, env, logger, now: clock.now },
    clock,
    databaseUrl: testDatabase.url,
    dataDir,
    async close() {
      await adapters.close();
      await database.close();
      await testDatabase.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Where a test's request comes from. */
export const testOrigin = (origin: Partial<Origin> = {}): Origin => ({
  ip: "203.0.113.7",
  requestId: newId(),
  userAgent: "vitest",
  locale: "tr",
  ...origin,
});
