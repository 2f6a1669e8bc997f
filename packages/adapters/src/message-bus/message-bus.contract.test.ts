import type { RunningRabbitmq } from "@oto/testing/services";
import { servicesWanted, startRabbitmq } from "@oto/testing/services";
import { afterAll, beforeAll, describe } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { messageBusContract } from "./message-bus.contract";
import { PostgresMessageBus } from "./postgres-message-bus.adapter";
import { RabbitMessageBus } from "./rabbit-message-bus.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

messageBusContract("PostgreSQL", async () => ({
  connect: async () => new PostgresMessageBus({ pool: database.pool, timings: { pollMs: 200 } }),
  reset: async () => {
    await database.pool.query("DELETE FROM bus_delivery");
  },
}));

const wanted = servicesWanted();

describe.skipIf(!wanted)(
  wanted ? "on a real broker" : "RabbitMQ, left out by TEST_SERVICES=embedded",
  () => {
    let broker: RunningRabbitmq;
    let round = 0;

    beforeAll(async () => {
      broker = await startRabbitmq();
    }, 120_000);
    afterAll(async () => {
      await broker.stop();
    });

    messageBusContract("RabbitMQ", async () => {
      // Other names are another, empty broker, at a fraction of the time that emptying takes.
      round += 1;
      const names = { prefix: `round-${round}`, partitions: 2 };
      const timings = { settleMs: 0 };
      return {
        connect: async () =>
          new RabbitMessageBus({ url: broker.url, pool: database.pool, names, timings }),
        reset: async () => {
          await database.pool.query("DELETE FROM bus_held");
        },
      };
    });
  },
);
