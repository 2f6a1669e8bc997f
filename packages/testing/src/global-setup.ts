import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "../../../tooling/start/ports.mjs";
import type { PostgresServer } from "../../../tooling/start/postgres.mjs";
import { startPostgres } from "../../../tooling/start/postgres.mjs";
import { removeAbandonedClusters } from "./abandoned-clusters";
import { migrateDatabase } from "./migrate";
import "./database";

const TEMPLATE = "oto_template";

async function startThrowAwayServer(folder: string): Promise<PostgresServer> {
  return startPostgres({
    folder,
    port: await freePort(),
    password: randomBytes(12).toString("hex"),
    database: TEMPLATE,
    durable: false,
  });
}

/** Starts one PostgreSQL for the whole run and migrates the template of all test databases. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandonedClusters();
  const folder = await mkdtemp(join(tmpdir(), `kontak-test-${process.pid}-`));
  const server = await startThrowAwayServer(folder);
  // The process may end without a teardown (Ctrl-C, a crash): the server must not outlive it.
  const quit = () => process.kill(server.pid, "SIGQUIT");
  process.once("exit", quit);
  await migrateDatabase(server.url);
  const serverUrl = new URL(server.url);
  serverUrl.pathname = "/postgres";
  project.provide("databaseServerUrl", serverUrl.href);
  project.provide("databaseTemplate", TEMPLATE);
  return async () => {
    process.off("exit", quit);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
