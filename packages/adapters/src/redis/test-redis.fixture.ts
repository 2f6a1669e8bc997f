import { randomUUID } from "node:crypto";
import type { RunningRedis } from "@oto/testing/services";
import { servicesWanted, startRedis } from "@oto/testing/services";
import { describe } from "vitest";
import type { RedisConnections } from "./redis-connections";
import { openRedis } from "./redis-connections";
import { parseRedisUrl } from "./redis-url";

/** A server, or several that are one to their clients. */
interface Servers {
  readonly url: string;
  send(command: string): Promise<unknown>;
  stop(): Promise<void>;
}

export interface TestRedis<Of extends Servers = RunningRedis> {
  readonly server: Of;
  /** Connections of another process; those of one fixture share their keys. */
  open(): Promise<RedisConnections>;
  /** Breaks every connection once; the data stays. */
  cut(): Promise<void>;
  /** Closes all connections and ends the server. */
  close(): Promise<void>;
}

/** Connections to servers that a test started, under keys of their own. */
export function testRedisOn<Of extends Servers>(server: Of): TestRedis<Of> {
  const prefix = `test-${randomUUID()}`;
  const opened: RedisConnections[] = [];
  return {
    server,
    async open() {
      const redis = await openRedis({ target: parseRedisUrl(server.url), prefix });
      opened.push(redis);
      return redis;
    },
    async cut() {
      await server.send("client kill type pubsub skipme yes");
      await server.send("client kill type normal skipme yes");
    },
    async close() {
      await Promise.all(opened.map((redis) => redis.close()));
      await server.stop();
    },
  };
}

/** A real Redis of its own. */
export const startTestRedis = async (): Promise<TestRedis> => testRedisOn(await startRedis());

/** Runs a suite on a real Redis, or reports it as left out where a run was narrowed on purpose. */
export function onRedis(suite: () => void): void {
  const wanted = servicesWanted();
  const name = wanted ? "on Redis" : "on Redis (left out: TEST_SERVICES=embedded)";
  describe.skipIf(!wanted)(name, suite);
}
