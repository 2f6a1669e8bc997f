// Starts what the environment does not name, as one supervised child that runs the real servers.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Part } from "../part.mjs";
import { freePort, portProblem } from "../ports.mjs";
import { canReach, databaseAccount } from "../postgres/account.mjs";
import { note, since } from "../terminal.mjs";
import { servicesToStart } from "./needs.mjs";

/**
 * Ports stay the same from start to start while they are free: RabbitMQ's data knows its own.
 * @param {string} file
 * @param {readonly string[]} names
 */
export async function choosePorts(file, names) {
  /** @type {Record<string, number>} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  /** @type {Record<string, number>} */
  const ports = {};
  for (const name of names) {
    const before = known[name];
    const isFree = before !== undefined && (await portProblem(before, "127.0.0.1")) === undefined;
    ports[name] = isFree ? before : await freePort();
  }
  writeFileSync(file, JSON.stringify({ ...known, ...ports }));
  return ports;
}

/**
 * @param {object} given
 * @param {string} given.root
 * @param {string} given.dataFolder
 * @param {{ sandboxes: boolean }} given.cluster
 * @param {import("../secrets.mjs").Secrets} given.secrets
 * @param {(name: string, pid: number) => void} given.onPid
 * @returns {Promise<{ env: Record<string, string>, part: Part | undefined }>} variables that name them
 */
export async function startServices({ root, dataFolder, cluster, secrets, onPid }) {
  const wanted = servicesToStart(cluster);
  if (wanted.length === 0) return { env: {}, part: undefined };
  const folder = path.join(dataFolder, "cluster");
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const reachable = canReach(databaseAccount(), folder);
  const order = {
    folder,
    databaseFolder: reachable
      ? path.join(folder, "postgres")
      : path.join("/var/lib/kontak", `${secrets.databaseFolder}-cluster`),
    password: secrets.databasePassword,
    ports: await choosePorts(path.join(folder, "ports.json"), [
      "primary",
      "replica",
      "redis",
      "rabbitmq",
      "search",
      "storage",
    ]),
    wanted,
  };
  const started = performance.now();
  const part = new Part(
    {
      name: "services",
      cwd: root,
      args: [
        "--import",
        "tsx",
        "packages/testing/src/services/cluster/main.ts",
        JSON.stringify(order),
      ],
      env: {},
      health: /^::services (.+)$/,
      graceMs: 20_000,
    },
    { dataFolder, onPid },
  );
  part.start();
  try {
    await part.whenReady();
  } catch (error) {
    await part.stop();
    throw error;
  }
  note(`services: ready in ${since(started)}`);
  return { env: JSON.parse(part.readySaid ?? "{}"), part };
}
