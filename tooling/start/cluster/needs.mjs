// What a cluster on one machine is made of: services that the environment names, and for the others
// the programs that this machine must have.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { findHaproxy } from "../edge/haproxy.mjs";

const FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/usr/local/bin", "/usr/bin"];

/** @param {string} name */
function hasProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), ...FOLDERS].filter(Boolean);
  return folders.some((folder) => existsSync(path.join(folder, name)));
}

function hasPostgres() {
  const folder = "/usr/lib/postgresql";
  return (
    existsSync(folder) &&
    readdirSync(folder).some((major) => existsSync(path.join(folder, major, "bin/pg_basebackup")))
  );
}

/** @typedef {"postgres" | "redis" | "rabbitmq" | "search" | "storage"} ServiceName */

/**
 * @typedef {object} Need
 * @property {ServiceName} name
 * @property {string} title for people
 * @property {string} variable that names it instead
 * @property {readonly string[]} also further variables that are passed on
 * @property {string} debianPackage
 * @property {() => boolean} isHere
 */

/** @type {readonly Need[]} */
const ALWAYS = [
  {
    name: "postgres",
    title: "PostgreSQL primary and replica",
    variable: "DATABASE_URL",
    also: ["DATABASE_REPLICA_URL"],
    debianPackage: "postgresql",
    isHere: hasPostgres,
  },
  {
    name: "redis",
    title: "Redis",
    variable: "REDIS_URL",
    also: [],
    debianPackage: "redis-server",
    isHere: () => hasProgram("redis-server"),
  },
  {
    name: "rabbitmq",
    title: "RabbitMQ",
    variable: "RABBITMQ_URL",
    also: [],
    debianPackage: "rabbitmq-server",
    isHere: () => existsSync("/usr/lib/rabbitmq/bin/rabbitmq-server"),
  },
];

/** Started only when asked for: without them these two ports stay on their single-node adapters. */
/** @type {readonly Need[]} */
const SANDBOXES = [
  {
    name: "search",
    title: "Search",
    variable: "MEILI_URL",
    also: ["MEILI_KEY"],
    debianPackage: "",
    isHere: () => true,
  },
  {
    name: "storage",
    title: "Object storage",
    variable: "S3_ENDPOINT",
    also: [],
    debianPackage: "radosgw ceph-mon ceph-osd",
    isHere: () => hasProgram("radosgw") && hasProgram("ceph-mon"),
  },
];

/** What it is that serves a port where no service does. */
const SINGLE_NODE = { search: "PostgreSQL (single-node adapter)", storage: "folder on this node" };

/** @param {Need} need */
const isNamed = ({ variable }) => (process.env[variable] ?? "").trim() !== "";

/** @param {{ sandboxes: boolean }} cluster */
const toStart = ({ sandboxes }) =>
  [...ALWAYS, ...(sandboxes ? SANDBOXES : [])].filter((need) => !isNamed(need));

/**
 * @param {{ sandboxes: boolean }} cluster
 * @returns {ServiceName[]} services to start here
 */
export const servicesToStart = (cluster) => toStart(cluster).map(({ name }) => name);

/**
 * @param {{ sandboxes: boolean }} cluster
 * @returns {string[]} one line for each program that is missing
 */
export function clusterProblems(cluster) {
  const missing = toStart(cluster)
    .filter(({ isHere }) => !isHere())
    .map(
      ({ title, variable, debianPackage }) =>
        `${title}: ${variable} is not set, and Debian's ${debianPackage} is not installed to start it here`,
    );
  return findHaproxy() === undefined
    ? [
        ...missing,
        "the edge in front of the API processes: Debian's haproxy is not installed (npm start does without)",
      ]
    : missing;
}

/**
 * @param {{ sandboxes: boolean }} cluster
 * @returns {string[][]} rows for people: what serves each port
 */
export function servicesTable({ sandboxes }) {
  const started = servicesToStart({ sandboxes });
  return [...ALWAYS, ...SANDBOXES].map((need) => {
    if (isNamed(need)) return [need.title, need.variable];
    if (started.includes(need.name)) return [need.title, "started here"];
    return [need.title, SINGLE_NODE[/** @type {"search" | "storage"} */ (need.name)]];
  });
}
