import type { MarketplaceFilters, Sort } from "@oto/domain";
import {
  BODY_TYPES,
  COLORS,
  DAMAGE_STATUSES,
  DRIVETRAINS,
  FUELS,
  matchesFilters,
  SORTS,
  TRANSMISSIONS,
} from "@oto/domain";
import type { MeilisearchForTests } from "@oto/testing/services";
import { meilisearchName, openTestMeilisearch } from "@oto/testing/services";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { idOf, listing } from "./listing.fixture";
import { MeilisearchSearchIndex } from "./meilisearch/meilisearch-search-index.adapter";
import {
  dropIndex,
  noStandIn,
  PATIENT,
  testIndexUid,
  untilServing,
} from "./meilisearch/test-meilisearch.fixture";
import { PostgresSearchIndex } from "./postgres-search-index.adapter";
import type { ListingDocument, SearchIndex, SearchRequest } from "./search-index.port";
import { FACETS } from "./search-index.port";

const LISTINGS = 500;
const QUERIES = 500;
const MAKES = ["Volkswagen", "Fiat", "BMW", "Škoda"];
const PROVINCES = [6, 34, 35, 1];
const DISTRICTS = ["Çankaya", "Kadıköy", "Bornova", "Merkez"];
const NOW = Date.now();

let pools: TestPool[];
let server: MeilisearchForTests;
let rows: SearchIndex;
/** The same rows, counted by PostgreSQL instead of in memory. */
let counted: SearchIndex;
let onServer: MeilisearchSearchIndex;
let documents: ListingDocument[];
const indexUid = testIndexUid();

/** The same stock for both, spread over all values by its number. */
function stock(): ListingDocument[] {
  return Array.from({ length: LISTINGS }, (_, n): ListingDocument => {
    const pick = <Value>(values: readonly Value[], step: number): Value => {
      const value = values[Math.floor(n / step) % values.length];
      if (value === undefined) throw new Error("nothing to pick from");
      return value;
    };
    const currency = pick(["TRY", "TRY", "EUR", "USD"] as const, 3);
    return listing({
      makeName: pick(MAKES, 1),
      seriesName: pick(["One", "Two", "Three"], 4),
      ...(n % 9 === 0 ? { modelName: null } : {}),
      ...(n % 4 === 0 ? { trimName: null } : {}),
      modelYear: 2008 + (n % 15),
      mileageKm: (n % 40) * 7_500,
      fuel: pick(FUELS, 2),
      transmission: pick(TRANSMISSIONS, 5),
      bodyType: pick(BODY_TYPES, 3),
      drivetrain: n % 7 === 0 ? null : pick(DRIVETRAINS, 2),
      color: pick(COLORS, 1),
      engineCc: n % 11 === 0 ? null : 1_000 + (n % 20) * 100,
      powerHp: n % 13 === 0 ? null : 60 + (n % 30) * 10,
      provinceCode: pick(PROVINCES, 2),
      district: pick(DISTRICTS, 2),
      price: { amount: 25_000_000 + (n % 60) * 20_000_000, currency },
      ...(currency === "EUR" ? { priceTry: 90_000_000 + n * 1_000_000 } : {}),
      paintedPanels: n % 5,
      flawless: n % 5 === 0,
      warranty: n % 3 === 0,
      damageStatus: pick(DAMAGE_STATUSES, 3),
      galleryTrust: n % 3 === 0 ? null : (n * 7) % 101,
      tradeIn: n % 2 === 0,
      photoCount: n % 4,
      publicVisible: n % 6 !== 0,
      galleryId: idOf(pick(["one", "two", "three"], 1)),
      publishedAt: new Date(NOW - ((n * 7) % 90) * 3_600_000 * 9).toISOString(),
    });
  });
}

const some = <Value>(values: readonly Value[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) });
const number = (min: number, max: number) => fc.integer({ min, max });
/** Values that listings have, so that bounds are met exactly. */
const step = (size: number, most: number, from = 0) => number(0, most).map((n) => from + n * size);
const galleries = ["one", "two", "three"].map(idOf);

