import type { Pool } from "pg";
import { REVOCATION_KEPT_MS } from "./revocation.port";
import type { ListedRevocation, RevocationList } from "./revocation-list";

/** The list in table `revocation`. */
export class PostgresRevocationList implements RevocationList {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async add(subjects: readonly string[]): Promise<void> {
    await this.#pool.query({
      name: "revocation-add",
      text: `WITH old AS (
               DELETE FROM revocation WHERE subject <> ALL ($1::text[])
               AND revoked_at < clock_timestamp() - $2 * interval '1 millisecond')
             INSERT INTO revocation (subject, revoked_at)
             SELECT DISTINCT subject, clock_timestamp() FROM unnest($1::text[]) AS s(subject)
             ON CONFLICT (subject) DO UPDATE SET revoked_at = excluded.revoked_at`,
      values: [subjects, REVOCATION_KEPT_MS],
    });
  }

  async since(at: number): Promise<{ now: number; entries: ListedRevocation[] }> {
    const { rows } = await this.#pool.query<{ now: number; subject: string | null; at: number }>({
      name: "revocation-since",
      text: `SELECT extract(epoch FROM t.now)::float8 * 1000 AS now, r.subject,
                    extract(epoch FROM r.revoked_at)::float8 * 1000 AS at
             FROM (SELECT clock_timestamp() AS now) t
             LEFT JOIN revocation r ON r.revoked_at >= to_timestamp($1::float8 / 1000)
             ORDER BY r.revoked_at`,
      values: [at],
    });
    const entries = rows.flatMap(({ subject, at }) => (subject === null ? [] : [{ subject, at }]));
    return { now: rows[0]?.now ?? at, entries };
  }
}
