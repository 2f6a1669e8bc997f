// One platform a data folder: a file names the process that runs it and its children, so that a
// second start is refused and the children of a killed one are found and stopped.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** @typedef {{ pid: number, command: string }} Running */
/** @typedef {Running & { children: Record<string, Running> }} Record_ */

/**
 * @param {number} pid
 * @returns {string} its command line; empty when there is no such process
 */
export function commandLineOf(pid) {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    } catch {
      return "";
    }
  }
  const { stdout } = spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  return (stdout ?? "").trim();
}

/** Process numbers are used again, so the command has to be the same as well. @param {Running} running */
const isAlive = ({ pid, command }) => command !== "" && commandLineOf(pid) === command;

/** @param {string} dataFolder */
const fileIn = (dataFolder) => path.join(dataFolder, "running.json");

/**
 * @param {string} dataFolder
 * @returns {Record_ | undefined}
 */
function readRecord(dataFolder) {
  const file = fileIn(dataFolder);
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined; // Cut short by a crash: nobody can be named by it.
  }
}

/**
 * @param {string} dataFolder
 * @returns {number | undefined} the process that runs on this folder now
 */
export function runningOn(dataFolder) {
  const record = readRecord(dataFolder);
  return record !== undefined && record.pid !== process.pid && isAlive(record)
    ? record.pid
    : undefined;
}

/**
 * @param {Running[]} group
 * @param {NodeJS.Signals} firstSignal
 */
async function stopGroup(group, firstSignal) {
  for (const [signal, patience] of /** @type {const} */ ([
    [firstSignal, 5_000],
    ["SIGKILL", 2_000],
  ])) {
    for (const { pid } of group.filter(isAlive)) {
      process.kill(pid, signal);
    }
    const end = Date.now() + patience;
    while (Date.now() < end && group.some(isAlive)) {
      await sleep(50);
    }
  }
}

/**
 * Stops what a killed start left running: first all that use the database, then the database, which
 * takes SIGINT to mean that it shall not wait for anybody.
 * @param {string} dataFolder
 * @returns {Promise<string[]>} names of the stopped parts
 */
export async function stopLeftovers(dataFolder) {
  const { postgres, ...others } = readRecord(dataFolder)?.children ?? {};
  const alive = Object.entries(others).filter(([, child]) => isAlive(child));
  await stopGroup(Object.values(others), "SIGTERM");
  const names = alive.map(([name]) => name);
  if (postgres !== undefined && isAlive(postgres)) {
    await stopGroup([postgres], "SIGINT");
    names.push("postgres");
  }
  return names;
}

/**
 * Makes this process the one that runs on the folder. From now on, should it be killed, a guard that
 * outlives it stops its children.
 * @param {string} dataFolder
 */
export function claim(dataFolder) {
  /** @type {Record_} */
  const record = { pid: process.pid, command: commandLineOf(process.pid), children: {} };
  const save = () => {
    const file = fileIn(dataFolder);
    writeFileSync(`${file}.new`, JSON.stringify(record, null, 2));
    renameSync(`${file}.new`, file);
  };
  save();
  const guard = fileURLToPath(new URL("guard.mjs", import.meta.url));
  spawn(process.execPath, [guard, dataFolder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  }).unref();
  return {
    /** @param {string} name @param {number} pid */
    started(name, pid) {
      record.children[name] = { pid, command: commandLineOf(pid) };
      save();
    },
    release: () => rmSync(fileIn(dataFolder), { force: true }),
  };
}
