import { seedCatalogue, seedMarket } from "@oto/db/seed";
import type { DealerContext } from "@oto/services";
import { reindexAll, searchInput, searchMarketplace } from "@oto/services/marketplace";
import { createDealerContext } from "@oto/services/testing";
import pg from "pg";
import type { Arena, BenchCase } from "../bench-case";
import { openBenchPlatform } from "../platform";

const FUELS = ["DIESEL", "GASOLINE", "HYBRID", "LPG"] as const;
const SORTS = ["newest", "price_asc", "km_asc", "year_desc"] as const;
const FLOOR_CONNECTIONS = 10;

/** The n-th of endlessly many requests; no two of the first hundred thousand are the same. */
const requestOf = (n: number) => ({
  filters: { fuels: [FUELS[n % FUELS.length]], yearMin: 2008 + (n % 15), kmMax: 60_000 + n },
  sort: SORTS[n % SORTS.length],
});

/** 24 rows by a filter and a sort, with their total, as little as anybody can do for it. */
function floorOf(pool: pg.Pool): (n: number) => Promise<string> {
  return async (n) => {
    const values = [FUELS[n % FUELS.length], 2008 + (n % 15), 60_000 + n];
    const where = "fuel = $1 and model_year >= $2 and mileage_km <= $3";
    const [page, total] = await Promise.all([
      pool.query({
        name: "floor-page",
        text: `select doc from search_listing where ${where} order by published_at desc, vehicle_id desc limit 24`,
        values,
      }),
      pool.query({
        name: "floor-total",
        text: `select count(*)::int as total from search_listing where ${where}`,
        values,
      }),
    ]);
    return JSON.stringify({ items: page.rows, total: total.rows[0] });
  };
}

interface Market {
  readonly dealer: DealerContext;
  readonly floor: (n: number) => Promise<string>;
  close(): Promise<void>;
}

async function openMarket(size: number): Promise<Market> {
  const bench = await openBenchPlatform();
  const { platform } = bench;
  await seedCatalogue(platform.database);
  await seedMarket(platform.database.pool, { vehicles: size });
  await reindexAll(platform);
  const pool = new pg.Pool({ connectionString: bench.url, max: FLOOR_CONNECTIONS });
  await pool.query("vacuum analyze search_listing");
  return {
    dealer: await createDealerContext(platform),
    floor: floorOf(pool),
    async close() {
      await pool.end();
      await bench.stop();
    },
  };
}

async function openSearch(size: number, repeated: boolean): Promise<Arena> {
  const { close, dealer, floor } = await openMarket(size);
  const counter = () => {
    let n = 0;
    return () => {
      n += 1;
      return n;
    };
  };
  const [floorTurn, turn, wordTurn] = [counter(), counter(), counter()];
  const search = async (request: object) =>
    JSON.stringify(await searchMarketplace(dealer, searchInput.parse(request)));
  const requests = { name: "search with all facets", run: () => search(requestOf(turn())) };
  const words = {
    name: "the same with a word",
    run: () => search({ ...requestOf(wordTurn()), q: "comfort" }),
  };
  const again = {
    name: "the same twenty searches, cached",
    run: () => search(requestOf(turn() % 20)),
  };
  return {
    contenders: [
      { name: "24 rows and a total, prepared", run: () => floor(floorTurn()) },
      ...(repeated ? [again] : [requests, words]),
    ],
    close,
  };
}

/** What a dealer's search costs beside the least it could cost; without HTTP on both sides. */
export const marketSearch: BenchCase = {
  name: "search",
  about: "marketplace.search with facets, every request another one; the bar: 0.6 of plain SQL",
  sizes: [1_000, 20_000, 200_000],
  bar: { share: 0.6 },
  open: (size) => openSearch(size, false),
};

/** The same requests again and again. */
export const cachedSearch: BenchCase = {
  name: "cached-search",
  about: "marketplace.search with facets from the cache; the bar: 3 times plain SQL",
  sizes: [1_000, 20_000, 200_000],
  bar: { share: 3 },
  open: (size) => openSearch(size, true),
};
