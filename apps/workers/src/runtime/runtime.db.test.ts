import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Adapters, Delivery } from "@oto/adapters";
import { createAdapters, UnroutableError } from "@oto/adapters";
import type { Database } from "@oto/db";
import { newId, openDatabase, publish } from "@oto/db";
import { createLogger } from "@oto/observability";
import type { Platform } from "@oto/services";
import { servicesEnv } from "@oto/services";
import type { TestDatabase } from "@oto/testing";
import { createTestDatabase } from "@oto/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { settle, startConsumers, topology } from "./consume";
import type { ConsumerHandler } from "./define-consumer";
import { defineConsumer, PermanentError } from "./define-consumer";
import { relayBatch, startRelay } from "./relay";
import { startSchedules } from "./schedules";

let testDatabase: TestDatabase;
let database: Database;
let adapters: Adapters;
let platform: Platform;
const folder = mkdtempSync(join(tmpdir(), "runtime-"));
const secret = "runtime-test-secret-runtime-test-secret";

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url });
  adapters = await createAdapters(
    {
      OTO_DATA_DIR: folder,
      OTO_PUBLIC_API_URL: "http://localhost:4000",
      OTO_SECRET: secret,
      OTO_RATE_LIMITS: "on",
    } as Parameters<typeof createAdapters>[0],
    { pool: database.pool },
  );
  await adapters.bus.bind(topology);
  platform = {
    database,
    adapters,
    env: servicesEnv.parse({ OTO_ENV: "test", OTO_SECRET: secret }),
    logger: createLogger({ service: "test", level: "fatal" }),
    now: () => new Date(),
  };
});

afterAll(async () => {
  await adapters.close();
  await database.close();
  await testDatabase.drop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await database.pool.query("delete from outbox_event");
  await database.pool.query("delete from bus_delivery");
});

const system = () => database.unsafeSystem("a test writes for nobody in particular");

const announce = (galleryId = newId()) =>
  system().write((tx) =>
    publish(tx, {
      name: "gallery.updated",
      payload: { galleryId },
      aggregateId: galleryId,
      galleryId,
    }),
  );

