import type { Database } from "@oto/db";
import { afterCommit, openDatabase } from "@oto/db";
import type { TestDatabase } from "@oto/testing";
import { createTestDatabase } from "@oto/testing";
import { afterAll, beforeAll, expect, it } from "vitest";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 2 });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const setting = { key: "after-commit", value: 1, updatedAt: new Date() };
const isThere = async () => {
  const { rows } = await database.pool.query("select 1 from platform_setting where key = $1", [
    setting.key,
  ]);
  return rows.length === 1;
};

it("rings once a change has committed, whatever the bell says, and never when it has not", async () => {
  const db = database.unsafeSystem("a test writes");
  const seen: boolean[] = [];
  const ring = async () => void seen.push(await isThere());
  const failing = db.write(async (tx) => {
    await tx.platformSetting.create({ data: setting });
    afterCommit(tx, ring);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(seen).toEqual([]);
  const result = await db.write(async (tx) => {
    await tx.platformSetting.create({ data: setting });
    afterCommit(tx, () => Promise.reject(new Error("bell broken")));
    afterCommit(tx, ring);
    expect(seen).toEqual([]);
    return 7;
  });
  expect(result).toBe(7);
  expect(seen).toEqual([true]);
});
