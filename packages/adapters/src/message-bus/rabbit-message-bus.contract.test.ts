import { randomUUID } from "node:crypto";
import type { RunningRabbitmq } from "@oto/testing/services";
import { servicesWanted, startRabbitmq } from "@oto/testing/services";
import { Connection } from "rabbitmq-client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import type { CutOff } from "./cut-off.fixture";
import { openCutOff } from "./cut-off.fixture";
import type { BusMessage, ConsumerBinding, ParkedMessage } from "./message-bus.port";
import { UnroutableError } from "./message-bus.port";
import type { RabbitBusTimings } from "./rabbit-message-bus.adapter";
import { RabbitMessageBus } from "./rabbit-message-bus.adapter";

const PATIENCE = { timeout: 30_000, interval: 20 };
const BINDING: ConsumerBinding = {
  consumerId: "index-listing",
  on: ["vehicle.published", "vehicle.sold"],
  queue: "default",
  retry: { attempts: 5, backoffMs: [50] },
  timeoutMs: 20_000,
};

function published(over: Partial<BusMessage> = {}): BusMessage {
  return {
    id: randomUUID(),
    name: "vehicle.published",
    version: 1,
    aggregateType: "vehicle",
    aggregateId: randomUUID(),
    galleryId: null,
    occurredAt: "2026-07-01T10:11:12.345Z",
    payload: {},
    ...over,
  };
}

const wanted = servicesWanted();

