import type { Arena, BenchCase } from "../bench-case";
import { openWorld } from "../world";

const FUELS = ["DIESEL", "GASOLINE", "HYBRID", "LPG"] as const;
const SORTS = ["newest", "price_asc", "km_asc", "year_desc"] as const;

const counter = () => {
  let n = 0;
  return () => {
    n += 1;
    return n;
  };
};

/** The n-th of endlessly many requests; no two of the first hundred thousand are the same. */
const requestOf = (n: number) => ({
  filters: { fuels: [FUELS[n % FUELS.length]], yearMin: 2008 + (n % 15), kmMax: 60_000 + n },
  sort: SORTS[n % SORTS.length],
});

const floorPath = (n: number) =>
  `/list?fuel=${FUELS[n % FUELS.length]}&year=${2008 + (n % 15)}&km=${60_000 + n}`;

async function openSearch(size: number): Promise<Arena> {
  const world = await openWorld(size);
  const { api } = await world.member();
  const [floorTurn, turn, again] = [counter(), counter(), counter()];
  return {
    contenders: [
      {
        name: "node:http + pg, prepared: 24 rows and a total",
        run: () => world.floor.call({ path: floorPath(floorTurn()) }),
      },
      {
        name: "marketplace.search, every request another one",
        run: () => api.query("marketplace.search", requestOf(turn())),
      },
      {
        name: "marketplace.search, twenty requests again and again",
        bar: { share: 3 },
        run: () => api.query("marketplace.search", requestOf(again() % 20)),
      },
    ],
    memoryMb: world.memoryMb,
    close: world.stop,
  };
}

/** What a dealer's search costs, with all that stands before it in production. */
export const httpSearch: BenchCase = {
  name: "http-search",
  about: "search with all facets over HTTP; the bars: 0.6 of the floor, 3 times it from the cache",
  sizes: [1_000, 20_000, 200_000],
  bar: { share: 0.6 },
  open: openSearch,
};

async function openGet(size: number): Promise<Arena> {
  const world = await openWorld(size);
  const { api } = await world.member();
  const { vehicleIds } = world;
  const [floorTurn, turn] = [counter(), counter()];
  const idAt = (n: number) => vehicleIds[n % vehicleIds.length] ?? "";
  // A gallery reads its own stock in full.
  const owner = await world.member();
  const own = vehicleIds.slice(0, 100);
  await world.platform.database.pool.query(
    "update vehicle set gallery_id = $1 where id = any($2::uuid[])",
    [owner.galleryId, own],
  );
  const ownTurn = counter();
  return {
    contenders: [
      {
        name: "node:http + pg, prepared: a row by its id",
        run: () => world.floor.call({ path: `/get?id=${idAt(floorTurn())}` }),
      },
      {
        name: "marketplace.get",
        run: () => api.query("marketplace.get", { vehicleId: idAt(200 + turn()) }),
      },
      {
        name: "inventory.get",
        run: () => owner.api.query("inventory.get", { vehicleId: own[ownTurn() % own.length] }),
      },
    ],
    memoryMb: world.memoryMb,
    close: world.stop,
  };
}

/** One vehicle in full. */
export const httpGet: BenchCase = {
  name: "get",
  about: "a vehicle with photos, panels, history and seller over HTTP; the bar: half the floor",
  sizes: [1_000, 20_000],
  bar: { share: 0.5 },
  open: openGet,
};

async function openCreate(size: number): Promise<Arena> {
  const world = await openWorld(size);
  const { vehicleIds } = world;
  const members = await Promise.all(Array.from({ length: 10 }, () => world.member()));
  const { rows } = await world.platform.database.pool.query<{ makeId: string; seriesId: string }>(
    `select make_id as "makeId", id as "seriesId" from series order by id limit 1`,
  );
  const [floorTurn, turn] = [counter(), counter()];
  const vehicle = (n: number) => ({
    ...rows[0],
    ...{ modelYear: 2019, mileageKm: n % 200_000, fuel: "DIESEL", transmission: "AUTOMATIC" },
    ...{ bodyType: "SEDAN", color: "WHITE", price: { amount: 90_000_000, currency: "TRY" } },
  });
  return {
    contenders: [
      {
        name: "node:http + pg: an update and an event, one transaction",
        run: () => {
          const id = vehicleIds[floorTurn() % vehicleIds.length];
          return world.floor.call({ method: "POST", path: `/change?id=${id}` });
        },
      },
      {
        name: "inventory.create with stock number, audit and event",
        run: async () => {
          const n = turn();
          await members[n % members.length]?.api.mutate("inventory.create", vehicle(n));
        },
      },
    ],
    memoryMb: world.memoryMb,
    close: world.stop,
  };
}

/** A new vehicle, with everything that a change leaves behind. */
export const httpCreate: BenchCase = {
  name: "create",
  about: "ten galleries add stock over HTTP; the bar: 0.35 of a plain transaction",
  sizes: [1_000, 20_000],
  bar: { share: 0.35 },
  open: openCreate,
};
