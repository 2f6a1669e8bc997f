import type { Pool } from "pg";

/** One consumer's view of one aggregate. */
export interface Line {
  readonly consumerId: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
}

export interface Head {
  readonly eventId: string;
  /** Milliseconds since the epoch when it is delivered again. */
  readonly dueAt: number;
}

interface Question {
  readonly line: Line;
  resolve(head: Head | undefined): void;
  reject(error: unknown): void;
}

// A process that lost its connection may leave a row whose message somebody else has settled; such
// a row must not hold a line back for ever.
const HEADS = `
SELECT asked.ord::int AS ord, head.event_id AS "eventId", head.due_at AS "dueAt"
FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY
  AS asked(consumer_id, aggregate_type, aggregate_id, ord)
CROSS JOIN LATERAL (
  SELECT h.event_id, h.due_at FROM bus_held h
  WHERE h.consumer_id = asked.consumer_id AND h.aggregate_type = asked.aggregate_type
    AND h.aggregate_id = asked.aggregate_id AND h.due_at > now() - interval '30 minutes'
  ORDER BY h.seq LIMIT 1
) AS head`;

// A message keeps its place in the line when it is held again.
const JOIN = `
INSERT INTO bus_held (consumer_id, event_id, aggregate_type, aggregate_id, due_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (consumer_id, event_id) DO UPDATE SET due_at = excluded.due_at`;

/**
 * Which messages wait, in which order, while the broker holds them in its delay queues: a message
 * is handled only when nothing stands before it in the line of its consumer and aggregate. Without
 * retries the table is empty.
 */
export class HeldLineStore {
  readonly #pool: Pool;
  #questions: Question[] = [];

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** First of a line. Questions of one turn of the event loop are asked together. */
  headOf(line: Line): Promise<Head | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#questions.length === 0) setImmediate(() => void this.#ask());
      this.#questions.push({ line, resolve, reject });
    });
  }

  async join(line: Line, { eventId, dueAt }: Head): Promise<void> {
    const { consumerId, aggregateType, aggregateId } = line;
    const values = [consumerId, eventId, aggregateType, aggregateId, new Date(dueAt)];
    await this.#pool.query({ name: "held-join", text: JOIN, values });
  }

  async leave(consumerId: string, eventId: string): Promise<void> {
    const text = "DELETE FROM bus_held WHERE consumer_id = $1 AND event_id = $2";
    await this.#pool.query({ name: "held-leave", text, values: [consumerId, eventId] });
  }

  /** Deletes rows whose messages are long gone. */
  async sweep(): Promise<void> {
    await this.#pool.query("DELETE FROM bus_held WHERE due_at < now() - interval '1 day'");
  }

  /** How many messages of each consumer wait, and the milliseconds that the oldest has waited. */
  async waiting(): Promise<{ consumerId: string; count: number; oldestAgeMs: number }[]> {
    const { rows } = await this.#pool.query<{
      consumerId: string;
      count: number;
      oldestAgeMs: number;
    }>(
      `SELECT consumer_id AS "consumerId", count(*)::int AS "count",
         greatest(0, extract(epoch FROM now() - min(held_at)) * 1000)::float8 AS "oldestAgeMs"
       FROM bus_held GROUP BY consumer_id`,
    );
    return rows;
  }

  async #ask(): Promise<void> {
    const questions = this.#questions;
    this.#questions = [];
    try {
      const lines = questions.map(({ line }) => line);
      const { rows } = await this.#pool.query<{ ord: number; eventId: string; dueAt: Date }>({
        name: "held-heads",
        text: HEADS,
        values: [
          lines.map(({ consumerId }) => consumerId),
          lines.map(({ aggregateType }) => aggregateType),
          lines.map(({ aggregateId }) => aggregateId),
        ],
      });
      const heads = new Map(rows.map((row) => [row.ord, row]));
      questions.forEach(({ resolve }, index) => {
        const head = heads.get(index + 1);
        resolve(head && { eventId: head.eventId, dueAt: head.dueAt.getTime() });
      });
    } catch (error) {
      for (const { reject } of questions) reject(error);
    }
  }
}
