import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ListeningConnection } from "../postgres/listening-connection";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { PostgresPubSub } from "../pub-sub/postgres-pub-sub.adapter";
import type { PubSub } from "../pub-sub/pub-sub.port";
import { RedisPubSub } from "../pub-sub/redis-pub-sub.adapter";
import type { TestRedis } from "../redis/test-redis.fixture";
import { onRedis, startTestRedis } from "../redis/test-redis.fixture";
import { ListedRevocations } from "./listed-revocations.adapter";
import { PostgresRevocationList } from "./postgres-revocation-list";
import { RedisRevocationList } from "./redis-revocation-list";
import { revocationContract } from "./revocation.contract";
import type { RevokedAccess } from "./revocation.port";

/** Hears nothing, as after a break that nobody noticed. */
const DEAF: PubSub = {
  publish: async () => undefined,
  subscribe: async () => async () => undefined,
  onReconnected: () => () => undefined,
  close: async () => undefined,
};

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

revocationContract("PostgreSQL", async () => ({
  async connect({ deaf } = { deaf: false }) {
    const connection = new ListeningConnection({ pool: database.pool, retryMs: 20 });
    const pubSub = new PostgresPubSub({ pool: database.pool, connection });
    const list = new PostgresRevocationList(database.pool);
    const revocations = new ListedRevocations({ list, pubSub: deaf ? DEAF : pubSub, pollMs: 200 });
    const close = revocations.close.bind(revocations);
    revocations.close = async () => {
      await close();
      await pubSub.close();
      await connection.close();
    };
    return revocations;
  },
  cut: () => database.cut(),
}));

onRedis(() => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(async () => {
    await redis.close();
  });
  const connect = async ({ deaf } = { deaf: false }) => {
    const connections = await redis.open();
    const pubSub = deaf ? DEAF : new RedisPubSub(connections);
    const list = new RedisRevocationList(connections);
    return new ListedRevocations({ list, pubSub, pollMs: 200 });
  };
  revocationContract("Redis", async () => ({ connect, cut: () => redis.cut() }));

  it("act here at once while Redis is away, say that they are blind, and catch up", async () => {
    const [one, two] = await Promise.all([connect(), connect()]);
    const [here, there]: [RevokedAccess[], RevokedAccess[]] = [[], []];
    const onBlind = vi.fn();
    await one.follow({ onRevoked: (revoked) => here.push(revoked) });
    await two.follow({ onRevoked: (revoked) => there.push(revoked), onBlind });
    await redis.server.kill();
    const revoked: RevokedAccess = { kind: "user", id: "u1" };
    await one.revoke([revoked]);
    expect(here).toEqual([revoked]);
    await vi.waitFor(() => expect(onBlind).toHaveBeenCalled(), { timeout: 5_000 });
    expect(there).toEqual([]);
    await redis.server.restart();
    await vi.waitFor(() => expect(there).toContainEqual(revoked), { timeout: 8_000 });
    await Promise.all([one.close(), two.close()]);
  });
});
