import type { Pool, PoolClient } from "pg";
import type { ListingDocument } from "../search-index.port";

/** A change of a listing that the server has not confirmed. */
export interface PendingChange {
  readonly vehicleId: string;
  readonly seq: number;
  /** Null for a listing that is gone. */
  readonly doc: ListingDocument | null;
}

interface SeqRow {
  vehicle_id: string;
  change_seq: string;
}

const PENDING = "synced_seq IS DISTINCT FROM change_seq";
const toChange = (row: SeqRow) => ({ vehicleId: row.vehicle_id, seq: Number(row.change_seq) });

/** Locks what is pending of some vehicles; who comes second waits, and finds what is left. */
const LOCK = `SELECT vehicle_id, change_seq FROM search_version
  WHERE vehicle_id = ANY ($1::uuid[]) AND ${PENDING} ORDER BY vehicle_id FOR UPDATE`;
const LOCK_OLDEST = `SELECT vehicle_id, change_seq FROM search_version
  WHERE ${PENDING} ORDER BY change_seq LIMIT $1 FOR UPDATE SKIP LOCKED`;

// After the lock, in a statement of its own: it sees what the row's last writer committed.
const READ = `SELECT vehicle_id, doc FROM search_listing WHERE vehicle_id = ANY ($1::uuid[])`;

const CONFIRM = `WITH sent AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[]) AS s(vehicle_id, change_seq)
  ), locked AS (
    SELECT v.vehicle_id FROM search_version v JOIN sent USING (vehicle_id, change_seq)
    ORDER BY v.vehicle_id FOR UPDATE OF v
  )
  UPDATE search_version v SET synced_seq = v.change_seq
  FROM locked WHERE v.vehicle_id = locked.vehicle_id`;

async function withDocuments(client: PoolClient, rows: readonly SeqRow[]) {
  const changes = rows.map(toChange);
  const read = await client.query<{ vehicle_id: string; doc: ListingDocument }>(READ, [
    changes.map(({ vehicleId }) => vehicleId),
  ]);
  const documents = new Map(read.rows.map((row) => [row.vehicle_id, row.doc]));
  return changes.map(
    (change): PendingChange => ({ ...change, doc: documents.get(change.vehicleId) ?? null }),
  );
}

/** Locks the pending changes of these vehicles until the transaction ends. */
export async function lockPending(client: PoolClient, ids: readonly string[]) {
  const { rows } = await client.query<SeqRow>(LOCK, [ids]);
  return withDocuments(client, rows);
}

/** Locks the oldest pending changes that nobody else has locked. */
export async function lockOldestPending(client: PoolClient, limit: number) {
  const { rows } = await client.query<SeqRow>(LOCK_OLDEST, [limit]);
  return withDocuments(client, rows);
}

/** Listings by id for a rebuild, locked against changes until the transaction ends. */
export async function lockListings(
  client: PoolClient,
  { afterId, limit }: { readonly afterId: string | null; readonly limit: number },
) {
  const { rows } = await client.query<SeqRow>(
    `SELECT vehicle_id, change_seq FROM search_version
     WHERE present AND ($1::uuid IS NULL OR vehicle_id > $1) ORDER BY vehicle_id LIMIT $2 FOR SHARE`,
    [afterId, limit],
  );
  return withDocuments(client, rows);
}

/** Marks changes as confirmed, unless the listings changed again meanwhile. */
export async function confirm(pool: Pool, changes: readonly PendingChange[]): Promise<void> {
  if (changes.length === 0) return;
  await pool.query(CONFIRM, [
    changes.map(({ vehicleId }) => vehicleId),
    changes.map(({ seq }) => seq),
  ]);
}

/** Makes vehicles pending whatever the server said; unknown ones as gone. */
export async function forgetConfirmation(pool: Pool, ids: readonly string[]): Promise<void> {
  await pool.query(
    `INSERT INTO search_version AS v (vehicle_id, version, present)
     SELECT id, 0, false FROM unnest($1::uuid[]) AS id ORDER BY id
     ON CONFLICT (vehicle_id) DO UPDATE SET synced_seq = NULL, changed_at = now()`,
    [ids],
  );
}

/** Makes everything pending, for a server that has nothing. */
export async function forgetConfirmations(pool: Pool): Promise<void> {
  await pool.query("UPDATE search_version SET synced_seq = NULL WHERE synced_seq IS NOT NULL");
}

/** Whether anything waits, or has waited since before a moment. */
export async function hasPending(pool: Pool, olderThanMs = 0): Promise<boolean> {
  const { rows } = await pool.query<{ waits: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM search_version WHERE ${PENDING}
       AND changed_at <= clock_timestamp() - make_interval(secs => $1)) AS waits`,
    [olderThanMs / 1_000],
  );
  return rows[0]?.waits ?? false;
}

/** How many listings the server has confirmed, and how many changes it has yet to confirm. */
export async function countConfirmed(pool: Pool): Promise<{ confirmed: number; pending: number }> {
  const { rows } = await pool.query<{ confirmed: number; pending: number }>(
    `SELECT count(*) FILTER (WHERE present AND NOT (${PENDING}))::int AS confirmed,
            count(*) FILTER (WHERE ${PENDING})::int AS pending FROM search_version`,
  );
  return rows[0] ?? { confirmed: 0, pending: 0 };
}

/** What the server should have, by id: up to `limit` after an id; pending changes are marked. */
export async function wantedChanges(
  pool: Pool,
  page: { readonly afterId: string | undefined; readonly limit: number },
) {
  const { rows } = await pool.query<SeqRow & { pending: boolean }>(
    `SELECT vehicle_id, change_seq, ${PENDING} AS pending FROM search_version
     WHERE present AND ($1::uuid IS NULL OR vehicle_id > $1) ORDER BY vehicle_id LIMIT $2`,
    [page.afterId ?? null, page.limit],
  );
  return rows.map((row) => ({ ...toChange(row), isPending: row.pending }));
}

/** The same of some vehicles; those that are gone have no number. */
export async function wantedOf(pool: Pool, ids: readonly string[]) {
  const { rows } = await pool.query<SeqRow & { pending: boolean; present: boolean }>(
    `SELECT vehicle_id, change_seq, present, ${PENDING} AS pending FROM search_version
     WHERE vehicle_id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map((row) => [
      row.vehicle_id,
      { seq: row.present ? Number(row.change_seq) : undefined, isPending: row.pending },
    ]),
  );
}
