import type { Pool } from "pg";

/** What the ledger knows of a key. */
export type LedgerEntry =
  | { readonly state: "mine"; readonly pinnedTo: string | null }
  | { readonly state: "sent"; readonly id: string }
  | { readonly state: "busy" }
  | { readonly state: "unknown"; readonly provider: string | null };

interface Row {
  state: "SENDING" | "SENT" | "UNKNOWN";
  provider: string | null;
  provider_id: string | null;
  stale: boolean;
}

/** Longer than all tries of one message together. */
const STALE = "60 seconds";

/**
 * Table `send_ledger`: gives providers that know no idempotency keys a memory. A key is claimed before
 * anything is sent and closed afterwards; a claim whose owner died in between says that nobody knows.
 */
export class SendLedger {
  readonly #pool: Pool;
  readonly #channel: string;

  constructor(pool: Pool, channel: string) {
    this.#pool = pool;
    this.#channel = channel;
  }

  /** Claims a key. With `takeUnknown`, also one that nobody knows the end of. */
  async claim(key: string, takeUnknown: boolean): Promise<LedgerEntry> {
    const { rowCount } = await this.#pool.query(
      `insert into send_ledger (channel, idempotency_key, state) values ($1, $2, 'SENDING')
       on conflict (channel, idempotency_key) do nothing`,
      [this.#channel, key],
    );
    if (rowCount === 1) return { state: "mine", pinnedTo: null };
    const { rows } = await this.#pool.query<Row>(
      `select state, provider, provider_id, claimed_at < now() - interval '${STALE}' as stale
         from send_ledger where channel = $1 and idempotency_key = $2`,
      [this.#channel, key],
    );
    const row = rows[0];
    if (!row) return { state: "busy" };
    if (row.state === "SENT") return { state: "sent", id: row.provider_id ?? key };
    if (row.state === "SENDING" && !row.stale) return { state: "busy" };
    if (!takeUnknown) return { state: "unknown", provider: row.provider };
    const taken = await this.#pool.query(
      `update send_ledger set state = 'SENDING', claimed_at = now()
        where channel = $1 and idempotency_key = $2
          and (state = 'UNKNOWN' or (state = 'SENDING' and claimed_at < now() - interval '${STALE}'))`,
      [this.#channel, key],
    );
    return taken.rowCount === 1 ? { state: "mine", pinnedTo: row.provider } : { state: "busy" };
  }

  /** Notes whom the message is handed to now, so that a crash leaves a trace of it. */
  async handOver(key: string, provider: string): Promise<void> {
    await this.#pool.query(
      "update send_ledger set provider = $3 where channel = $1 and idempotency_key = $2",
      [this.#channel, key, provider],
    );
  }

  async sent(key: string, { id, provider }: { id: string; provider: string }): Promise<void> {
    await this.#pool.query(
      `update send_ledger set state = 'SENT', provider = $3, provider_id = $4
        where channel = $1 and idempotency_key = $2`,
      [this.#channel, key, provider, id],
    );
  }

  async unknown(key: string, provider: string): Promise<void> {
    await this.#pool.query(
      `update send_ledger set state = 'UNKNOWN', provider = $3
        where channel = $1 and idempotency_key = $2`,
      [this.#channel, key, provider],
    );
  }

  /** Nobody has the message: the key may be claimed again. */
  async release(key: string): Promise<void> {
    await this.#pool.query(
      "delete from send_ledger where channel = $1 and idempotency_key = $2 and state <> 'SENT'",
      [this.#channel, key],
    );
  }
}
