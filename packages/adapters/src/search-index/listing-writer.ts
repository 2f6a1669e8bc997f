import type { Pool } from "pg";
import { inTransaction } from "../postgres/transaction";
import { LISTING_COLUMNS, listingRow } from "./listing-row";
import { listingText } from "./listing-text";
import type { ListingDocument, ListingVersion } from "./search-index.port";

const BATCH = 500;

const columns = LISTING_COLUMNS.join(", ");
const replaced = LISTING_COLUMNS.slice(1)
  .map((column) => `${column} = excluded.${column}`)
  .join(", ");

// The gate row is locked first and outlives the listing: what it refuses is not written. Rows are
// taken in the order of their ids, so that two batches cannot wait for each other. Each write gets a
// new change number, which tells a search server to follow; with `$3` it keeps the number of
// documents that are the same, and the caller holds the gates already.
const UPSERT = `
WITH input AS MATERIALIZED (
  SELECT * FROM jsonb_populate_recordset(NULL::search_listing, $1::jsonb) ORDER BY vehicle_id
), same AS MATERIALIZED (
  SELECT l.vehicle_id FROM search_listing l JOIN input USING (vehicle_id)
  WHERE $3::boolean AND l.doc = input.doc
), gate AS (
  INSERT INTO search_version AS v (vehicle_id, version, present)
  SELECT vehicle_id, version, true FROM input
  ON CONFLICT (vehicle_id) DO UPDATE
    SET version = excluded.version, present = true, changed_at = now(),
      changed_xid = pg_current_xact_id(), change_seq = CASE WHEN v.vehicle_id IN (SELECT vehicle_id FROM same) THEN v.change_seq
        ELSE nextval('search_change_seq') END
    WHERE v.version <= excluded.version
  RETURNING vehicle_id
), words AS (
  INSERT INTO search_term (term) SELECT DISTINCT w FROM unnest($2::text[]) AS w ORDER BY w
  ON CONFLICT DO NOTHING
), names AS (
  INSERT INTO search_name (id, name)
  SELECT DISTINCT ON (n.id) n.id, n.name
  FROM input, LATERAL (VALUES (make_id, doc->>'makeName'), (series_id, doc->>'seriesName'),
    (model_id, doc->>'modelName'), (trim_id, doc->>'trimName')) AS n (id, name) LEFT JOIN search_name k ON k.id = n.id
  WHERE n.id IS NOT NULL AND n.name IS NOT NULL AND k.name IS DISTINCT FROM n.name
  ORDER BY n.id ON CONFLICT (id) DO UPDATE SET name = excluded.name
)
INSERT INTO search_listing (${columns})
SELECT ${LISTING_COLUMNS.map((column) => `input.${column}`).join(", ")}
FROM input JOIN gate USING (vehicle_id)
ON CONFLICT (vehicle_id) DO UPDATE SET ${replaced}`;

// Whatever a row holds beside the time of its writing.
const COMPARED = LISTING_COLUMNS.filter((column) => column !== "indexed_at");
const CHANGED = `
SELECT i.vehicle_id FROM jsonb_populate_recordset(NULL::search_listing, $1::jsonb) AS i
LEFT JOIN search_listing l USING (vehicle_id)
WHERE (${COMPARED.map((column) => `l.${column}`).join(", ")})
  IS DISTINCT FROM (${COMPARED.map((column) => `i.${column}`).join(", ")})`;

const LOCK_GATES = `
SELECT 1 FROM search_version WHERE vehicle_id = ANY ($1::uuid[]) ORDER BY vehicle_id FOR UPDATE`;

const CLOSE_GATE = `
INSERT INTO search_version AS v (vehicle_id, version, present)
SELECT e.vehicle_id, e.version, false
FROM unnest($1::uuid[], $2::bigint[]) AS e(vehicle_id, version) ORDER BY e.vehicle_id
ON CONFLICT (vehicle_id) DO UPDATE
  SET version = excluded.version, present = false, changed_at = now(),
    changed_xid = pg_current_xact_id(), change_seq = nextval('search_change_seq')
  WHERE v.version <= excluded.version
RETURNING vehicle_id`;

