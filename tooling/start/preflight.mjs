// Everything that can be known before a minute is spent: all problems at once, one line each.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { clusterProblems } from "./cluster/needs.mjs";
import { portProblem } from "./ports.mjs";
import { runningOn, stopLeftovers } from "./running.mjs";
import { note } from "./terminal.mjs";

const OLDEST_NODE = [20, 19];

/** @returns {string[]} */
export function nodeProblems() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
    ? []
    : [`Node ${process.versions.node} is too old: ${OLDEST_NODE.join(".")} or newer is needed`];
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function dataFolderProblems(folder) {
  try {
    const isNew = !existsSync(folder);
    mkdirSync(folder, { recursive: true });
    if (isNew) {
      // The database may run under another user, who has to pass through but not to read.
      chmodSync(folder, 0o711);
    }
    const probe = path.join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : String(error);
    return [`OTO_DATA_DIR=${folder} cannot be written (${code})`];
  }
  const secrets = path.join(folder, "secrets.json");
  try {
    if (existsSync(secrets)) {
      JSON.parse(readFileSync(secrets, "utf8"));
    }
  } catch {
    const owner = statSync(secrets).uid;
    return [
      `${secrets} cannot be read (it belongs to user ${owner}): start as that user, or use another OTO_DATA_DIR`,
    ];
  }
  return [];
}

/**
 * @param {import("./variables.mjs").Settings["ports"]} ports
 * @returns {Promise<string[]>}
 */
async function portProblems(ports) {
  const problems = [];
  for (const [name, port] of Object.entries(ports)) {
    const code = (await portProblem(port)) ?? (await portProblem(port, "127.0.0.1"));
    const variable = `PORT_${name.toUpperCase()}`;
    if (code === "EADDRINUSE") {
      problems.push(`port ${port} is taken by another program: set ${variable} to a free one`);
    } else if (code !== undefined) {
      problems.push(`port ${port} cannot be opened (${code}): set ${variable} to another one`);
    }
  }
  return problems;
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<string[]>}
 */
function databaseProblems(databaseUrl) {
  const { hostname, port } = new URL(databaseUrl);
  const where = { host: hostname, port: Number(port || 5432) };
  return new Promise((resolve) => {
    const socket = connect({ ...where, timeout: 5_000 });
    const end = (/** @type {string[]} */ problems) => {
      socket.destroy();
      resolve(problems);
    };
    const nobody = `DATABASE_URL: nothing answers at ${where.host}:${where.port}`;
    socket.once("connect", () => end([]));
    socket.once("timeout", () => end([nobody]));
    socket.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      end([`${nobody} (${error.code})`]);
    });
  });
}

/**
 * @param {import("./variables.mjs").Settings} settings
 * @returns {Promise<string[]>}
 */
export async function machineProblems({ cluster, dataFolder, databaseUrl, ports }) {
  const problems = dataFolderProblems(dataFolder);
  if (problems.length === 0) {
    const other = runningOn(dataFolder);
    if (other !== undefined) {
      // Its ports are taken for that reason; saying so as well would only confuse.
      return [
        `the platform already runs on ${dataFolder} (process ${other}): stop it, or set OTO_DATA_DIR to another folder`,
      ];
    }
    const stopped = await stopLeftovers(dataFolder);
    if (stopped.length > 0) {
      note(`stopped what an earlier run left behind: ${stopped.join(", ")}`);
    }
  }
  problems.push(...(await portProblems(ports)));
  if (databaseUrl !== undefined) {
    problems.push(...(await databaseProblems(databaseUrl)));
  }
  if (cluster !== undefined) {
    problems.push(...clusterProblems(cluster));
  }
  return problems;
}
