// The database of `npm start`: the server that comes with the platform, kept running.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openLog } from "./logs.mjs";
import { freePort, portProblem } from "./ports.mjs";
import { startPostgres } from "./postgres.mjs";
import { note, StartError, say, since, warn } from "./terminal.mjs";

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/** The port stays the same from start to start while it is free, so that tools can keep it. @param {string} file */
async function choosePort(file) {
  const known = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port =
    known > 0 && (await portProblem(known, "127.0.0.1")) === undefined ? known : await freePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

/**
 * @param {object} options
 * @param {string} options.dataFolder
 * @param {import("./secrets.mjs").Secrets} options.secrets
 * @param {(pid: number) => void} options.onPid a server process was started
 * @param {(error: unknown) => void} options.onLost the server is gone and does not come back
 * @returns {Promise<Database>}
 */
export async function startDatabase({ dataFolder, secrets, onPid, onLost }) {
  const log = openLog(dataFolder, "postgres");
  const options = {
    folder: path.join(dataFolder, "postgres"),
    fallbackFolder: path.join("/var/lib/kontak", secrets.databaseFolder),
    port: await choosePort(path.join(dataFolder, "postgres.port")),
    password: secrets.databasePassword,
    database: "kontak",
    onLog: log.write,
    onNote: note,
  };
  let stopping = false;
  let server = await startPostgres(options).catch((error) => {
    throw new StartError(`the database did not start: ${error.message} (log: ${log.file})`);
  });
  onPid(server.pid);

  async function keepRunning() {
    await server.exited;
    while (!stopping) {
      const started = performance.now();
      warn("the database stopped unexpectedly: starting it again");
      server = await startAgain();
      onPid(server.pid);
      say(`  the database is back after ${since(started)}`);
      await server.exited;
    }
  }

  async function startAgain() {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await startPostgres(options);
      } catch (error) {
        if (attempt === 5) {
          throw error;
        }
        await sleep(500 * attempt);
      }
    }
  }

  keepRunning().catch(onLost);
  return {
    url: server.url,
    stop: async () => {
      stopping = true;
      await server.stop();
    },
  };
}
