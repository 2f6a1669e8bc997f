import type { Queue } from "@oto/events";
import { QUEUES } from "@oto/events";
import type { Pool } from "pg";
import { inTransaction } from "../postgres/transaction";
import type { BusMessage, QueueDepth } from "./message-bus.port";

/** NOTIFY channel; the payload is the queue that has something new. */
export const BUS_CHANNEL = "oto_bus";

/** A delivery leased to this process. */
export interface ClaimedDelivery {
  readonly seq: string;
  readonly consumerId: string;
  readonly attempt: number;
  readonly message: BusMessage;
}

export interface Route {
  readonly name: string;
  readonly consumerId: string;
  readonly queue: Queue;
  readonly group: string;
}

export interface ClaimRequest {
  readonly instanceId: string;
  readonly queue: Queue;
  readonly groups: readonly string[] | null;
  readonly limit: number;
  readonly leaseMs: number;
}

interface ClaimedRow {
  seq: string;
  consumer_id: string;
  attempt: number;
  event_id: string;
  name: string;
  version: number;
  aggregate_type: string;
  aggregate_id: string;
  gallery_id: string | null;
  occurred_at: Date;
  payload: unknown;
  traceparent: string | null;
}

// One statement, so one transaction: all rows and the wake-up, or nothing. The identity column is
// filled after the sort, so `seq` follows the order of the messages.
const INSERT = `
WITH stored AS (
  INSERT INTO bus_delivery (consumer_id, event_id, queue, consumer_group, name, version,
    aggregate_type, aggregate_id, gallery_id, occurred_at, payload, traceparent)
  SELECT r.consumer_id, (e.m->>'id')::uuid, r.queue, r.consumer_group, e.m->>'name',
    (e.m->>'version')::int, e.m->>'aggregateType', e.m->>'aggregateId', (e.m->>'galleryId')::uuid,
    (e.m->>'occurredAt')::timestamptz, e.m->'payload', e.m->>'traceparent'
  FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e(m, ord)
  JOIN unnest($2::text[], $3::text[], $4::text[], $5::text[])
    AS r(name, consumer_id, queue, consumer_group) ON r.name = e.m->>'name'
  ORDER BY e.ord
  ON CONFLICT (consumer_id, event_id) DO NOTHING
  RETURNING queue
)
SELECT pg_notify('${BUS_CHANNEL}', queue) FROM (SELECT DISTINCT queue FROM stored) AS woken`;

// The table is empty one second and holds thousands of rows the next, so the planner's figures are
// always old. These settings leave it the one good plan: walk the due rows by index, stop early.
const BEGIN_CLAIM = `BEGIN; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off;
SET LOCAL enable_seqscan = off`;

// The inner query finds the head of the line of this consumer and aggregate, by an index probe.
const CLAIM = `
WITH due AS MATERIALIZED (
  SELECT d.seq FROM bus_delivery d
  WHERE d.queue = $1 AND d.run_at <= now()
    AND (d.locked_until IS NULL OR d.locked_until < now())
    AND ($2::text[] IS NULL OR d.consumer_group = ANY ($2))
    AND d.seq = (SELECT h.seq FROM bus_delivery h
      WHERE h.consumer_id = d.consumer_id AND h.aggregate_type = d.aggregate_type
        AND h.aggregate_id = d.aggregate_id ORDER BY h.seq LIMIT 1)
  ORDER BY d.run_at, d.seq LIMIT $3 FOR UPDATE SKIP LOCKED
)
UPDATE bus_delivery AS d
SET locked_by = $4, locked_until = now() + $5 * interval '1 millisecond', attempt = d.attempt + 1
FROM due WHERE d.seq = due.seq
RETURNING d.seq, d.consumer_id, d.attempt, d.event_id, d.name, d.version, d.aggregate_type,
  d.aggregate_id, d.gallery_id, d.occurred_at, d.payload, d.traceparent`;

function toClaimed(row: ClaimedRow): ClaimedDelivery {
  return {
    seq: row.seq,
    consumerId: row.consumer_id,
    attempt: row.attempt,
    message: {
      id: row.event_id,
      name: row.name,
      version: row.version,
      aggregateType: row.aggregate_type,
      aggregateId: row.aggregate_id,
      galleryId: row.gallery_id,
      occurredAt: row.occurred_at.toISOString(),
      payload: row.payload,
      traceparent: row.traceparent ?? undefined,
    },
  };
}

/** The SQL of the bus: every statement on `bus_delivery`. */
export class BusDeliveryStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async insert(messages: readonly BusMessage[], routes: readonly Route[]): Promise<void> {
    await this.#pool.query({
      name: "bus-insert",
      text: INSERT,
      values: [
        JSON.stringify(messages),
        routes.map((route) => route.name),
        routes.map((route) => route.consumerId),
        routes.map((route) => route.queue),
        routes.map((route) => route.group),
      ],
    });
  }

  async claim(request: ClaimRequest): Promise<ClaimedDelivery[]> {
    const { queue, groups, limit, instanceId, leaseMs } = request;
    const values = [queue, groups, limit, instanceId, leaseMs];
    const { rows } = await inTransaction(
      this.#pool,
      (client) => client.query<ClaimedRow>({ name: "bus-claim", text: CLAIM, values }),
      { begin: BEGIN_CLAIM },
    );
    return rows.sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq))).map(toClaimed);
  }

  /** Removes settled deliveries that this process still holds. */
  async remove(instanceId: string, seqs: readonly string[]): Promise<void> {
    await this.#pool.query({
      name: "bus-remove",
      text: "DELETE FROM bus_delivery WHERE seq = ANY ($1::bigint[]) AND locked_by = $2",
      values: [seqs, instanceId],
    });
  }

  async postpone(instanceId: string, seq: string, delayMs: number): Promise<void> {
    await this.#pool.query(
      `UPDATE bus_delivery SET locked_by = NULL, locked_until = NULL,
         run_at = now() + $3 * interval '1 millisecond' WHERE seq = $2 AND locked_by = $1`,
      [instanceId, seq, delayMs],
    );
  }

  async extend(instanceId: string, seqs: readonly string[], leaseMs: number): Promise<void> {
    await this.#pool.query(
      `UPDATE bus_delivery SET locked_until = now() + $3 * interval '1 millisecond'
       WHERE seq = ANY ($2::bigint[]) AND locked_by = $1`,
      [instanceId, seqs, leaseMs],
    );
  }

  async depth(): Promise<Record<Queue, QueueDepth>> {
    const { rows } = await this.#pool.query<QueueDepth & { queue: Queue }>(
      `SELECT queue,
         (count(*) FILTER (WHERE locked_until >= now()))::int AS "inFlight",
         (count(*) FILTER (WHERE run_at > now() AND locked_by IS NULL))::int AS "delayed",
         (count(*) FILTER (WHERE run_at <= now()
           AND (locked_until IS NULL OR locked_until < now())))::int AS "ready",
         greatest(0, extract(epoch FROM now() - min(published_at)) * 1000)::float8 AS "oldestAgeMs"
       FROM bus_delivery GROUP BY queue`,
    );
    const empty: QueueDepth = { ready: 0, delayed: 0, inFlight: 0, oldestAgeMs: 0 };
    const depth = Object.fromEntries(QUEUES.map((queue) => [queue, empty]));
    for (const { queue, ...counts } of rows) depth[queue] = counts;
    return depth as Record<Queue, QueueDepth>;
  }
}
