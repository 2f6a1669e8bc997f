import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BusMessage, ConsumerBinding, Delivery, MessageBus } from "./message-bus.port";
import { UnroutableError } from "./message-bus.port";

export interface MessageBusHarness {
  /** Another process on the same broker. */
  connect(): Promise<MessageBus>;
  /** Empties the broker. */
  reset(): Promise<void>;
}

const PATIENCE = { timeout: 10_000, interval: 10 };

const base = { retry: { attempts: 5, backoffMs: [30, 60] }, timeoutMs: 5_000 } as const;

const TOPOLOGY: readonly ConsumerBinding[] = [
  { ...base, consumerId: "notify-both-sides", on: ["offer.accepted"], queue: "critical" },
  {
    ...base,
    consumerId: "close-rivals",
    on: ["offer.accepted", "offer.created"],
    queue: "critical",
  },
  { ...base, consumerId: "make-widths", on: ["media.uploaded"], queue: "media", group: "pictures" },
  { ...base, consumerId: "count-media", on: ["media.uploaded"], queue: "media", group: "figures" },
  { ...base, consumerId: "index-listing", on: ["vehicle.published"], queue: "default" },
  { ...base, consumerId: "hurry", on: ["report.asked"], queue: "bulk", timeoutMs: 40 },
];

function message(name: string, over: Partial<BusMessage> = {}): BusMessage {
  return {
    id: randomUUID(),
    name,
    version: 1,
    aggregateType: "vehicle",
    aggregateId: randomUUID(),
    galleryId: randomUUID(),
    occurredAt: "2026-07-01T10:11:12.345Z",
    payload: { price: { amount: 124_500_000, currency: "TRY" }, note: "ığüşöç", list: [1, null] },
    ...over,
  };
}

