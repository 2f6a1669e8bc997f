// Runs a command of the platform against its database: `node tooling/command/main.mjs audit`. Without
// DATABASE_URL that is the one that `npm start` keeps running, found through the data folder.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { program } from "../start/parts.mjs";
import { readSecrets } from "../start/secrets.mjs";
import { complain } from "../start/terminal.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [name = "", ...args] = process.argv.slice(2);
const command = {
  source: `apps/workers/src/commands/${name}/main.ts`,
  bundle: `apps/workers/dist/${name}.mjs`,
};
const dev = existsSync(path.join(root, command.source));

/** @returns {Record<string, string> | undefined} what `npm start` gave the database of this data folder */
function startedPlatform() {
  const dataFolder = path.resolve(root, process.env.OTO_DATA_DIR || ".data");
  const portFile = path.join(dataFolder, "postgres.port");
  if (!existsSync(portFile)) {
    return undefined;
  }
  const secrets = readSecrets(dataFolder);
  const port = readFileSync(portFile, "utf8").trim();
  return {
    DATABASE_URL: `postgresql://postgres:${encodeURIComponent(secrets.databasePassword)}@127.0.0.1:${port}/kontak`,
    OTO_SECRET: secrets.platform,
    OTO_DATA_DIR: dataFolder,
  };
}

const found = process.env.DATABASE_URL ? {} : startedPlatform();
if (!/^[a-z-]+$/.test(name) || !(dev || existsSync(path.join(root, command.bundle)))) {
  complain(`there is no command ${name}`);
  process.exitCode = 1;
} else if (found === undefined) {
  complain("no database: set DATABASE_URL and OTO_SECRET, or start the platform with npm start");
  process.exitCode = 1;
} else {
  const { status } = spawnSync(process.execPath, [...program(root, command, { dev }), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...found, LOG_LEVEL: "error", ...process.env },
  });
  process.exitCode = status ?? 1;
}
