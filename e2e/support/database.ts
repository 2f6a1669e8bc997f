import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { dataFolder, inherited } from "./env";

/** How the database of the platform under test is reached. */
export function databaseUrl(): string {
  const given = inherited().OTO_E2E_DATABASE_URL;
  if (given) return given;
  const folder = dataFolder();
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const secrets: Record<string, string> = JSON.parse(read("secrets.json"));
  const password = encodeURIComponent(secrets.databasePassword ?? "");
  return `postgresql://postgres:${password}@127.0.0.1:${read("postgres.port").trim()}/kontak`;
}

/** Writes into the database past the platform: for amounts that nobody could type. */
export async function inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
