import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../../tooling/start/ports.mjs";
import { findProgram } from "./programs";
import type { RunningRedis } from "./redis";
import { isRedisUp, sendToRedis, startRedis } from "./redis";
import { placeFor } from "./running-service";
import { ServiceProcess } from "./service-process";

/** Several Redis servers that are one to their clients. */
export interface RedisTopology {
  /** In the form that `REDIS_URL` takes. */
  readonly url: string;
  /** Sends one command to every server. */
  send(command: string): Promise<void>;
  stop(): Promise<void>;
}

export interface RedisWithSentinel extends RedisTopology {
  /** `kill -9` of the master; resolves once the sentinel has made the replica one. */
  failOver(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const MASTER = "kontak";

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo().catch(() => false))) {
    if (performance.now() > end) throw new Error(`${what} did not happen`);
    await sleep(50);
  }
}

function commandTo(servers: readonly RunningRedis[]): RedisTopology["send"] {
  return async (command) => {
    await Promise.all(servers.map((server) => server.send(command).catch(() => "")));
  };
}

async function startSentinel(watched: RunningRedis) {
  const { folder, port, clear } = await placeFor("sentinel", {});
  const file = join(folder, "sentinel.conf");
  const lines = [
    `port ${port}`,
    "bind 127.0.0.1",
    `dir ${folder}`,
    `sentinel monitor ${MASTER} 127.0.0.1 ${watched.port} 1`,
    `sentinel down-after-milliseconds ${MASTER} 400`,
    `sentinel failover-timeout ${MASTER} 2000`,
  ];
  await writeFile(file, `${lines.join("\n")}\n`);
  const running = await ServiceProcess.start({
    name: "Redis Sentinel",
    command: findProgram(["redis-server"], "redis-server"),
    args: [file, "--sentinel"],
    cwd: folder,
    ready: () => isRedisUp(port),
  });
  return {
    port,
    async stop() {
      await running.end();
      await clear();
    },
  };
}

/** A master, its replica and a sentinel that watches them. */
export async function startRedisWithSentinel(): Promise<RedisWithSentinel> {
  const master = await startRedis();
  const replica = await startRedis({ settings: { replicaof: `127.0.0.1 ${master.port}` } });
  await until("replication", async () =>
    (await replica.send("info replication")).includes("master_link_status:up"),
  );
  const sentinel = await startSentinel(master);
  const ask = (question: string) => sendToRedis(sentinel.port, `sentinel ${question}`);
  await until("the sentinel's discovery", async () =>
    (await ask(`replicas ${MASTER}`)).includes(String(replica.port)),
  );
  return {
    url: `redis+sentinel://127.0.0.1:${sentinel.port}/${MASTER}`,
    send: commandTo([master, replica]),
    async failOver() {
      await master.kill();
      await until("the failover", async () =>
        (await ask(`get-master-addr-by-name ${MASTER}`)).includes(String(replica.port)),
      );
      await until("the replica's promotion", async () =>
        (await replica.send("info replication")).includes("role:master"),
      );
    },
    async stop() {
      await Promise.all([sentinel.stop(), master.stop(), replica.stop()]);
    },
  };
}

const SLOTS = [
  [0, 5460],
  [5461, 10_922],
  [10_923, 16_383],
] as const;

/** Three masters that share the slots. */
export async function startRedisCluster(): Promise<RedisTopology> {
  const nodes = await Promise.all(
    SLOTS.map(async ([first, last]) => {
      const bus = await freePort();
      const settings = {
        "cluster-enabled": "yes",
        "cluster-config-file": "nodes.conf",
        "cluster-node-timeout": "2000",
        "cluster-port": String(bus),
      };
      const node = await startRedis({ settings });
      await node.send(`cluster addslotsrange ${first} ${last}`);
      return { node, bus };
    }),
  );
  const servers = nodes.map(({ node }) => node);
  for (const { node: other, bus } of nodes.slice(1)) {
    await servers[0]?.send(`cluster meet 127.0.0.1 ${other.port} ${bus}`);
  }
  await until("the cluster", async () => {
    const states = await Promise.all(servers.map((server) => server.send("cluster info")));
    return states.every(
      (state) => state.includes("cluster_state:ok") && state.includes("cluster_known_nodes:3"),
    );
  });
  const hosts = servers.map(({ port }) => `127.0.0.1:${port}`);
  return {
    url: `redis+cluster://${hosts.join(",")}`,
    send: commandTo(servers),
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