const count = async (sql: string): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*)::int as n from ${sql}`,
  );
  return rows[0]?.n ?? -1;
};

describe("relay", () => {
  it("publishes what committed, once, and nothing that rolled back", async () => {
    await announce();
    await system()
      .write(async (tx) => {
        const id = newId();
        await publish(tx, {
          name: "gallery.updated",
          payload: { galleryId: id },
          aggregateId: id,
          galleryId: id,
        });
        throw new Error("rolled back");
      })
      .catch(() => undefined);
    expect(await relayBatch(platform)).toBe(1);
    expect(await relayBatch(platform)).toBe(0);
    expect(await count("bus_delivery")).toBe(1);
    expect(await count("outbox_event where published_at is null")).toBe(0);
  });

  it("keeps the event when the bus does not confirm", async () => {
    await announce();
    const refuse = vi.spyOn(adapters.bus, "publish").mockRejectedValueOnce(new Error("no confirm"));
    await expect(relayBatch(platform)).rejects.toThrow("no confirm");
    refuse.mockRestore();
    expect(await count("outbox_event where published_at is null")).toBe(1);
    expect(await relayBatch(platform)).toBe(1);
  });

  it("publishes past an event that nobody is bound to, and keeps that one", async () => {
    await announce();
    await announce();
    const { rows } = await database.pool.query<{ id: string }>(
      "select id from outbox_event order by seq limit 1",
    );
    const stray = rows[0]?.id ?? "";
    const refuse = vi.spyOn(adapters.bus, "publish").mockImplementationOnce(async (messages) => {
      throw new UnroutableError(messages.filter(({ id }) => id === stray));
    });
    await expect(relayBatch(platform)).rejects.toThrow(UnroutableError);
    refuse.mockRestore();
    expect(await count("outbox_event where published_at is null")).toBe(1);
    expect(await count(`outbox_event where id = '${stray}' and published_at is null`)).toBe(1);
    await announce();
    expect(await relayBatch(platform)).toBe(1);
  });

  it("lets one relay work at a time", async () => {
    for (let i = 0; i < 5; i += 1) await announce();
    const published = await Promise.all([1, 2, 3, 4].map(() => relayBatch(platform)));
    expect(published.reduce((sum, n) => sum + n, 0)).toBe(5);
    expect(await count("bus_delivery")).toBe(5);
  });

  it("wakes up at a commit", async () => {
    const relay = startRelay(platform);
    await announce();
    await expect.poll(() => count("bus_delivery"), { timeout: 5_000 }).toBe(1);
    await relay.stop();
  });
});

describe("consumer", () => {
  const consumerId = "index-listings-when-gallery-changes";
  const effects: string[] = [];
  const handlers = (handle: ConsumerHandler["handle"], more: Partial<ConsumerHandler> = {}) =>
    new Map([[consumerId as string, { id: consumerId, handle, ...more } as ConsumerHandler]]);
  const delivery = (over: Partial<Delivery["message"]> = {}, attempt = 1): Delivery => ({
    consumerId,
    attempt,
    signal: new AbortController().signal,
    message: {
      id: newId(),
      name: "gallery.updated",
      version: 1,
      aggregateType: "gallery",
      aggregateId: newId(),
      galleryId: null,
      occurredAt: new Date().toISOString(),
      payload: { galleryId: newId() },
      ...over,
    },
  });
  const counting = handlers(async (_platform, _tx, event) => {
    effects.push(event.eventId);
  });

  beforeEach(() => {
    effects.length = 0;
  });

  it("takes effect once, however often and however parallel it is delivered", async () => {
    const one = delivery();
    const outcomes = await Promise.all([1, 2, 3].map(() => settle(platform, counting, one)));
    expect(outcomes).toEqual(["ack", "ack", "ack"]);
    expect(await settle(platform, counting, one)).toBe("ack");
    expect(effects).toEqual([one.message.id]);
  });

  describe("that takes many", () => {
    const together: string[][] = [];
    const taking = (fails: (id: string) => boolean = () => false) => {
      const write = async (events: readonly { eventId: string }[]) => {
        if (events.some(({ eventId }) => fails(eventId))) throw new Error("one of them is bad");
        together.push(events.map(({ eventId }) => eventId));
      };
      return handlers(async (_platform, _tx, event) => write([event]), {
        handleMany: async (_platform, _tx, events) => write(events),
      });
    };

    beforeEach(() => {
      together.length = 0;
    });

    it("is given each event once, those that come together in one transaction", async () => {
      const [map, all] = [taking(), Array.from({ length: 5 }, () => delivery())];
      const [known] = all;
      await settle(platform, map, known ?? delivery());
      const twice = [...all, ...all].map((each) => settle(platform, map, each));
      expect(new Set(await Promise.all(twice))).toEqual(new Set(["ack"]));
      expect(together.flat().toSorted()).toEqual(all.map(({ message }) => message.id).toSorted());
      expect(together).toHaveLength(2);
    });

    it("prepares together what has not been handled, and nothing else", async () => {
      const prepared: string[][] = [];
      const map = handlers(async () => undefined, {
        prepareMany: async (_platform, events) => {
          prepared.push(events.map(({ eventId }) => eventId));
        },
      });
      const [known, fresh] = [delivery(), delivery()];
      await settle(platform, map, known);
      await Promise.all([known, fresh].map((each) => settle(platform, map, each)));
      await settle(platform, map, fresh);
      expect(prepared).toEqual([[known.message.id], [fresh.message.id]]);
    });

    it("has what is bad in a batch tried again, and the others done", async () => {
      const [good, bad, other] = [delivery(), delivery(), delivery()];
      const map = taking((id) => id === bad.message.id);
      const outcomes = await Promise.all(
        [good, bad, other].map((each) => settle(platform, map, each)),
      );
      expect(outcomes).toEqual(["ack", { retryInMs: 200 }, "ack"]);
      expect(together).toEqual([[good.message.id], [other.message.id]]);
      expect(await count(`inbox_entry where event_id = '${bad.message.id}'`)).toBe(0);
    });
  });

  it("forgets the inbox row with a failed effect, and tries again later", async () => {
    const one = delivery();
    const failing = handlers(async () => {
      throw new Error("database hiccup");
    });
    expect(await settle(platform, failing, one)).toEqual({ retryInMs: 200 });
    expect(await settle(platform, counting, { ...one, attempt: 2 })).toBe("ack");
    expect(effects).toEqual([one.message.id]);
  });

  it("buries what keeps failing, with its cause", async () => {
    const one = delivery({}, 8);
    const failing = handlers(async () => {
      throw new Error("never works");
    });
    expect(await settle(platform, failing, one)).toMatchObject({
      deadLetter: expect.stringContaining("never works"),
    });
    expect(await count(`dead_letter where event_id = '${one.message.id}' and attempts = 8`)).toBe(
      1,
    );
  });

  it("buries what the bus parked, readable or not", async () => {
    const parked = { consumerId, cause: "the body is no message", attempts: 1 };
    const [eventId, other] = [newId(), newId()];
    const parking = vi.spyOn(adapters.bus, "consumeParked").mockImplementation(async (handler) => {
      await handler({ ...parked, eventId, message: undefined, body: "{no" });
      const { message } = delivery({ id: other });
      await handler({ ...parked, eventId: other, message, body: "" });
      return { stop: async () => undefined };
    });
    const consumers = await startConsumers(platform, {
      handlers: [],
      groups: ["none"],
      metrics: { started: () => () => undefined },
    });
    await consumers.stop();
    parking.mockRestore();
    const { rows } = await database.pool.query(
      "select event_name, message, cause from dead_letter where event_id = any($1) order by event_name",
      [[eventId, other]],
    );
    expect(rows).toMatchObject([
      { event_name: "gallery.updated", message: { id: other } },
      {
        event_name: "unreadable",
        message: { body: "{no" },
        cause: "parked: the body is no message",
      },
    ]);
  });

  it.each([
    ["a permanent error", {}, handlers(async () => Promise.reject(new PermanentError("hopeless")))],
    ["a payload that does not fit", { payload: { galleryId: "nonsense" } }, counting],
  ])("does not retry %s", async (_title, over, map) => {
    const one = delivery(over);
    expect(await settle(platform, map, one)).toHaveProperty("deadLetter");
    expect(effects).toEqual([]);
  });

  it("prepares outside of the transaction, and not again once the effect is in", async () => {
    const prepared: string[] = [];
    const slow = defineConsumer({
      id: consumerId,
      async prepare(_platform, event) {
        prepared.push(event.eventId);
        return event.payload.galleryId;
      },
      async handle(_platform, _tx, event) {
        effects.push(event.prepared);
      },
    });
    // cast: a map of handlers forgets what each of them prepares.
    const map = new Map([[consumerId as string, slow as unknown as ConsumerHandler]]);
    const one = delivery();
    await settle(platform, map, one);
    await settle(platform, map, one);
    expect(prepared).toEqual([one.message.id]);
    expect(effects).toHaveLength(1);
  });
});

describe("schedules", () => {
  it("run once over several workers", async () => {
    let runs = 0;
    const handler = {
      id: "repair-search-drift" as const,
      run: async () => {
        runs += 1;
        return 1;
      },
    };
    const workers = [1, 2, 3].map(() => startSchedules(platform, [handler]));
    await expect.poll(() => runs, { timeout: 5_000 }).toBe(1);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(runs).toBe(1);
  });
});
