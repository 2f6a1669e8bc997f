import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentWith } from "./env";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** Migrates a database in a process of its own, so that no connection to it stays open. */
export async function migrateDatabase(url: string): Promise<void> {
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
