import type { Pool } from "pg";
import type { ListingColumns } from "./listing-columns";

const ID_BYTES = 16;

/** Slots of the listings that words are found in. */
export async function findWordSlots(
  pool: Pool,
  market: ListingColumns,
  tsquery: string,
): Promise<Int32Array> {
  // One value instead of a row each: many thousands are read at once.
  const { rows } = await pool.query<{ ids: Buffer | null }>(
    `SELECT string_agg(uuid_send(vehicle_id), ''::bytea) AS ids FROM search_listing
     WHERE search_vector @@ $1::tsquery`,
    [tsquery],
  );
  const ids = rows[0]?.ids;
  if (!ids) return new Int32Array(0);
  const slots = new Int32Array(ids.length / ID_BYTES);
  let count = 0;
  for (let at = 0; at < ids.length; at += ID_BYTES) {
    const slot = market.ids.find([
      ids.readUInt32BE(at),
      ids.readUInt32BE(at + 4),
      ids.readUInt32BE(at + 8),
      ids.readUInt32BE(at + 12),
    ]);
    if (slot >= 0) {
      slots[count] = slot;
      count += 1;
    }
  }
  return slots.subarray(0, count);
}

/** How well words fit listings, by id; better is greater. */
export async function rankListings(
  pool: Pool,
  tsquery: string,
  vehicleIds: readonly string[],
): Promise<{ vehicleId: string; score: number }[]> {
  const { rows } = await pool.query<{ id: string; score: number }>({
    name: "search-rank",
    text: `SELECT vehicle_id AS id, (ts_rank(search_vector, $1::tsquery) * 1e6)::int AS score
           FROM search_listing WHERE vehicle_id = ANY ($2::uuid[])`,
    values: [tsquery, vehicleIds],
  });
  return rows
    .map(({ id, score }) => ({ vehicleId: id, score }))
    .sort((a, b) => b.score - a.score || (a.vehicleId < b.vehicleId ? 1 : -1));
}
