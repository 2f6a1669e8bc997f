import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection of the owner to the throw-away server's maintenance database. */
    databaseServerUrl: string;
    /** Name of the migrated, empty database that test databases are copied from. */
    databaseTemplate: string;
  }
}

export interface TestDatabase {
  /** Connection string of the owner (may create roles, bypasses row-level security). */
  readonly url: string;
  /** Disconnects everybody and deletes the database. */
  drop(): Promise<void>;
}

async function onServer(run: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: inject("databaseServerUrl") });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

/**
 * A migrated database of its own for one test file: create it in `beforeAll`, drop it in `afterAll`.
 * Works in `*.db.test.ts` and `*.contract.test.ts`, whose projects start the server.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer((client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${inject("databaseTemplate")}`),
  );
  const url = new URL(inject("databaseServerUrl"));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}
