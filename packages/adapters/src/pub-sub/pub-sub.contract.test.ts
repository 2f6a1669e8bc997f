import { afterAll, beforeAll } from "vitest";
import { ListeningConnection } from "../postgres/listening-connection";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { PostgresPubSub } from "./postgres-pub-sub.adapter";
import { pubSubContract } from "./pub-sub.contract";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

pubSubContract("PostgreSQL", async () => ({
  async connect() {
    const connection = new ListeningConnection({ pool: database.pool, retryMs: 20 });
    const pubSub = new PostgresPubSub({ pool: database.pool, connection });
    const close = pubSub.close.bind(pubSub);
    pubSub.close = async () => {
      await close();
      await connection.close();
    };
    return pubSub;
  },
  cut: () => database.cut(),
}));
