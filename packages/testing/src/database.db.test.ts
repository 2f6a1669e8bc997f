import { Client } from "pg";
import { expect, it } from "vitest";
import { createTestDatabase } from "./database";

async function tablesOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public'",
  );
  await client.end();
  return rows.map((row) => row.tablename);
}

it("gives every caller a migrated database of its own", async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const client = new Client({ connectionString: one.url });
  await client.connect();
  await client.query("create table only_here (id int)");
  await client.end();

  expect(await tablesOf(one.url)).toContain("only_here");
  const tables = await tablesOf(two.url);
  expect(tables).toContain("_prisma_migrations");
  expect(tables).not.toContain("only_here");
  await Promise.all([one.drop(), two.drop()]);
});

it("drops a database that still has a connection", async () => {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  client.on("error", () => undefined);
  await client.connect();
  await database.drop();
  await expect(tablesOf(database.url)).rejects.toThrow("does not exist");
});
