import { setTimeout as sleep } from "node:timers/promises";
import type { BusMessage, MessageBus } from "@oto/adapters";
import { ListeningConnection, UnroutableError } from "@oto/adapters";
import type { Platform } from "@oto/services";

/** Enough to keep a broker's confirmations flowing; a batch is a fraction of a second. */
const BATCH = 1_000;
const LOCK = 7_261_001;
/** Looks again this often even when no wake-up came (a lost connection, a restored database). */
const POLL_MS = 1_000;
/** Pauses after a failure double from the first to the second; wake-ups do not shorten them. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** An event that nobody is bound to waits for a worker that is. */
const UNROUTABLE_AGAIN_MS = 30_000;

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

/** Events that nobody was bound to, and when each is tried again: they hold nobody else up. */
const unroutable = new Map<string, number>();

function setAside(eventIds: readonly string[]): void {
  for (const id of eventIds) unroutable.set(id, Date.now() + UNROUTABLE_AGAIN_MS);
}

/** Ids that are not to be tried yet. */
function asideNow(): string[] {
  for (const [id, until] of unroutable) if (until <= Date.now()) unroutable.delete(id);
  return [...unroutable.keys()];
}

/** Publishes the rows. Resolves to those that the bus took, and what became of the others. */
async function publishRows(
  bus: MessageBus,
  rows: readonly OutboxRow[],
): Promise<{ published: readonly OutboxRow[]; refused: UnroutableError | undefined }> {
  try {
    if (rows.length > 0) await bus.publish(rows.map(toMessage));
    return { published: rows, refused: undefined };
  } catch (error) {
    if (!(error instanceof UnroutableError)) throw error;
    setAside(error.eventIds);
    return { published: rows.filter(({ id }) => !error.eventIds.includes(id)), refused: error };
  }
}

/**
 * Publishes one batch of the outbox, oldest first, and stamps it only after the bus confirmed.
 * The advisory lock lets one relay work at a time, which keeps the order of every aggregate; a
 * crash between confirm and stamp publishes again, and the inbox makes that harmless. The bus
 * bounds how long it waits for a confirmation, and so how long the transaction stays open.
 *
 * @returns how many events were published; 0 when there was nothing or another relay is at it
 * @throws UnroutableError for events that nobody is bound to; all others of the batch are stamped
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
         from outbox_event where published_at is null and id <> all($2::uuid[])
         order by seq limit $1`,
      [BATCH, asideNow()],
    );
    const { published, refused } = await publishRows(adapters.bus, rows);
    await client.query(
      "update outbox_event set published_at = now() where seq = any($1::bigint[])",
      [published.map((row) => row.seq)],
    );
    await client.query("commit");
    if (refused) throw refused;
    return published.length;
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

  /** Until something was written, the time is over or the relay stops. */
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
    let pauseMs = FIRST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      try {
        const published = await relayBatch(platform);
        pauseMs = FIRST_PAUSE_MS;
        if (published === 0) await bell.wait(stopping.signal);
      } catch (error) {
        if (error instanceof UnroutableError) {
          const { eventIds, message } = error;
          platform.logger.error({ eventIds, reason: message }, "events that nobody is bound to");
          continue;
        }
        platform.logger.error({ err: error, pauseMs }, "relay could not publish; it tries again");
        await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
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
