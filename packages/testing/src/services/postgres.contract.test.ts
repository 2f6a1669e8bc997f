import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servicesWanted } from "../env";
import { migrateDatabase } from "../migrate";
import type { PostgresPair } from "./postgres";
import { startPostgresPair } from "./postgres";

const wanted = servicesWanted();

async function ask<T>(url: string, text: string): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows[0]?.answer as T;
  } finally {
    await client.end();
  }
}

describe.skipIf(!wanted)(
  `a primary and its replica${wanted ? "" : " (left out: TEST_SERVICES=embedded)"}`,
  () => {
    let pair: PostgresPair;
    beforeAll(async () => {
      pair = await startPostgresPair();
      await migrateDatabase(pair.primary.url);
    });
    afterAll(() => pair.stop());

    const count = "select count(*)::int as answer from make";
    const add = (name: string) =>
      ask(
        pair.primary.url,
        `insert into make (id, name, slug) values (gen_random_uuid(), '${name}', '${name}')`,
      );

    it("migrates on the oldest version that is supported, and the replica has it all", async () => {
      expect(pair.major).toBeGreaterThanOrEqual(15);
      await pair.replica.caughtUp();
      const tables = "select count(*)::int as answer from pg_tables where schemaname = 'public'";
      const there = await ask<number>(pair.primary.url, tables);
      expect(there).toBeGreaterThan(20);
      expect(await ask(pair.replica.url, tables)).toBe(there);
    });

    it("falls behind while paused or late, and catches up", async () => {
      await pair.replica.pause();
      await add("paused");
      const before = await ask<number>(pair.replica.url, count);
      expect(await ask(pair.primary.url, count)).toBe(before + 1);
      await pair.replica.resume();
      await pair.replica.caughtUp();
      expect(await ask(pair.replica.url, count)).toBe(before + 1);

      await pair.replica.lag(60_000);
      await add("late");
      expect(await ask(pair.replica.url, count)).toBe(before + 1);
      await pair.replica.lag(0);
      await pair.replica.caughtUp();
      expect(await ask(pair.replica.url, count)).toBe(before + 2);
    });

    it("keeps what was committed over kill -9 of either", async () => {
      await add("committed");
      const there = await ask<number>(pair.primary.url, count);
      await pair.primary.kill();
      await expect(ask(pair.primary.url, count)).rejects.toThrow();
      await pair.primary.restart();
      expect(await ask(pair.primary.url, count)).toBe(there);
      await pair.replica.kill();
      await pair.replica.restart();
      await pair.replica.caughtUp();
      expect(await ask(pair.replica.url, count)).toBe(there);
    });
  },
);
