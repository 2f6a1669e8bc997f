import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { freePort } from "../../../tooling/start/ports.mjs";
import type { PostgresServer } from "../../../tooling/start/postgres.mjs";
import { startPostgres } from "../../../tooling/start/postgres.mjs";
import { removeAbandonedClusters } from "./abandoned-clusters";
import { environmentWith } from "./env";
import "./database";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const TEMPLATE = "oto_template";

/** Migrates in a process of its own, so that no connection to the template stays open. */
async function migrateTemplate(url: string): Promise<void> {
  const entry = join(repository, "packages/db/src/migrate/main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", entry], {
    cwd: repository,
    env: environmentWith({ DATABASE_URL: url }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`the test database could not be migrated:\n${output}`);
}

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
  await migrateTemplate(server.url);
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
