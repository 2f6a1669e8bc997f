import { createServer } from "node:net";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findHaproxy } from "../edge/haproxy.mjs";
import { commandLineOf } from "../running.mjs";
import {
  childrenOf,
  freePorts,
  makeFakeRepository,
  runStart,
} from "../testing/fake-repository.mjs";
import { clusterProblems, servicesTable, servicesToStart } from "./needs.mjs";

/** @type {(() => unknown)[]} */
const cleanups = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) {
    await cleanup();
  }
});

const NAMED = {
  DATABASE_URL: "postgresql://somewhere/kontak",
  REDIS_URL: "redis://somewhere",
  RABBITMQ_URL: "amqp://somewhere",
};

/** @param {Record<string, string>} variables */
function setEnvironment(variables) {
  for (const [name, value] of Object.entries(variables)) {
    const before = process.env[name] ?? "";
    process.env[name] = value;
    cleanups.push(() => {
      process.env[name] = before;
    });
  }
}

/** A server that takes connections and says nothing: enough to be there. */
async function listener() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  cleanups.push(() => server.close());
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("the services of a cluster", () => {
  it("are started unless the environment names them, stand-ins only when asked for", () => {
    setEnvironment({ ...NAMED, REDIS_URL: "" });
    expect(servicesToStart({ sandboxes: false })).toEqual(["redis"]);
    expect(servicesToStart({ sandboxes: true })).toEqual(["redis", "search", "storage"]);
    expect(servicesTable({ sandboxes: false })).toEqual([
      ["PostgreSQL primary and replica", "DATABASE_URL"],
      ["Redis", "started here"],
      ["RabbitMQ", "RABBITMQ_URL"],
      ["Search", "PostgreSQL (single-node adapter)"],
      ["Object storage", "folder on this node"],
    ]);
  });

  it("are not missed where the environment names them", () => {
    setEnvironment(NAMED);
    expect(clusterProblems({ sandboxes: false })).toEqual(
      findHaproxy() === undefined ? [expect.stringContaining("haproxy is not installed")] : [],
    );
  });
});

const hasHaproxy = findHaproxy() !== undefined || process.env.TEST_SERVICES !== "embedded";

describe.skipIf(!hasHaproxy)(
  `npm run start:cluster${hasHaproxy ? "" : " (left out: TEST_SERVICES=embedded)"}`,
  { timeout: 120_000 },
  () => {
    it("runs two API processes behind one port and workers by group, and stops all of it", async () => {
      const { root, remove } = makeFakeRepository();
      cleanups.push(remove);
      const ports = await freePorts();
      const database = `postgresql://postgres@127.0.0.1:${await listener()}/kontak`;
      const run = runStart(root, { ...NAMED, ...ports, DATABASE_URL: database }, ["--cluster"]);
      cleanups.push(async () => {
        run.kill("SIGTERM");
        await run.exited;
      });
      const output = await run.says("Ready in");
      expect(output).toContain("PostgreSQL (single-node adapter)");
      const children = childrenOf(path.join(root, ".data"));
      expect(Object.keys(children).sort()).toEqual([
        ...["admin", "api-1", "api-2", "edge", "gallery", "landing"],
        ...["workers-1", "workers-2", "workers-3"],
      ]);
      const served = new Set();
      for (let call = 0; call < 4; call += 1) {
        const answer = await fetch(`http://127.0.0.1:${ports.PORT_API}/`);
        served.add(JSON.parse(await answer.text()).PORT_API);
      }
      expect(served.size).toBe(2);
      const workers = await fetch(`http://127.0.0.1:${ports.PORT_WORKERS}/`);
      expect(JSON.parse(await workers.text())).toMatchObject({
        WORKERS: "relay,schedules",
        DATABASE_URL: database,
        REDIS_URL: NAMED.REDIS_URL,
      });
      run.kill("SIGINT");
      expect(await run.exited).toBe(0);
      expect(Object.values(children).filter(({ pid }) => commandLineOf(pid) !== "")).toEqual([]);
    });
  },
);
