// The database server that comes with the platform: a real PostgreSQL from npm, one cluster a data
// folder, on the loopback only.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { asAccount, canReach, databaseAccount } from "./postgres/account.mjs";
import { prepareBinaries } from "./postgres/binaries.mjs";
import {
  clearStaleServer,
  createCluster,
  createDatabaseOffline,
  makeClusterFolder,
} from "./postgres/cluster.mjs";

/**
 * @typedef {object} PostgresOptions
 * @property {string} folder where the cluster lives (made when missing)
 * @property {string} [fallbackFolder] used when the account that PostgreSQL runs under cannot reach `folder`
 * @property {number} port a free port of the loopback
 * @property {string} password of the superuser `postgres`; must stay the same for one cluster
 * @property {string} database created with the cluster
 * @property {boolean} [durable] false: a throw-away cluster that never waits for the disk
 * @property {(line: string) => void} [onLog] every line the server writes
 * @property {(line: string) => void} [onNote] what was done beyond the usual, for people
 */

/**
 * @typedef {object} PostgresServer
 * @property {string} url of `database`
 * @property {string} folder where the cluster really is
 * @property {number} pid
 * @property {Promise<void>} exited settles when the server process is gone, wanted or not
 * @property {() => Promise<void>} stop disconnects everybody and stops; immediate after 3 s
 */

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "128MB",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
  log_line_prefix: "%m [%p] ",
  log_min_messages: "warning",
  log_min_error_statement: "panic",
};

const THROW_AWAY = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
};

/**
 * @param {PostgresOptions} options
 * @returns {import("./postgres/cluster.mjs").Cluster}
 */
function prepareCluster({ folder, fallbackFolder, onNote }) {
  const account = databaseAccount();
  makeClusterFolder(folder);
  let place = folder;
  if (!canReach(account, folder)) {
    if (fallbackFolder === undefined) {
      throw new Error(`${folder} cannot be reached by ${account.name}, who runs PostgreSQL`);
    }
    place = fallbackFolder;
    mkdirSync(place, { recursive: true, mode: 0o755 });
    makeClusterFolder(place);
    onNote?.(
      `${account.name}, who runs PostgreSQL, cannot reach ${folder}: the database is in ${place}`,
    );
  }
  const binaries = prepareBinaries(account, path.join(place, "postgresql"));
  for (const note of [account.note, binaries.note]) {
    if (note !== undefined) {
      onNote?.(note);
    }
  }
  return { folder: place, dataFolder: path.join(place, "data"), account, binaries };
}

/**
 * @param {import("./postgres/cluster.mjs").Cluster} cluster
 * @param {PostgresOptions} options
 */
function launch({ account, binaries, dataFolder }, { port, durable = true, onLog }) {
  const settings = { ...SETTINGS, ...(durable ? {} : THROW_AWAY), port: String(port) };
  const child = spawn(
    binaries.postgres,
    ["-D", dataFolder, ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`])],
    // Its own process group: Ctrl-C in the terminal must not reach it before its clients are gone.
    { ...asAccount(account), cwd: "/", stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  /** @type {string[]} */
  const lastLines = [];
  /** @type {Promise<boolean>} */
  const ready = new Promise((resolve) => {
    exited.then(() => resolve(false));
    createInterface({ input: child.stderr }).on("line", (line) => {
      onLog?.(line);
      lastLines.push(line);
      if (lastLines.length > 5) {
        lastLines.shift();
      }
      if (line.includes("database system is ready to accept connections")) {
        resolve(true);
      }
    });
  });
  return { child, exited, ready, lastLines };
}

/**
 * Starts the server, creating the cluster and the database the first time.
 * @param {PostgresOptions} options
 * @returns {Promise<PostgresServer>} resolves once it accepts connections
 */
export async function startPostgres(options) {
  const { port, password, database, durable = true, onNote } = options;
  const cluster = prepareCluster(options);
  if (createCluster(cluster, { password, sync: durable })) {
    createDatabaseOffline(cluster, database);
  }
  const note = await clearStaleServer(cluster);
  if (note !== undefined) {
    onNote?.(note);
  }
  // After a kill -9 the shared memory stays in use until the last backend has noticed.
  for (let attempt = 1; ; attempt += 1) {
    const { child, exited, ready, lastLines } = launch(cluster, options);
    if (await ready) {
      return {
        url: `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
        folder: cluster.folder,
        pid: child.pid ?? -1,
        exited,
        stop: () => stop(child, exited),
      };
    }
    if (attempt === 20 || !lastLines.some((line) => line.includes("shared memory block"))) {
      throw new Error(`PostgreSQL did not start: ${lastLines.join(" | ")}`);
    }
    await sleep(250);
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {Promise<void>} exited
 */
async function stop(child, exited) {
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), 3_000);
  await exited;
  clearTimeout(timer);
}
