// The processes of a cluster on one machine: two API processes behind an edge, workers by group.
import { writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { findHaproxy, haproxyConfig, NOTICE_MS } from "../edge/haproxy.mjs";
import { serviceDefinition, siteDefinitions } from "../parts.mjs";
import { choosePorts } from "./services.mjs";

/** Groups of `WORKERS`, a process each: order and clocks, what people wait for, heavy work. */
const WORKER_GROUPS = ["relay,schedules", "notification,negotiation,chat", "media,search,account"];
const API_PROCESSES = 2;

/**
 * @param {import("../parts.mjs").Surroundings} given
 * @returns {Promise<import("../parts.mjs").Definition[][]>} groups in the order of starting, the sites last
 */
export async function clusterDefinitions(given) {
  const { dataFolder, ports } = given.settings;
  const apiNames = Array.from({ length: API_PROCESSES }, (_, index) => `api-${index + 1}`);
  const names = WORKER_GROUPS.map((_, index) => `workers-${index + 1}`);
  const chosen = await choosePorts(path.join(dataFolder, "cluster-ports.json"), [
    ...apiNames,
    ...names.slice(1),
  ]);
  /** The first has the port that people know. @param {string} name */
  const portOf = (name) => chosen[name] ?? ports.workers;
  const apis = apiNames.map((name) =>
    serviceDefinition(given, {
      name,
      app: "api",
      port: portOf(name),
      graceMs: 15_000,
      env: {
        PORT_API: String(portOf(name)),
        OTO_TRUSTED_PROXIES: "127.0.0.1,::1",
        OTO_DRAIN_MS: process.env.OTO_DRAIN_MS || String(NOTICE_MS),
      },
    }),
  );
  const workers = WORKER_GROUPS.map((group, index) => {
    const name = names[index] ?? "";
    return serviceDefinition(given, {
      name,
      app: "workers",
      port: portOf(name),
      graceMs: 10_000,
      env: { PORT_WORKERS: String(portOf(name)), WORKERS: group },
    });
  });
  return [apis, workers, [edge(given, apiNames.map(portOf))], siteDefinitions(given)];
}

/**
 * @param {import("../parts.mjs").Surroundings} given
 * @param {number[]} backends
 */
function edge({ root, settings }, backends) {
  const { dataFolder, ports } = settings;
  const file = path.join(dataFolder, "haproxy.cfg");
  const hasIpv6 = Object.values(networkInterfaces())
    .flat()
    .some((address) => address?.address === "::1");
  writeFileSync(file, haproxyConfig({ port: ports.api, backends, ipv6: hasIpv6 }));
  return {
    name: "edge",
    cwd: root,
    command: findHaproxy() ?? "haproxy",
    args: ["-W", "-db", "-f", file],
    env: {},
    health: `http://localhost:${ports.api}/health/ready`,
    graceMs: 2_000,
  };
}
