import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import type { TestRedis } from "../redis/test-redis.fixture";
import { onRedis, startTestRedis } from "../redis/test-redis.fixture";
import { oneTimeTicketContract } from "./one-time-ticket.contract";
import { PostgresOneTimeTickets } from "./postgres-one-time-tickets.adapter";
import { RedisOneTimeTickets } from "./redis-one-time-tickets.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

oneTimeTicketContract("PostgreSQL", async () => ({
  connect: async () => new PostgresOneTimeTickets(database.pool),
  stored: async () => JSON.stringify((await database.pool.query("SELECT * FROM ws_ticket")).rows),
}));

onRedis(() => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(async () => {
    await redis.close();
  });
  oneTimeTicketContract("Redis", async () => ({
    connect: async () => new RedisOneTimeTickets(await redis.open()),
    async stored() {
      const { client } = await redis.open();
      const keys = await client.keys("*ticket*");
      return JSON.stringify([keys, await client.mget(keys)]);
    },
  }));

  it("says so when it cannot tell", async () => {
    const tickets = new RedisOneTimeTickets(await redis.open());
    await redis.server.kill();
    const holder = { userId: "u", sessionId: "s" };
    await expect(tickets.issue(holder, new Date(Date.now() + 1_000))).rejects.toThrow();
    await expect(tickets.redeem("any")).rejects.toThrow();
    await redis.server.restart();
  });
});