/** One entry a vehicle, the newest: a statement can't change a row twice. */
function newest<Entry extends ListingVersion>(entries: readonly Entry[]): Entry[] {
  const byVehicle = new Map<string, Entry>();
  for (const entry of entries) {
    const known = byVehicle.get(entry.vehicleId);
    if (!known || known.version <= entry.version) byVehicle.set(entry.vehicleId, entry);
  }
  return [...byVehicle.values()];
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}

function upsertStatement(batch: readonly ListingDocument[], keepsSame: boolean) {
  const words = new Set<string>();
  const rows = batch.map((doc) => {
    const text = listingText(doc);
    for (const token of text.tokens) words.add(token);
    return listingRow(doc, text);
  });
  return {
    name: "search-upsert",
    text: UPSERT,
    values: [JSON.stringify(rows), [...words], keepsSame],
  };
}

/** Writes listings and their words, never going back to an older version. */
export class ListingWriter {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async upsert(documents: readonly ListingDocument[]): Promise<void> {
    for (const batch of batches(newest(documents))) {
      await this.#pool.query(upsertStatement(batch, false));
    }
  }

  /**
   * Writes them where anything of what they are found by differs, without calling that a change
   * while they say the same.
   */
  async refresh(documents: readonly ListingDocument[]): Promise<void> {
    for (const batch of batches(newest(documents))) {
      const changed = await this.#changed(batch);
      if (changed.length === 0) continue;
      await inTransaction(this.#pool, async (client) => {
        // Made of rows that are there: what a crash takes is made again, so no batch waits for a disk.
        await client.query("SET LOCAL synchronous_commit = off");
        await client.query(LOCK_GATES, [changed.map(({ vehicleId }) => vehicleId)]);
        await client.query(upsertStatement(changed, true));
      });
    }
  }

  /** Those that are not there yet, and those that say something else than what is there. */
  async #changed(batch: readonly ListingDocument[]): Promise<ListingDocument[]> {
    const { rows: present } = await this.#pool.query<{ vehicle_id: string }>({
      name: "search-present",
      text: "SELECT vehicle_id FROM search_listing WHERE vehicle_id = ANY ($1::uuid[])",
      values: [batch.map(({ vehicleId }) => vehicleId)],
    });
    if (present.length === 0) return [...batch];
    const known = new Set(present.map((row) => row.vehicle_id));
    const differing = await this.#differing(batch.filter(({ vehicleId }) => known.has(vehicleId)));
    return batch.filter(({ vehicleId }) => !known.has(vehicleId) || differing.has(vehicleId));
  }

  async #differing(batch: readonly ListingDocument[]): Promise<ReadonlySet<string>> {
    const rows = batch.map((doc) => listingRow(doc, listingText(doc)));
    const { rows: found } = await this.#pool.query<{ vehicle_id: string }>({
      name: "search-changed",
      text: CHANGED,
      values: [JSON.stringify(rows)],
    });
    return new Set(found.map((row) => row.vehicle_id));
  }

  async remove(entries: readonly ListingVersion[]): Promise<void> {
    for (const batch of batches(newest(entries))) await this.#removeBatch(batch);
  }

  async clear(): Promise<void> {
    await this.#pool.query("DELETE FROM search_listing");
    await this.#pool.query("DELETE FROM search_version");
    await this.#pool.query("DELETE FROM search_term");
    await this.#pool.query("DELETE FROM search_name");
  }

  /**
   * Two statements: the second must see a row that another process committed while the first one
   * waited for its gate.
   */
  async #removeBatch(entries: readonly ListingVersion[]): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<{ vehicle_id: string }>(CLOSE_GATE, [
        entries.map(({ vehicleId }) => vehicleId),
        entries.map(({ version }) => version),
      ]);
      await client.query("DELETE FROM search_listing WHERE vehicle_id = ANY ($1::uuid[])", [
        rows.map((row) => row.vehicle_id),
      ]);
    });
  }
}
