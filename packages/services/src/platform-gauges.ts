import type { QueueDepth } from "@oto/adapters";
import { schedules } from "@oto/events";
import type { Metrics } from "@oto/observability";
import type { Platform } from "./context";

/** A scrape reads several gauges that one look answers; within this time they share it. */
const SHARED_MS = 1_000;

function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let last: { at: number; value: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > SHARED_MS) last = { at: now, value: read() };
    return last.value;
  };
}

/** What the relay has not published yet: how many events, and since when the oldest waits. */
function outboxGauges(metrics: Metrics, { database }: Platform): void {
  const look = shared(async () => {
    const { rows } = await database.pool.query<{ count: number; age: number }>(
      `select count(*)::int as count,
              coalesce(extract(epoch from now() - min(occurred_at)), 0)::float as age
         from outbox_event where published_at is null`,
    );
    return rows[0] ?? { count: 0, age: 0 };
  });
  metrics.gauge({
    name: "oto_outbox_unpublished",
    help: "Events that wait for the relay",
    read: async () => (await look()).count,
  });
  metrics.gauge({
    name: "oto_outbox_oldest_age_seconds",
    help: "Age of the oldest event that waits for the relay",
    read: async () => (await look()).age,
  });
}

function queueGauges(metrics: Metrics, { adapters }: Platform): void {
  const look = shared(() => adapters.bus.depth());
  const each = (of: (depth: QueueDepth) => number) => async () =>
    Object.fromEntries(Object.entries(await look()).map(([queue, depth]) => [queue, of(depth)]));
  const gauge = (name: string, help: string, of: (depth: QueueDepth) => number) =>
    metrics.gauge({ name, help, label: "queue", read: each(of) });
  gauge("oto_queue_ready", "Deliveries waiting, by queue", ({ ready }) => ready);
  gauge("oto_queue_delayed", "Deliveries waiting for a retry", ({ delayed }) => delayed);
  gauge("oto_queue_in_flight", "Deliveries being handled", ({ inFlight }) => inFlight);
  gauge(
    "oto_queue_oldest_age_seconds",
    "Age of the oldest undelivered message",
    ({ oldestAgeMs }) => oldestAgeMs / 1_000,
  );
}

/** How far each schedule is behind its clock; 0 while it is on time or has never run. */
function scheduleGauge(metrics: Metrics, { database, now }: Platform): void {
  metrics.gauge({
    name: "oto_schedule_late_seconds",
    help: "Seconds a schedule is behind its next turn",
    label: "schedule",
    read: async () => {
      const { rows } = await database.pool.query<{ id: string; last: Date }>(
        "select schedule_id as id, last_run_at as last from schedule_run",
      );
      const lastOf = new Map(rows.map(({ id, last }) => [id, last.getTime()]));
      const at = now().getTime();
      return Object.fromEntries(
        Object.entries(schedules).map(([id, { everyMs }]) => {
          const due = (lastOf.get(id) ?? at) + everyMs;
          return [id, Math.max(0, at - due) / 1_000];
        }),
      );
    },
  });
}

/** Connections of this process, and callers that wait for one. */
function poolGauge(metrics: Metrics, { database }: Platform): void {
  metrics.gauge({
    name: "oto_database_connections",
    help: "Connections to the primary by state (busy, idle), and callers that wait for one",
    label: "state",
    read: () => ({ ...database.connectionUse() }),
  });
}

/** What both the API and the workers tell: the outbox and this process's own connections. */
export function registerProcessGauges(metrics: Metrics, platform: Platform): void {
  // First, so that it is read before a scrape's own questions ask for connections.
  poolGauge(metrics, platform);
  outboxGauges(metrics, platform);
}

/**
 * What the workers tell of the whole platform: queues, dead letters and schedules. Every process
 * gives the same figures, so take the maximum over them, never the sum.
 */
export function registerWorkGauges(metrics: Metrics, platform: Platform): void {
  queueGauges(metrics, platform);
  scheduleGauge(metrics, platform);
  metrics.gauge({
    name: "oto_dead_letters",
    help: "Deliveries that were given up and nobody has settled",
    read: async () => {
      const { rows } = await platform.database.pool.query<{ count: number }>(
        "select count(*)::int as count from dead_letter where resolved_at is null",
      );
      return rows[0]?.count ?? 0;
    },
  });
}
