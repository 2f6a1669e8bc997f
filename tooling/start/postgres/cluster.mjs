// Creates a cluster on disk and clears what a killed server left behind.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { asAccount } from "./account.mjs";

/**
 * @typedef {object} Cluster
 * @property {string} folder holds the cluster and what belongs to it
 * @property {string} dataFolder PostgreSQL's own folder (PGDATA)
 * @property {import("./account.mjs").Account} account
 * @property {import("./binaries.mjs").Binaries} binaries
 */

// Folding and sorting come from ICU. The libc locale still classifies letters for a few extensions,
// so a UTF-8 one is preferred where the machine has it.
const LOCALES = ["C.UTF-8", "en_US.UTF-8", "C"];

/**
 * Runs initdb unless the cluster exists. The superuser is `postgres`, with the password given.
 * @param {Cluster} cluster
 * @param {{ password: string, sync: boolean }} options
 */
export function createCluster(cluster, { password, sync }) {
  const { account, binaries, dataFolder, folder } = cluster;
  if (existsSync(path.join(dataFolder, "PG_VERSION"))) {
    return false;
  }
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(folder, ".initdb-password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(dataFolder, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    let output = "";
    for (const locale of LOCALES) {
      const run = spawnSync(
        binaries.initdb,
        [
          `--pgdata=${dataFolder}`,
          "--username=postgres",
          `--pwfile=${passwordFile}`,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale-provider=icu",
          "--icu-locale=und",
          `--locale=${locale}`,
          "--lc-messages=C",
          ...(sync ? [] : ["--no-sync"]),
        ],
        { ...asAccount(account), cwd: "/", encoding: "utf8" },
      );
      if (run.status === 0) {
        return true;
      }
      output = `${run.error?.message ?? ""}${run.stderr ?? ""}`.trim();
      rmSync(dataFolder, { recursive: true, force: true });
      mkdirSync(dataFolder, { mode: 0o700 });
      if (account.uid !== undefined && account.gid !== undefined) {
        chownSync(dataFolder, account.uid, account.gid);
      }
    }
    throw new Error(`initdb failed: ${output}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Creates a database without a running server.
 * @param {Cluster} cluster
 * @param {string} name a plain identifier
 */
export function createDatabaseOffline({ account, binaries, dataFolder }, name) {
  const run = spawnSync(binaries.postgres, ["--single", "-D", dataFolder, "postgres"], {
    ...asAccount(account),
    cwd: "/",
    encoding: "utf8",
    input: `CREATE DATABASE ${name};\n`,
  });
  if (run.status !== 0) {
    throw new Error(`could not create the database ${name}: ${run.stderr}`);
  }
}

/** @param {number} pid */
function commandLine(pid) {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      return "";
    }
  }
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
}

/**
 * Deals with `postmaster.pid` of a start that did not end well: a server of this very cluster that
 * outlived its starter is stopped; a number that now belongs to another program is forgotten.
 * @param {Cluster} cluster
 * @returns {Promise<string | undefined>} what was done, for the log
 */
export async function clearStaleServer({ dataFolder }) {
  const file = path.join(dataFolder, "postmaster.pid");
  if (!existsSync(file)) {
    return undefined;
  }
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (!Number.isInteger(pid) || !commandLine(pid).includes(dataFolder)) {
    rmSync(file, { force: true });
    return "the database was not stopped cleanly last time; it recovers from its log";
  }
  process.kill(pid, "SIGINT");
  for (let waited = 0; existsSync(file) && waited < 10_000; waited += 50) {
    await sleep(50);
  }
  return `stopped a database server (${pid}) that an earlier run left behind`;
}

/**
 * Makes the folder of the cluster, passable (not readable) for the account.
 * @param {string} folder
 */
export function makeClusterFolder(folder) {
  mkdirSync(folder, { recursive: true });
  try {
    chmodSync(folder, 0o711);
  } catch {
    // Not ours to change; whether the account can pass is checked by the caller.
  }
}