/** The rules that every message bus keeps. */
export function messageBusContract(name: string, open: () => Promise<MessageBusHarness>): void {
  describe(`message bus: ${name}`, () => {
    let harness: MessageBusHarness;
    let buses: MessageBus[] = [];

    async function connect(): Promise<MessageBus> {
      const bus = await harness.connect();
      await bus.bind(TOPOLOGY);
      buses.push(bus);
      return bus;
    }

    beforeEach(async () => {
      harness = await open();
      await harness.reset();
    });
    afterEach(async () => {
      await Promise.all(buses.map((bus) => bus.close()));
      buses = [];
    });

    it("delivers a message to each bound consumer, whole, and forgets it when acknowledged", async () => {
      const bus = await connect();
      const seen: Delivery[] = [];
      await bus.consume({ queue: "critical", prefetch: 4 }, async (delivery) => {
        seen.push(delivery);
        return "ack";
      });
      const sent = message("offer.accepted", { traceparent: "00-aa-bb-01" });
      await bus.publish([sent]);
      await vi.waitFor(async () => expect((await bus.depth()).critical.inFlight).toBe(0), PATIENCE);
      await vi.waitFor(() => expect(seen).toHaveLength(2), PATIENCE);
      expect(seen.map(({ consumerId }) => consumerId).sort()).toEqual([
        "close-rivals",
        "notify-both-sides",
      ]);
      for (const delivery of seen) {
        expect(delivery.message).toEqual(sent);
        expect(delivery.attempt).toBe(1);
      }
      await vi.waitFor(
        async () => expect((await bus.depth()).critical).toMatchObject({ ready: 0, inFlight: 0 }),
        PATIENCE,
      );
    });

    it("keeps what is published while nobody consumes", async () => {
      const publisher = await connect();
      await publisher.publish([message("vehicle.published"), message("vehicle.published")]);
      await publisher.close();
      const bus = await connect();
      await vi.waitFor(
        async () =>
          expect((await bus.depth()).default).toMatchObject({ ready: 2, delayed: 0, inFlight: 0 }),
        PATIENCE,
      );
      const seen: string[] = [];
      await bus.consume({ queue: "default", prefetch: 1 }, async ({ message: { id } }) => {
        seen.push(id);
        return "ack";
      });
      await vi.waitFor(() => expect(seen).toHaveLength(2), PATIENCE);
    });

    it("names the unroutable events and publishes the others", async () => {
      const bus = await connect();
      const stray = message("nobody.cares");
      const failure = await bus
        .publish([message("vehicle.published"), stray])
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UnroutableError);
      expect(failure).toMatchObject({ eventIds: [stray.id] });
      await vi.waitFor(async () => expect((await bus.depth()).default.ready).toBe(1), PATIENCE);
    });

    it("delivers a message that is published again at least once, others in their order", async () => {
      const bus = await connect();
      const line = randomUUID();
      const [first, second] = [1, 2].map((step) =>
        message("vehicle.published", { aggregateId: line, payload: { step } }),
      );
      if (!first || !second) throw new Error("two messages expected");
      await bus.publish([first]);
      await bus.publish([first, second]);
      const seen: string[] = [];
      await bus.consume({ queue: "default", prefetch: 4 }, async ({ message: { id } }) => {
        seen.push(id);
        return "ack";
      });
      await vi.waitFor(() => expect(seen).toContain(second.id), PATIENCE);
      expect([...new Set(seen)]).toEqual([first.id, second.id]);
    });

    it("hands over nothing as parked while every message can be read", async () => {
      const bus = await connect();
      const parked: string[] = [];
      const parking = await bus.consumeParked(async ({ eventId }) => {
        parked.push(eventId);
      });
      const seen: string[] = [];
      await bus.consume({ queue: "default", prefetch: 2 }, async ({ message: { id } }) => {
        seen.push(id);
        return "ack";
      });
      await bus.publish([message("vehicle.published")]);
      await vi.waitFor(() => expect(seen).toHaveLength(1), PATIENCE);
      await parking.stop();
      expect(parked).toEqual([]);
    });

    it("delivers again after the delay that the handler asked for, counting attempts", async () => {
      const bus = await connect();
      const at: number[] = [];
      const attempts: number[] = [];
      await bus.consume({ queue: "default", prefetch: 2 }, async ({ attempt }) => {
        at.push(performance.now());
        attempts.push(attempt);
        return attempt < 3 ? { retryInMs: 60 } : "ack";
      });
      await bus.publish([message("vehicle.published")]);
      await vi.waitFor(() => expect(attempts).toEqual([1, 2, 3]), PATIENCE);
      expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(55);
      expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(55);
    });

    it("retries a handler that throws", async () => {
      const bus = await connect();
      const attempts: number[] = [];
      await bus.consume({ queue: "default", prefetch: 2 }, async ({ attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) throw new Error("database away");
        return "ack";
      });
      await bus.publish([message("vehicle.published")]);
      await vi.waitFor(() => expect(attempts).toEqual([1, 2]), PATIENCE);
    });

    it("lets go of a dead letter", async () => {
      const bus = await connect();
      const attempts: number[] = [];
      await bus.consume({ queue: "default", prefetch: 2 }, async ({ attempt }) => {
        attempts.push(attempt);
        return { deadLetter: "payload does not parse" };
      });
      await bus.publish([message("vehicle.published")]);
      await vi.waitFor(async () => {
        expect(attempts).toEqual([1]);
        expect((await bus.depth()).default).toMatchObject({ ready: 0, delayed: 0, inFlight: 0 });
      }, PATIENCE);
    });

    it("keeps the order of an aggregate through a retry while other aggregates go on", async () => {
      const bus = await connect();
      const line = randomUUID();
      const inLine = [1, 2, 3, 4, 5].map((step) =>
        message("vehicle.published", { aggregateId: line, payload: { step } }),
      );
      const other = message("vehicle.published", { payload: { step: 99 } });
      const seen: number[] = [];
      await bus.publish([...inLine, other]);
      await bus.consume({ queue: "default", prefetch: 10 }, async (delivery) => {
        const { step } = delivery.message.payload as { step: number };
        if (step === 2 && delivery.attempt < 3) return { retryInMs: 80 };
        seen.push(step);
        return "ack";
      });
      await vi.waitFor(() => expect(seen).toHaveLength(6), PATIENCE);
      expect(seen.filter((step) => step !== 99)).toEqual([1, 2, 3, 4, 5]);
      expect(seen.indexOf(99)).toBeLessThan(seen.indexOf(2));
    });

    it("handles no more than the prefetch at once", async () => {
      const bus = await connect();
      let now = 0;
      let most = 0;
      let done = 0;
      await bus.publish(Array.from({ length: 30 }, () => message("vehicle.published")));
      await bus.consume({ queue: "default", prefetch: 3 }, async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
        done += 1;
        return "ack";
      });
      await vi.waitFor(() => expect(done).toBe(30), PATIENCE);
      expect(most).toBe(3);
    });

    it("feeds a group only its own consumers", async () => {
      const bus = await connect();
      const seen: string[] = [];
      await bus.publish([message("media.uploaded"), message("media.uploaded")]);
      await bus.consume(
        { queue: "media", prefetch: 5, groups: ["pictures"] },
        async ({ consumerId }) => {
          seen.push(consumerId);
          return "ack";
        },
      );
      await vi.waitFor(
        async () => expect((await bus.depth()).media).toMatchObject({ ready: 2, inFlight: 0 }),
        PATIENCE,
      );
      expect(seen).toEqual(["make-widths", "make-widths"]);
    });

    it("drains when stopped: finishes what runs, takes nothing new", async () => {
      const bus = await connect();
      let finish: () => void = () => undefined;
      const running = new Promise<void>((resolve) => {
        finish = resolve;
      });
      let started = 0;
      const consumption = await bus.consume({ queue: "default", prefetch: 1 }, async () => {
        started += 1;
        await running;
        return "ack";
      });
      await bus.publish([message("vehicle.published"), message("vehicle.published")]);
      await vi.waitFor(() => expect(started).toBe(1), PATIENCE);
      let stopped = false;
      const stopping = consumption.stop().then(() => {
        stopped = true;
      });
      await new Promise((resolve) => setImmediate(resolve));
      expect(stopped).toBe(false);
      finish();
      await stopping;
      expect(started).toBe(1);
      await vi.waitFor(
        async () => expect((await bus.depth()).default).toMatchObject({ ready: 1, inFlight: 0 }),
        PATIENCE,
      );
    });

    it("aborts and retries a handler that takes too long", async () => {
      const bus = await connect();
      const aborted: boolean[] = [];
      await bus.consume({ queue: "bulk", prefetch: 1 }, async ({ signal, attempt }) => {
        if (attempt > 1) return "ack";
        await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
        aborted.push(signal.aborted);
        throw signal.reason;
      });
      await bus.publish([message("report.asked")]);
      await vi.waitFor(async () => {
        expect(aborted).toEqual([true]);
        expect((await bus.depth()).bulk).toMatchObject({ ready: 0, delayed: 0, inFlight: 0 });
      }, PATIENCE);
    });

    it("shares the work of several processes: every message once, every aggregate in order", async () => {
      const [one, two] = [await connect(), await connect()];
      const aggregates = Array.from({ length: 40 }, () => randomUUID());
      const seen = new Map<string, number[]>();
      let count = 0;
      for (const bus of [one, two]) {
        await bus.consume({ queue: "default", prefetch: 16 }, async (delivery) => {
          const { step } = delivery.message.payload as { step: number };
          const steps = seen.get(delivery.message.aggregateId) ?? [];
          steps.push(step);
          seen.set(delivery.message.aggregateId, steps);
          count += 1;
          return "ack";
        });
      }
      for (let step = 0; step < 15; step += 1) {
        await one.publish(
          aggregates.map((aggregateId) =>
            message("vehicle.published", { aggregateId, payload: { step } }),
          ),
        );
      }
      await vi.waitFor(() => expect(count).toBe(600), PATIENCE);
      await vi.waitFor(
        async () => expect((await one.depth()).default).toMatchObject({ ready: 0, inFlight: 0 }),
        PATIENCE,
      );
      expect(count).toBe(600);
      const inOrder = Array.from({ length: 15 }, (_, step) => step);
      for (const steps of seen.values()) expect(steps).toEqual(inOrder);
    });

    it("refuses a topology that binds a consumer twice", async () => {
      const bus = await connect();
      const [first] = TOPOLOGY;
      if (!first) throw new Error("topology is empty");
      await expect(bus.bind([first, first])).rejects.toThrow(/twice/);
    });
  });
}