const filters: fc.Arbitrary<MarketplaceFilters> = fc.record(
  {
    makeIds: some(MAKES.map(idOf)),
    seriesIds: some(MAKES.flatMap((make) => ["One", "Two"].map((name) => idOf(`${make} ${name}`)))),
    trimIds: some(["One", "Two"].map((name) => idOf(`${name} Comfortline`))),
    modelIds: some(["One", "Two"].map((name) => idOf(`${name} 1.6 TDI`))),
    yearMin: number(2006, 2020),
    yearMax: number(2010, 2024),
    kmMin: step(7_500, 25),
    kmMax: step(7_500, 40),
    priceMin: step(20_000_000, 40, 25_000_000),
    priceMax: step(20_000_000, 60, 25_000_000),
    engineCcMin: step(100, 10, 1_000),
    engineCcMax: step(100, 20, 1_000),
    powerHpMin: step(10, 15, 60),
    powerHpMax: step(10, 30, 60),
    fuels: some(FUELS),
    transmissions: some(TRANSMISSIONS),
    bodyTypes: some(BODY_TYPES),
    drivetrains: some(DRIVETRAINS),
    colors: some(COLORS),
    provinceCodes: some(PROVINCES),
    districts: some(DISTRICTS),
    near: fc.record({ provinceCode: fc.constantFrom(...PROVINCES, 41), km: number(1, 900) }),
    damageStatuses: some(DAMAGE_STATUSES),
    trustMin: number(0, 100),
    flawless: fc.boolean(),
    maxPaintedPanels: number(0, 5),
    warranty: fc.boolean(),
    tradeIn: fc.boolean(),
    hasPhotos: fc.boolean(),
    listedSinceDays: number(1, 30),
    galleryId: fc.constantFrom(...galleries),
  },
  { requiredKeys: [] },
);

/** A few filters at a time: all together would leave nothing to compare. */
const fewFilters = fc
  .tuple(filters, fc.infiniteStream(number(0, 4)))
  .map(([all, dice]): MarketplaceFilters => {
    const kept = Object.entries(all).filter(() => dice.next().value === 0);
    return Object.fromEntries(kept);
  });

const requests: fc.Arbitrary<SearchRequest> = fc.record({
  filters: fewFilters,
  sort: fc.constantFrom<Sort>(...SORTS),
  from: fc.option(fc.constantFrom(...PROVINCES, 61), { nil: undefined }),
  limit: number(1, 100),
  facets: fc.constant(FACETS),
  publicOnly: fc.boolean(),
  excludeGalleryId: fc.option(fc.constantFrom(...galleries), { nil: undefined }),
});

/** What the domain's own predicate says. */
function meant(doc: ListingDocument, request: SearchRequest): boolean {
  if (request.publicOnly && !doc.publicVisible) return false;
  if (doc.galleryId === request.excludeGalleryId) return false;
  return matchesFilters(doc, request.filters ?? {}, new Date());
}

/** Two pages, facets and total, as far as both promise the same. */
async function answer(index: SearchIndex, request: SearchRequest) {
  const first = await index.search(request);
  const second = first.nextCursor
    ? await index.search({ ...request, facets: [], cursor: first.nextCursor })
    : null;
  const ids = [...first.items, ...(second?.items ?? [])].map(({ vehicleId }) => vehicleId);
  const { facets, total, totalIsExact, facetsAreExact } = first;
  return { ids, facets, total, second: second?.total ?? null, totalIsExact, facetsAreExact };
}

beforeAll(async () => {
  pools = await Promise.all([openTestPool(), openTestPool()]);
  const [plain, followed] = pools;
  if (!plain || !followed) throw new Error("two databases were opened");
  server = await openTestMeilisearch();
  const { url, key } = server;
  rows = new PostgresSearchIndex({ pool: plain.pool });
  counted = new PostgresSearchIndex({ pool: plain.pool, columns: false });
  onServer = new MeilisearchSearchIndex({
    pool: followed.pool,
    url,
    key,
    indexUid,
    ...PATIENT,
    standIn: noStandIn,
  });
  await untilServing(onServer);
  documents = stock();
  await Promise.all([rows.upsert(documents), onServer.upsert(documents)]);
});
afterAll(async () => {
  await onServer.close();
  await dropIndex(server, indexUid);
  await Promise.all([...pools.map((pool) => pool.close()), server.stop()]);
});

it(`PostgreSQL in memory and by itself, ${meilisearchName()} and the domain find the same ids, facets and totals`, {
  timeout: 240_000,
}, async () => {
  let matches = 0;
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      const [expected, found, bySql] = await Promise.all([
        answer(rows, request),
        answer(onServer, request),
        answer(counted, request),
      ]);
      expect(found).toEqual(expected);
      expect(bySql).toEqual(expected);
      expect(expected.total).toBe(documents.filter((each) => meant(each, request)).length);
      matches += expected.total;
    }),
    { numRuns: QUERIES },
  );
  // Empty answers alone would prove nothing.
  expect(matches).toBeGreaterThan(QUERIES);
});

it("goes on with one engine where the other ended", async () => {
  for (const sort of SORTS) {
    const first = await rows.search({ sort, from: 6, limit: 20 });
    const request = { sort, from: 6, limit: 20, cursor: first.nextCursor };
    const [here, there] = await Promise.all([rows.search(request), onServer.search(request)]);
    expect(there.items.map(({ vehicleId }) => vehicleId)).toEqual(
      here.items.map(({ vehicleId }) => vehicleId),
    );
    expect(there.nextCursor).toBe(here.nextCursor);
  }
});
