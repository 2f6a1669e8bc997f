import { districtsOf, PROVINCES } from "@oto/domain";
import type { Pool, PoolClient } from "pg";
import { FEATURES, GALLERIES, PANELS, PREPARE, VEHICLES } from "./market-sql";

/** Vehicles written in one transaction: what is done stays done, also when it is ended early. */
const CHUNK = 10_000;
const VEHICLES_PER_GALLERY = 500;

/** What turns up most on the road, first. */
const POPULAR = [
  ...["fiat/egea-sedan", "renault/clio", "toyota/corolla", "volkswagen/passat", "renault/megane"],
  ...["honda/civic", "hyundai/i20", "volkswagen/golf", "ford/focus", "opel/astra", "bmw/3-serisi"],
  ...["mercedes-benz/c-serisi", "volkswagen/polo", "dacia/duster", "peugeot/3008", "toyota/c-hr"],
  ...["audi/a3", "hyundai/tucson", "nissan/qashqai", "skoda/octavia", "seat/leon", "kia/sportage"],
];
/** More than half of the trade is in these; every other province has its share of the rest. */
const BIG_PROVINCES = [34, 34, 34, 34, 34, 34, 34, 34, 6, 6, 6, 6, 35, 35, 35, 16, 16, 7, 7, 1, 42];
/** Frequent ones first: each is rarer than the one before it. */
const FEATURES_BY_SHARE = ["ABS", "AIRBAG_DRIVER", "ESP", "CRUISE_CONTROL", "SUNROOF"] as const;

export interface MarketSeed {
  readonly vehicles: number;
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends it early; the next call goes on from there. */
  readonly signal?: AbortSignal;
}

async function inTransaction(client: PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query("BEGIN");
  try {
    await work();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** Number of the last vehicle that an earlier call wrote. */
async function writtenBefore(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ last: string | null }>(
    `SELECT max(substr(v.stock_no, 3)::bigint) AS last FROM vehicle v JOIN gallery g ON g.id = v.gallery_id
     WHERE g.slug LIKE 'olcek-galeri-%'`,
  );
  return Number(rows[0]?.last ?? 0);
}

/**
 * Fills a market of any size with published vehicles of the catalogue, written by the database in
 * chunks, the same ones for the same size. Nothing of it is in the search index yet, and no event
 * tells of it.
 *
 * @returns how many vehicles it wrote now
 */
export async function seedMarket(pool: Pool, seed: MarketSeed): Promise<number> {
  const { onProgress, signal, vehicles } = seed;
  const client = await pool.connect();
  try {
    const galleries = Math.max(4, Math.ceil(vehicles / VEHICLES_PER_GALLERY));
    const provinces = [...BIG_PROVINCES, ...PROVINCES.slice(0, 20).map(({ code }) => code)];
    const districts = PROVINCES.map(({ code }) => districtsOf(code)[0] ?? "Merkez");
    await client.query(GALLERIES, [galleries, provinces, districts]);
    for (const statement of PREPARE.split(";\n")) {
      await client.query(statement, statement.includes("$1") ? [POPULAR] : []);
    }
    const before = await writtenBefore(client);
    for (let from = before + 1; from <= vehicles && !signal?.aborted; from += CHUNK) {
      const range = [from, Math.min(vehicles, from + CHUNK - 1)];
      await inTransaction(client, async () => {
        // Written again by the next call if a crash takes it.
        await client.query("SET LOCAL synchronous_commit = off");
        await client.query(VEHICLES, range);
        await client.query(PANELS, range);
        await client.query(FEATURES, [...range, FEATURES_BY_SHARE]);
      });
      onProgress?.(range[1] ?? vehicles, vehicles);
    }
    await client.query("DROP TABLE seed_model, seed_gallery");
    await client.query("ANALYZE gallery, vehicle, vehicle_panel, vehicle_feature");
    return Math.max(0, vehicles - before);
  } finally {
    client.release();
  }
}
