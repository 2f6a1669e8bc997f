import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import type { BusMessage, ConsumerBinding } from "./message-bus.port";
import { PostgresMessageBus } from "./postgres-message-bus.adapter";

const PATIENCE = { timeout: 10_000, interval: 10 };
const BINDING: ConsumerBinding = {
  consumerId: "make-widths",
  on: ["media.uploaded"],
  queue: "media",
  retry: { attempts: 3, backoffMs: [20] },
  timeoutMs: 5_000,
};

function uploaded(): BusMessage {
  return {
    id: randomUUID(),
    name: "media.uploaded",
    version: 1,
    aggregateType: "vehicle",
    aggregateId: randomUUID(),
    galleryId: null,
    occurredAt: "2026-07-01T10:11:12.345Z",
    payload: {},
  };
}

describe("PostgresMessageBus after failures", () => {
  let database: TestPool;
  let buses: PostgresMessageBus[] = [];

  async function connect(timings = {}): Promise<PostgresMessageBus> {
    const bus = new PostgresMessageBus({
      pool: database.pool,
      timings: { pollMs: 200, ...timings },
    });
    await bus.bind([BINDING]);
    buses.push(bus);
    return bus;
  }

  beforeAll(async () => {
    database = await openTestPool();
  });
  afterAll(async () => {
    await database.close();
  });
  beforeEach(async () => {
    await database.pool.query("DELETE FROM bus_delivery");
    await database.pool.query("DELETE FROM bus_instance");
  });
  afterEach(async () => {
    await Promise.all(buses.map((bus) => bus.close()));
    buses = [];
  });

  it("takes over at once what a killed process held, though its lease is still long", async () => {
    const bus = await connect();
    await bus.publish([uploaded(), uploaded()]);
    const dead = randomUUID();
    await database.pool.query("INSERT INTO bus_instance (id) VALUES ($1)", [dead]);
    await database.pool.query(
      "UPDATE bus_delivery SET locked_by = $1, locked_until = now() + interval '1 hour', attempt = 1",
      [dead],
    );
    const attempts: number[] = [];
    const started = performance.now();
    await bus.consume({ queue: "media", prefetch: 5 }, async ({ attempt }) => {
      attempts.push(attempt);
      return "ack";
    });
    await vi.waitFor(() => expect(attempts).toEqual([2, 2]), PATIENCE);
    expect(performance.now() - started).toBeLessThan(3_000);
    const { rows } = await database.pool.query("SELECT id FROM bus_instance WHERE id = $1", [dead]);
    expect(rows).toEqual([]);
  });

  it("leaves the deliveries of living processes alone and renews their lease", async () => {
    const one = await connect({ leaseMs: 150 });
    const two = await connect({ leaseMs: 150 });
    let finish: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const seen: string[] = [];
    await one.consume({ queue: "media", prefetch: 1 }, async () => {
      seen.push("one");
      await running;
      return "ack";
    });
    await one.publish([uploaded()]);
    await vi.waitFor(() => expect(seen).toEqual(["one"]), PATIENCE);
    await two.consume({ queue: "media", prefetch: 1 }, async () => {
      seen.push("two");
      return "ack";
    });
    const { rows } = await database.pool.query<{ locked_until: Date }>(
      "SELECT locked_until FROM bus_delivery",
    );
    const before = rows[0]?.locked_until.getTime() ?? 0;
    await vi.waitFor(async () => {
      const later = await database.pool.query<{ locked_until: Date }>(
        "SELECT locked_until FROM bus_delivery",
      );
      expect(later.rows[0]?.locked_until.getTime()).toBeGreaterThan(before + 300);
    }, PATIENCE);
    finish();
    await vi.waitFor(async () => expect((await one.depth()).media.inFlight).toBe(0), PATIENCE);
    expect(seen).toEqual(["one"]);
  });

  it("goes on by itself after all its connections were cut", async () => {
    const bus = await connect({ pollMs: 60_000 });
    const seen: string[] = [];
    await bus.consume({ queue: "media", prefetch: 5 }, async ({ message }) => {
      seen.push(message.id);
      return "ack";
    });
    const first = uploaded();
    await bus.publish([first]);
    await vi.waitFor(() => expect(seen).toEqual([first.id]), PATIENCE);
    await database.cut();
    // Published while the listening connection may still be down: its wake-up may be lost.
    const second = uploaded();
    await vi.waitFor(() => bus.publish([second]), PATIENCE);
    await vi.waitFor(() => expect(seen).toEqual([first.id, second.id]), PATIENCE);
  });

  it("stores two thousand messages and their effects within seconds", async () => {
    const bus = await connect();
    const seen = new Set<string>();
    for (let batch = 0; batch < 4; batch += 1) {
      await bus.publish(Array.from({ length: 500 }, uploaded));
    }
    await bus.consume({ queue: "media", prefetch: 100 }, async ({ message }) => {
      seen.add(message.id);
      return "ack";
    });
    await vi.waitFor(() => expect(seen.size).toBe(2_000), PATIENCE);
  });
});
