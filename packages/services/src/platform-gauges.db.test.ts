import { newId, publish } from "@oto/db";
import { createMetrics } from "@oto/observability";
import { afterAll, beforeAll, expect, it } from "vitest";
import { registerProcessGauges, registerWorkGauges } from "./platform-gauges";
import type { TestPlatform } from "./testing";
import { createTestPlatform } from "./testing";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const rendered = async (): Promise<(sample: string) => number> => {
  const metrics = createMetrics({ service: "test" });
  registerProcessGauges(metrics, test.platform);
  registerWorkGauges(metrics, test.platform);
  const { body } = await metrics.render();
  return (sample) => {
    const line = body.split("\n").find((text) => text.startsWith(`${sample}`));
    return line === undefined ? Number.NaN : Number(line.split(" ").at(-1));
  };
};

it("tells what waits in the outbox and in the queues, and for how long", async () => {
  const { adapters, database } = test.platform;
  const galleryId = newId();
  const aggregateId = galleryId;
  await database.unsafeSystem("a test writes for nobody in particular").write(async (tx) => {
    await publish(tx, { name: "gallery.updated", payload: { galleryId }, aggregateId, galleryId });
  });
  await database.pool.query("update outbox_event set occurred_at = now() - interval '90 s'");
  await adapters.bus.bind([
    {
      consumerId: "index-listings-when-gallery-changes",
      on: ["gallery.updated"],
      queue: "bulk",
      retry: { attempts: 1, backoffMs: [1_000] },
      timeoutMs: 1_000,
    },
  ]);
  await adapters.bus.publish([
    {
      id: newId(),
      name: "gallery.updated",
      version: 1,
      aggregateType: "gallery",
      aggregateId,
      galleryId,
      occurredAt: new Date().toISOString(),
      payload: { galleryId },
    },
  ]);
  const sample = await rendered();
  expect(sample("oto_outbox_unpublished{")).toBe(1);
  expect(sample("oto_outbox_oldest_age_seconds{")).toBeGreaterThanOrEqual(90);
  expect(sample('oto_queue_ready{queue="bulk"')).toBe(1);
  expect(sample('oto_queue_ready{queue="media"')).toBe(0);
  expect(sample('oto_queue_oldest_age_seconds{queue="bulk"')).toBeGreaterThanOrEqual(0);
});

it("tells which schedule is late, and what was given up", async () => {
  const { pool } = test.platform.database;
  await pool.query("insert into schedule_run (schedule_id, last_run_at) values ($1, $2)", [
    "expire-offers",
    new Date(test.clock.now().getTime() - 61_000),
  ]);
  await pool.query(
    `insert into dead_letter (id, consumer_id, event_id, event_name, message, cause, attempts)
     values ($1, 'x', $1, 'gallery.updated', '{}', 'broken', 1)`,
    [newId()],
  );
  const sample = await rendered();
  expect(sample('oto_schedule_late_seconds{schedule="expire-offers"')).toBe(60);
  expect(sample('oto_schedule_late_seconds{schedule="revive-stuck-media"')).toBe(0);
  expect(sample("oto_dead_letters{")).toBe(1);
  expect(sample('oto_database_connections{state="idle"')).toBeGreaterThan(0);
  expect(sample('oto_database_connections{state="waiting"')).toBe(0);
});

it("tells of callers that wait for a connection of their gallery's role", async () => {
  const db = test.platform.database.forGallery(newId());
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const work = Array.from({ length: 12 }, () => db.read(() => held));
  await expect
    .poll(async () => (await rendered())('oto_database_connections{state="waiting"'))
    .toBe(2);
  release();
  await Promise.all(work);
});
