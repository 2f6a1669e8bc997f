import type { ListedObject } from "@oto/adapters";
import type { Platform } from "../context";
import { ORPHAN_AFTER_MS } from "./media-limits";
import { repairPhoto } from "./repair-photo.service";
import type { SweepArea, SweepSlice } from "./storage-sweep.repo";
import { originalsArea, variantsArea } from "./storage-sweep.repo";

/** What a sweep saw, and what it did unless it ran dry. */
export interface SweepReport {
  objects: number;
  photos: number;
  /** Files that no photo names and that are old enough to be nobody's upload. */
  orphans: number;
  orphanBytes: number;
  removed: number;
  /** Files that no photo names yet: an upload may be on its way. */
  young: number;
  /** Files outside of the folders of photos; never touched. */
  others: number;
  /** READY photos without one of their pictures. */
  picturesMissing: number;
  /** READY photos without their original: they show, but cannot be made anew. */
  originalsMissing: number;
  /** Photos sent to the workers again. */
  remade: number;
  /** Photos of which nothing is left: FAILED now. */
  givenUp: number;
}

export interface SweepOptions {
  /** Counts and changes nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  /** Length of a stretch (500 unless said). */
  readonly photosAtOnce?: number;
  /** Told after every stretch. */
  readonly onProgress?: (report: Readonly<SweepReport>) => void;
}

interface Sweep extends SweepOptions {
  readonly platform: Platform;
  readonly report: SweepReport;
}

const PHOTOS_AT_ONCE = 500;
const REASON = "the storage is compared with the photos of every gallery";

const nothing = (): SweepReport => ({
  objects: 0,
  photos: 0,
  orphans: 0,
  orphanBytes: 0,
  removed: 0,
  young: 0,
  others: 0,
  picturesMissing: 0,
  originalsMissing: 0,
  remade: 0,
  givenUp: 0,
});

/** Removes what is nobody's, looking again at row and file just before. */
async function removeOrphans(
  { platform, report, dryRun }: Sweep,
  area: SweepArea,
  candidates: readonly ListedObject[],
): Promise<void> {
  if (candidates.length === 0) return;
  const db = platform.database.unsafeSystem(REASON);
  const owned = await db.read((tx) =>
    area.ownedNow(
      tx,
      candidates.map(({ key }) => key),
    ),
  );
  const before = platform.now().getTime() - ORPHAN_AFTER_MS;
  for (const { key } of candidates) {
    if (owned.has(key)) continue;
    const now = await platform.adapters.storage.stat(key);
    if (!now || now.modifiedAt.getTime() >= before) continue;
    report.orphans += 1;
    report.orphanBytes += now.size;
    if (dryRun) continue;
    await platform.adapters.storage.remove([key]);
    report.removed += 1;
  }
}

/** Reads the files of one stretch: which there are, and which of them are nobody's. */
async function readStretch(
  { platform, report, signal }: Sweep,
  area: SweepArea,
  { slice, after }: { slice: SweepSlice; after: string },
): Promise<{ found: Set<string>; orphans: ListedObject[] }> {
  const before = platform.now().getTime() - ORPHAN_AFTER_MS;
  const found = new Set<string>();
  const orphans: ListedObject[] = [];
  for await (const object of platform.adapters.storage.list(area.prefix, { after })) {
    if ((slice.upTo !== null && object.key > slice.upTo) || signal?.aborted) break;
    report.objects += 1;
    found.add(object.key);
    if (slice.owns(object.key)) continue;
    if (object.modifiedAt.getTime() < before) orphans.push(object);
    else report.young += 1;
  }
  return { found, orphans };
}

/** READY photos of a stretch that lack a file they need. */
async function photosWithout(
  { platform }: Sweep,
  slice: SweepSlice,
  found: ReadonlySet<string>,
): Promise<Set<string>> {
  const photos = new Set<string>();
  for (const [key, ids] of slice.needed) {
    // What another photo lent lies in another stretch.
    if (found.has(key) || (await platform.adapters.storage.stat(key))) continue;
    for (const id of ids) photos.add(id);
  }
  return photos;
}

async function sweepArea(sweep: Sweep, area: SweepArea): Promise<void> {
  const { platform, report, signal } = sweep;
  const db = platform.database.unsafeSystem(REASON);
  for (let after = ""; !signal?.aborted; ) {
    const slice = await db.read((tx) =>
      area.read(tx, { after, limit: sweep.photosAtOnce ?? PHOTOS_AT_ONCE }),
    );
    report.photos += area === variantsArea ? slice.photos : 0;
    const { found, orphans } = await readStretch(sweep, area, { slice, after });
    if (signal?.aborted) return;
    await removeOrphans(sweep, area, orphans);
    for (const mediaId of await photosWithout(sweep, slice, found)) {
      if (area === originalsArea) report.originalsMissing += 1;
      else await repair(sweep, mediaId);
    }
    sweep.onProgress?.(report);
    if (slice.upTo === null) return;
    after = slice.upTo;
  }
}

async function repair({ platform, report, dryRun }: Sweep, mediaId: string): Promise<void> {
  report.picturesMissing += 1;
  if (dryRun) return;
  const outcome = await repairPhoto(platform, mediaId);
  if (outcome === "remade") report.remade += 1;
  if (outcome === "given up") report.givenUp += 1;
}

async function countOthers({ platform, report, signal }: Sweep): Promise<void> {
  const areas = [originalsArea, variantsArea];
  for (const kind of ["private/", "public/"]) {
    let after = "";
    for (;;) {
      let skipTo: string | undefined;
      for await (const { key } of platform.adapters.storage.list(kind, { after })) {
        if (signal?.aborted) return;
        const area = areas.find(({ prefix }) => key.startsWith(prefix));
        if (area) {
          skipTo = `${area.prefix}~`;
          break;
        }
        report.others += 1;
      }
      if (skipTo === undefined) break;
      after = skipTo;
    }
  }
}

/**
 * Compares the object storage with the photos, both in order and a stretch at a time: removes files
 * that are nobody's, has pictures that are gone made anew from their originals, and gives photos up
 * of which nothing is left. Harmless beside uploads and workers; repeatable.
 */
export async function sweepStorage(
  platform: Platform,
  options: SweepOptions = {},
): Promise<SweepReport> {
  const sweep: Sweep = { ...options, platform, report: nothing() };
  await sweepArea(sweep, originalsArea);
  await sweepArea(sweep, variantsArea);
  await countOthers(sweep);
  return sweep.report;
}
