import type { Platform } from "../context";
import { indexVehicles, REASON, repairSearchDrift, writeListings } from "./index-listings.service";
import type { ListingRow } from "./listing.repo";
import { readFindable, readListings, readStamps, stampOf } from "./listing.repo";
import { readReindexState, startReindex, stopReindex, storeReindexed } from "./reindex.repo";

/** Vehicles read and written at once. */
const CHUNK = 500;

/** `rows`: PostgreSQL's own copy; `server`: the index of a search server. */
export interface ReindexProgress {
  readonly part: "rows" | "server";
  readonly done: number;
  readonly total: number;
}

export interface ReindexOptions {
  readonly onProgress?: (progress: ReindexProgress) => void;
  /** Ends it early; the next call goes on from there. */
  readonly signal?: AbortSignal;
}

const systemOf = (platform: Platform) => platform.database.unsafeSystem(REASON);

async function readChunk(platform: Platform, afterId: string | undefined): Promise<ListingRow[]> {
  return systemOf(platform).read(async (tx) => {
    const page = await readFindable(tx, { afterId, limit: CHUNK });
    const ids = page.map(({ vehicleId }) => vehicleId);
    const rows = ids.length > 0 ? await readListings(tx, ids) : [];
    return rows.sort((a, b) => (a.vehicleId < b.vehicleId ? -1 : 1));
  });
}

/** What changed between its reading and its writing is indexed once more, from its new state. */
async function overtaken(platform: Platform, rows: readonly ListingRow[]): Promise<string[]> {
  const ids = rows.map(({ vehicleId }) => vehicleId);
  const stamps = await systemOf(platform).read((tx) => readStamps(tx, ids));
  return rows
    .filter((row) => stamps.get(row.vehicleId) !== stampOf(row))
    .map(({ vehicleId }) => vehicleId);
}

async function rewriteRows(platform: Platform, options: ReindexOptions): Promise<void> {
  const db = systemOf(platform);
  const total = await db.read((tx) =>
    tx.vehicle.count({ where: { status: "PUBLISHED", gallery: { status: "APPROVED" } } }),
  );
  const state = await db.write((tx) => readReindexState(tx));
  if (!state.isRunning) await db.write((tx) => startReindex(tx));
  let done = state.isRunning ? state.done : 0;
  // The next chunk is read while this one is written.
  let reading = readChunk(platform, state.isRunning ? state.afterId : undefined);
  for (;;) {
    const rows = await reading;
    const last = rows.at(-1);
    if (!last) break;
    reading = readChunk(platform, last.vehicleId);
    // Awaited in the next turn, unless this one fails first.
    reading.catch(() => undefined);
    await writeListings(platform, rows, "refresh");
    await indexVehicles(platform, await overtaken(platform, rows));
    done += rows.length;
    await db.write((tx) => storeReindexed(tx, { afterId: last.vehicleId, done }));
    options.onProgress?.({ part: "rows", done, total: Math.max(total, done) });
    if (options.signal?.aborted) {
      await reading;
      return;
    }
  }
  await db.write((tx) => stopReindex(tx));
}

/**
 * Indexes everything findable anew, whatever the index has, and takes out what is not: PostgreSQL's
 * rows in place, then a search server's index beside the one that serves. Searches go on meanwhile,
 * and so do changes. Interrupted, it goes on where it ended.
 * @returns how many listings are findable
 * @throws Error while another process does the same
 */
export async function reindexAll(
  platform: Platform,
  options: ReindexOptions = {},
): Promise<number> {
  const { searchIndex } = platform.adapters;
  const { onProgress, signal } = options;
  await rewriteRows(platform, options);
  if (signal?.aborted) return searchIndex.count();
  await repairSearchDrift(platform, signal);
  await searchIndex.rebuild({
    signal,
    onProgress: (done, total) => onProgress?.({ part: "server", done, total }),
  });
  return searchIndex.count();
}
