import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { ListeningConnection } from "../postgres/listening-connection";

/** Keeps the advisory locks of the bus apart from everybody else's. */
const LOCK_SEED = 7_301;

/**
 * This process in the eyes of the others. It holds a session lock for as long as it lives, so that
 * the leases of a killed process are given back at once instead of after they run out.
 */
export class BusInstance {
  readonly id = randomUUID();
  readonly #pool: Pool;
  readonly #connection: ListeningConnection;
  #forget: (() => void) | undefined;

  constructor(pool: Pool, connection: ListeningConnection) {
    this.#pool = pool;
    this.#connection = connection;
  }

  async register(): Promise<void> {
    if (this.#forget) return;
    let announced = false;
    this.#forget = this.#connection.onConnected(async () => {
      await this.#announce();
      announced = true;
    });
    await this.#connection.open();
    if (!announced) await this.#announce();
  }

  /**
   * Lock first, row second: a row without its lock means death. After a broken connection the old
   * session may still hold the lock for a moment, so nobody waits for it.
   */
  async #announce(): Promise<void> {
    await this.#connection.query("SELECT pg_try_advisory_lock(hashtextextended($1, $2))", [
      this.id,
      LOCK_SEED,
    ]);
    await this.#pool.query("INSERT INTO bus_instance (id) VALUES ($1) ON CONFLICT DO NOTHING", [
      this.id,
    ]);
  }

  /** Frees what dead processes held. Resolves to the number of deliveries freed. */
  async reclaim(): Promise<number> {
    const { rows } = await this.#pool.query<{ freed: number }>(
      `WITH dead AS MATERIALIZED (
         SELECT id FROM bus_instance
         WHERE id <> $1 AND pg_try_advisory_xact_lock(hashtextextended(id::text, $2))
       ), freed AS (
         UPDATE bus_delivery SET locked_until = NULL, locked_by = NULL
         WHERE locked_by IN (SELECT id FROM dead) RETURNING 1
       ), buried AS (
         DELETE FROM bus_instance WHERE id IN (SELECT id FROM dead)
       )
       SELECT count(*)::int AS freed FROM freed`,
      [this.id, LOCK_SEED],
    );
    return rows[0]?.freed ?? 0;
  }

  async unregister(): Promise<void> {
    this.#forget?.();
    this.#forget = undefined;
    await this.#pool.query("DELETE FROM bus_instance WHERE id = $1", [this.id]);
    await this.#connection.query("SELECT pg_advisory_unlock(hashtextextended($1, $2))", [
      this.id,
      LOCK_SEED,
    ]);
  }
}
