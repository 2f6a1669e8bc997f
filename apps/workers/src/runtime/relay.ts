import type { BusMessage } from "@oto/adapters";
import { ListeningConnection } from "@oto/adapters";
import type { Platform } from "@oto/services";

const BATCH = 500;
const LOCK = 7_261_001;
/** Looks again this often even when no wake-up came (a lost connection, a restored database). */
const POLL_MS = 1_000;

interface OutboxRow {
  id: string;
  seq: string;
  name: string;
  version: number;
  aggregate_type: string;
  aggregate_id: string;
  gallery_id: string | null;
  payload: unknown;
  traceparent: string | null;
  occurred_at: Date;
}

const toMessage = (row: OutboxRow): BusMessage => ({
  id: row.id,
  name: row.name,
  version: row.version,
  aggregateType: row.aggregate_type,
  aggregateId: row.aggregate_id,
  galleryId: row.gallery_id,
  occurredAt: row.occurred_at.toISOString(),
  payload: row.payload,
  traceparent: row.traceparent ?? undefined,
});

/**
 * Publishes one batch of the outbox, oldest first, and stamps it only after the bus confirmed.
 * The advisory lock lets one relay work at a time, which keeps the order of every aggregate; a
 * crash between confirm and stamp publishes again, and the inbox makes that harmless.
 *
 * @returns how many events were published; 0 when there was nothing or another relay is at it
 */
export async function relayBatch({ database, adapters }: Platform): Promise<number> {
  const client = await database.pool.connect();
  // A connection that breaks between two statements must not end the process; the next one fails.
  const ignore = () => undefined;
  client.on("error", ignore);
  try {
    await client.query("begin");
    const lock = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_xact_lock($1) as mine",
      [LOCK],
    );
    if (!lock.rows[0]?.mine) {
      await client.query("rollback");
      return 0;
    }
    const { rows } = await client.query<OutboxRow>(
      `select id, seq, name, version, aggregate_type, aggregate_id, gallery_id, payload,
              traceparent, occurred_at
         from outbox_event where published_at is null order by seq limit $1`,
      [BATCH],
    );
    if (rows.length > 0) {
      await adapters.bus.publish(rows.map(toMessage));
      await client.query(
        "update outbox_event set published_at = now() where seq = any($1::bigint[])",
        [rows.map((row) => row.seq)],
      );
    }
    await client.query("commit");
    return rows.length;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.off("error", ignore);
    client.release();
  }
}

/** Wakes the relay when a commit wrote to the outbox, or when the poll interval is over. */
class OutboxBell {
  readonly #connection: ListeningConnection;
  #ring: () => void = () => undefined;

  constructor(connection: ListeningConnection) {
    this.#connection = connection;
    void connection.listen("outbox", () => this.#ring()).catch(() => undefined);
  }

  async wait(stopping: AbortSignal): Promise<void> {
    if (stopping.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.#ring = () => {
        clearTimeout(timer);
        resolve();
      };
      stopping.onabort = this.#ring;
    });
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

export interface Running {
  stop(): Promise<void>;
}

/** Runs the relay until it is stopped. Errors are logged and tried again: nothing is dropped. */
export function startRelay(platform: Platform): Running {
  const stopping = new AbortController();
  const bell = new OutboxBell(
    new ListeningConnection({ pool: platform.database.pool, logger: platform.logger }),
  );
  const loop = async () => {
    while (!stopping.signal.aborted) {
      try {
        const published = await relayBatch(platform);
        if (published === BATCH) continue;
      } catch (error) {
        platform.logger.error({ err: error }, "relay could not publish; it tries again");
      }
      await bell.wait(stopping.signal);
    }
  };
  const finished = loop();
  return {
    async stop() {
      stopping.abort();
      await finished;
      await bell.close();
    },
  };
}