describe.skipIf(!wanted)(
  wanted ? "RabbitMessageBus" : "RabbitMessageBus, left out by TEST_SERVICES=embedded",
  () => {
    let broker: RunningRabbitmq;
    let database: TestPool;
    let buses: RabbitMessageBus[] = [];
    let cables: CutOff[] = [];
    let prefix = "";
    let round = 0;

    interface Place {
      readonly port?: number;
      readonly partitions?: number;
      readonly timings?: Partial<RabbitBusTimings>;
      readonly binding?: ConsumerBinding;
    }

    function open({ port = broker.port, partitions = 1, timings = {} }: Place = {}) {
      const bus = new RabbitMessageBus({
        url: `amqp://guest:guest@127.0.0.1:${port}`,
        pool: database.pool,
        names: { prefix, partitions },
        timings: { settleMs: 0, ...timings },
      });
      buses.push(bus);
      return bus;
    }

    async function connect(place: Place = {}): Promise<RabbitMessageBus> {
      const bus = open(place);
      await bus.bind([place.binding ?? BINDING]);
      return bus;
    }

    async function cable(): Promise<CutOff> {
      const opened = await openCutOff(broker.port);
      cables.push(opened);
      return opened;
    }

    /** Another client on the same broker. */
    async function asStranger(run: (client: Connection) => Promise<unknown>): Promise<void> {
      const client = new Connection(broker.url);
      client.on("error", () => undefined);
      try {
        await run(client);
      } finally {
        await client.close();
      }
    }

    beforeAll(async () => {
      [broker, database] = await Promise.all([startRabbitmq(), openTestPool()]);
    }, 120_000);
    afterAll(async () => {
      await broker.stop();
      await database.close();
    });
    beforeEach(() => {
      round += 1;
      prefix = `round-${round}`;
    });
    afterEach(async () => {
      for (const opened of cables) opened.mend();
      await Promise.all(buses.map((bus) => bus.close()));
      await Promise.all(cables.map((opened) => opened.close()));
      buses = [];
      cables = [];
    });

    it("delivers everything, in order, though the broker is killed while it is being consumed", async () => {
      const bus = await connect({ partitions: 2, timings: { settleMs: 2_000 } });
      const lines = Array.from({ length: 20 }, () => randomUUID());
      const all = Array.from({ length: 400 }, (_, index) =>
        published({ aggregateId: lines[index % 20] ?? "", payload: { step: index } }),
      );
      await bus.publish(all);
      const seen = new Map<string, Set<number>>(lines.map((line) => [line, new Set()]));
      let count = 0;
      await bus.consume({ queue: "default", prefetch: 4 }, async ({ message }) => {
        await new Promise((resolve) => setTimeout(resolve, 2));
        const { step } = message.payload as { step: number };
        seen.get(message.aggregateId)?.add(step);
        count += 1;
        return "ack";
      });
      await vi.waitFor(() => expect(count).toBeGreaterThan(40), PATIENCE);
      expect(count).toBeLessThan(400);
      await broker.kill();
      await broker.restart();
      const total = () => [...seen.values()].reduce((sum, steps) => sum + steps.size, 0);
      await vi.waitFor(() => expect(total()).toBe(400), PATIENCE);
      for (const steps of seen.values()) {
        expect([...steps]).toEqual([...steps].sort((a, b) => a - b));
      }
    }, 120_000);

    it("gives what a process held to another one when its connection is cut, counting the attempt", async () => {
      const first = await cable();
      const impatient = { ...BINDING, timeoutMs: 1_000 };
      const timings = { graceMs: 100 };
      const one = await connect({ port: first.port, binding: impatient, timings });
      const two = await connect();
      const line = randomUUID();
      const seen: string[] = [];
      const hangs = new Promise<never>(() => undefined);
      await one.consume({ queue: "default", prefetch: 4 }, ({ message }) => {
        seen.push(`one ${JSON.stringify(message.payload)}`);
        return hangs;
      });
      await one.publish([1, 2].map((step) => published({ aggregateId: line, payload: step })));
      await vi.waitFor(() => expect(seen).toEqual(["one 1"]), PATIENCE);
      await two.consume({ queue: "default", prefetch: 4 }, async ({ message, attempt }) => {
        seen.push(`two ${JSON.stringify(message.payload)} attempt ${attempt}`);
        return "ack";
      });
      first.cut({ away: true });
      await vi.waitFor(() => expect(seen).toHaveLength(3), PATIENCE);
      expect(seen.slice(0, 2)).toEqual(["one 1", "two 1 attempt 2"]);
      expect(seen[2]).toMatch(/^two 2 /);
    });

    it("keeps later messages behind one that waits for its retry, though its process is gone", async () => {
      const first = await cable();
      const one = await connect({ port: first.port });
      const line = randomUUID();
      const seen: number[] = [];
      await one.consume({ queue: "default", prefetch: 4 }, async ({ message }) => {
        seen.push(Number(message.payload));
        return { retryInMs: 1_200 };
      });
      await one.publish([published({ aggregateId: line, payload: 1 })]);
      await vi.waitFor(async () => expect((await one.depth()).default.delayed).toBe(1), PATIENCE);
      first.cut({ away: true });
      const two = await connect();
      await two.consume({ queue: "default", prefetch: 4 }, async ({ message, attempt }) => {
        seen.push(Number(message.payload) * 10 + attempt);
        return "ack";
      });
      await two.publish([2, 3].map((step) => published({ aggregateId: line, payload: step })));
      await two.publish([published({ payload: 9 })]);
      await vi.waitFor(() => expect(seen).toHaveLength(5), PATIENCE);
      expect(seen.filter((step) => step !== 91)).toEqual([1, 12, 21, 31]);
      await vi.waitFor(async () => {
        const { rows } = await database.pool.query("SELECT 1 FROM bus_held");
        expect(rows).toHaveLength(0);
      }, PATIENCE);
    });

    it("parks a message that cannot be read and goes on with the others", async () => {
      const bus = await connect();
      const parked: ParkedMessage[] = [];
      let refusals = 0;
      await bus.consumeParked(async (one) => {
        refusals += 1;
        if (refusals === 1) throw new Error("database away");
        parked.push(one);
      });
      const seen: string[] = [];
      await bus.consume({ queue: "default", prefetch: 1 }, async ({ message: { id } }) => {
        seen.push(id);
        return "ack";
      });
      await asStranger(async (client) => {
        const publisher = client.createPublisher({ confirm: true });
        const envelope = { exchange: `${prefix}.events`, routingKey: "vehicle.sold.0" };
        await publisher.send({ ...envelope, contentType: "application/json" }, Buffer.from("{no"));
        await publisher.send(envelope, { id: "not a message" });
        await publisher.close();
      });
      const good = published();
      await bus.publish([good]);
      await vi.waitFor(() => expect(parked).toHaveLength(2), PATIENCE);
      expect(parked).toMatchObject([
        { consumerId: "index-listing", message: undefined, body: "{no" },
        { consumerId: "index-listing", message: undefined, body: '{"id":"not a message"}' },
      ]);
      await vi.waitFor(async () => {
        expect(seen).toEqual([good.id]);
        expect((await bus.depth()).default).toMatchObject({ ready: 0, inFlight: 0 });
      }, PATIENCE);
    });

    it("parks a message that ends every process which takes it", async () => {
      const bus = await connect();
      const deadly = published();
      await bus.publish([deadly]);
      await asStranger(async (client) => {
        for (let delivery = 0; delivery <= 60; delivery += 1) {
          const channel = await client.acquire();
          await new Promise<void>((resolve) => {
            void channel.basicConsume({ queue: `${prefix}.index-listing.0` }, () => resolve());
          });
          await channel.close();
        }
      });
      const parked: ParkedMessage[] = [];
      await bus.consumeParked(async (one) => void parked.push(one));
      await vi.waitFor(() => expect(parked).toHaveLength(1), PATIENCE);
      expect(parked[0]).toMatchObject({
        consumerId: "index-listing",
        eventId: deadly.id,
        message: deadly,
        cause: "delivered too often without an answer",
      });
    });

    it("says what to do about a queue that exists with other settings", async () => {
      const queue = `${prefix}.index-listing.0`;
      await asStranger((client) => client.queueDeclare({ queue, durable: true }));
      const bus = open();
      await expect(bus.bind([BINDING])).rejects.toThrow(`rabbitmqctl delete_queue ${queue}`);
    });

    it("takes back a subscription that an older version left", async () => {
      const before = await connect();
      await before.close();
      const bus = await connect({ binding: { ...BINDING, on: ["vehicle.published"] } });
      const seen: string[] = [];
      await bus.consume({ queue: "default", prefetch: 2 }, async ({ message: { name } }) => {
        seen.push(name);
        return "ack";
      });
      const line = randomUUID();
      await bus.publish([published({ name: "vehicle.sold", aggregateId: line })]);
      await bus.publish([published({ aggregateId: line })]);
      await vi.waitFor(() => expect(seen).toEqual(["vehicle.published"]), PATIENCE);
      await expect(
        bus.publish([published({ name: "vehicle.sold", aggregateId: line })]),
      ).rejects.toThrow(UnroutableError);
    });

    it("has what it confirmed after the broker was killed while publishing", async () => {
      const bus = await connect({ partitions: 2, timings: { settleMs: 2_000 } });
      const confirmed: string[] = [];
      const publishUntilRefused = async () => {
        for (;;) {
          const message = published();
          try {
            await bus.publish([message]);
          } catch {
            return;
          }
          confirmed.push(message.id);
        }
      };
      const publishing = Array.from({ length: 20 }, publishUntilRefused);
      await vi.waitFor(() => expect(confirmed.length).toBeGreaterThan(500), PATIENCE);
      await broker.kill();
      await Promise.all(publishing);
      await broker.restart();
      const seen = new Set<string>();
      await bus.consume({ queue: "default", prefetch: 50 }, async ({ message: { id } }) => {
        seen.add(id);
        return "ack";
      });
      const after = published();
      await vi.waitFor(() => bus.publish([after]), PATIENCE);
      await vi.waitFor(() => expect(confirmed.filter((id) => !seen.has(id))).toEqual([]), PATIENCE);
      await vi.waitFor(() => expect(seen).toContain(after.id), PATIENCE);
    }, 120_000);

    it("refuses to publish, soon, while the broker is away, and recovers by itself", async () => {
      const line = await cable();
      const bus = await connect({ port: line.port, timings: { publishMs: 1_000 } });
      line.cut({ away: true });
      const started = performance.now();
      await expect(bus.publish([published()])).rejects.toThrow();
      expect(performance.now() - started).toBeLessThan(7_000);
      await expect(bus.check()).rejects.toThrow("away");
      line.mend();
      await vi.waitFor(() => bus.publish([published()]), PATIENCE);
      await bus.check();
    });

    it("shares the queues of a consumer with a process that came later", async () => {
      const timings = { shareMs: 200 };
      const one = await connect({ partitions: 4, timings });
      const two = await connect({ partitions: 4, timings });
      const counts = { one: 0, two: 0 };
      // Distinct ones: a queue that changes hands may deliver again what was just acknowledged.
      const order = new Map<string, Set<number>>();
      for (const [name, bus] of [["one", one] as const, ["two", two] as const]) {
        await bus.consume({ queue: "default", prefetch: 4 }, async ({ message }) => {
          counts[name] += 1;
          const steps = order.get(message.aggregateId) ?? new Set();
          steps.add(Number(message.payload));
          order.set(message.aggregateId, steps);
          return "ack";
        });
      }
      const lines = Array.from({ length: 32 }, () => randomUUID());
      let step = 0;
      await vi.waitFor(
        async () => {
          step += 1;
          await one.publish(lines.map((aggregateId) => published({ aggregateId, payload: step })));
          expect(counts.two).toBeGreaterThan(0);
        },
        { ...PATIENCE, interval: 200 },
      );
      const total = () => [...order.values()].reduce((sum, steps) => sum + steps.size, 0);
      await vi.waitFor(() => expect(total()).toBe(32 * step), PATIENCE);
      for (const steps of order.values()) {
        expect([...steps]).toEqual(Array.from({ length: step }, (_, index) => index + 1));
      }
    }, 90_000);
  },
);
