import type { Platform } from "../context";
import { MARKET_TAG } from "./cached-search";
import type { ListingRow, ListingVersionRow } from "./listing.repo";
import { isFindable, readFindable, readListings, readStamps, stampOf } from "./listing.repo";
import { listingDocument } from "./listing-document";

export const REASON = "the market shows the stock of all galleries";
const BATCH = 200;
/** Changes that overtake an indexing make it start again, up to so many times. */
const ROUNDS = 5;

function* batchesOf<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Puts rows into the index or takes them out; `refresh` also writes what is there already. */
export async function writeListings(
  platform: Platform,
  rows: readonly ListingRow[],
  how: "upsert" | "refresh" = "upsert",
): Promise<void> {
  const { searchIndex } = platform.adapters;
  const now = platform.now();
  const findable = rows.filter(isFindable);
  const gone = rows.filter((row) => !isFindable(row));
  if (findable.length > 0) {
    await searchIndex[how](findable.map((row) => listingDocument(row, now)));
  }
  if (gone.length > 0) {
    await searchIndex.remove(gone.map(({ vehicleId, version }) => ({ vehicleId, version })));
  }
  if (rows.length > 0) await platform.adapters.cache.invalidateTags([MARKET_TAG]);
}

/**
 * Brings a batch up to date and looks again afterwards: what changed meanwhile is written anew.
 * The index compares versions of vehicles only, so without the second look a document made just
 * before a gallery's suspension could outlast it.
 */
async function indexBatch(platform: Platform, vehicleIds: readonly string[]): Promise<void> {
  const db = platform.database.unsafeSystem(REASON);
  let ids = [...vehicleIds];
  for (let round = 1; ids.length > 0 && round <= ROUNDS; round += 1) {
    const rows = await db.read((tx) => readListings(tx, ids));
    await writeListings(platform, rows);
    const stamps = await db.read((tx) => readStamps(tx, ids));
    ids = rows
      .filter((row) => stamps.get(row.vehicleId) !== stampOf(row))
      .map(({ vehicleId }) => vehicleId);
  }
  if (ids.length > 0) throw new Error("listings changed faster than they could be indexed");
}

/**
 * Puts vehicles into the search index or takes them out of it, as their present state demands.
 * May run any number of times, in any order, side by side.
 */
export async function indexVehicles(
  platform: Platform,
  vehicleIds: readonly string[],
): Promise<void> {
  for (const batch of batchesOf(vehicleIds, BATCH)) await indexBatch(platform, batch);
}

/** The same for all published vehicles of a gallery, after a change of the gallery itself. */
export async function indexGallery(platform: Platform, galleryId: string): Promise<void> {
  const vehicles = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.vehicle.findMany({
      where: { galleryId, status: "PUBLISHED" },
      orderBy: { id: "asc" },
      select: { id: true },
    }),
  );
  await indexVehicles(
    platform,
    vehicles.map(({ id }) => id),
  );
}

type Source = (afterId: string | undefined) => Promise<readonly ListingVersionRow[]>;

/** Reads a source to its end, page by page, one entry at a time. */
async function* walk(source: Source): AsyncGenerator<ListingVersionRow, undefined> {
  let afterId: string | undefined;
  for (;;) {
    const page = await source(afterId);
    yield* page;
    const last = page.at(-1);
    if (!last) return undefined;
    afterId = last.vehicleId;
  }
}

interface Drift {
  /** To be indexed from their rows. */
  stale: string[];
  /** In the index without a findable vehicle. */
  gone: ListingVersionRow[];
}

/** Walks the database and the index side by side, both in the order of ids. */
async function* driftOf(platform: Platform): AsyncGenerator<Drift> {
  const db = platform.database.unsafeSystem(REASON);
  const limit = 1_000;
  const wanted = walk((afterId) => db.read((tx) => readFindable(tx, { afterId, limit })));
  const found = walk((afterId) =>
    platform.adapters.searchIndex.versions(afterId ? { afterId, limit } : { limit }),
  );
  let [left, right] = [(await wanted.next()).value, (await found.next()).value];
  let drift: Drift = { stale: [], gone: [] };
  while (left || right) {
    const isOnlyWanted = left && (!right || left.vehicleId < right.vehicleId);
    const isOnlyFound = right && (!left || right.vehicleId < left.vehicleId);
    if (left && (isOnlyWanted || (!isOnlyFound && left.version !== right?.version))) {
      drift.stale.push(left.vehicleId);
    }
    if (right && isOnlyFound) drift.gone.push(right);
    if (!isOnlyFound) left = (await wanted.next()).value;
    if (!isOnlyWanted) right = (await found.next()).value;
    if (drift.stale.length + drift.gone.length >= BATCH) {
      yield drift;
      drift = { stale: [], gone: [] };
    }
  }
  yield drift;
}

/** The first half of a repair: PostgreSQL's own copy against the vehicles. */
async function repairRows(platform: Platform, signal?: AbortSignal): Promise<number> {
  let mended = 0;
  for await (const { stale, gone } of driftOf(platform)) {
    if (signal?.aborted) break;
    const ids = [...stale, ...gone.map(({ vehicleId }) => vehicleId)];
    if (ids.length === 0) continue;
    // Rows decide; only what has no row any more is removed by the index's own version.
    const known = await platform.database.unsafeSystem(REASON).read((tx) => readStamps(tx, ids));
    const orphans = gone.filter(({ vehicleId }) => !known.has(vehicleId));
    if (orphans.length > 0) {
      await platform.adapters.searchIndex.remove(orphans);
      await platform.adapters.cache.invalidateTags([MARKET_TAG]);
    }
    await indexVehicles(platform, ids);
    mended += ids.length;
  }
  return mended;
}

async function noteMended(platform: Platform, part: "rows" | "server", count: number) {
  if (count === 0) return;
  platform.logger.warn({ part, count }, "the search index had drifted and was mended");
  await platform.database
    .unsafeSystem(REASON)
    .write(
      (tx) =>
        tx.$executeRaw`update search_drift set mended = mended + ${count} where part = ${part}`,
    );
}

/**
 * Compares what is findable with what should be and mends the difference: first PostgreSQL's copy,
 * then that of a search server. Counted for the metrics.
 * @returns how many listings were mended
 */
export async function repairSearchDrift(platform: Platform, signal?: AbortSignal): Promise<number> {
  const rows = await repairRows(platform, signal);
  await noteMended(platform, "rows", rows);
  const server = await platform.adapters.searchIndex.reconcile(signal);
  await noteMended(platform, "server", server);
  return rows + server;
}
