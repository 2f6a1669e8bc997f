import { publish } from "@oto/db";
import type { Platform } from "../context";
import { variantsPrefix } from "./media-keys";
import { ABANDONED_AFTER_MS } from "./media-limits";
import { originalsArea } from "./storage-sweep.repo";

const BATCH = 200;

/**
 * Deletes the files of a removed photo: those its event names, and any that a delivery still stored
 * while it was being removed. Repeatable.
 */
export async function removeMediaFiles(
  platform: Platform,
  { mediaId, keys }: { mediaId: string; keys: readonly string[] },
): Promise<void> {
  const { storage } = platform.adapters;
  // Vehicles may share pictures (the demo market does): the last photo takes the files along.
  const db = platform.database.unsafeSystem("photos of several galleries may share files");
  const shared = await db.read((tx) => originalsArea.ownedNow(tx, keys));
  if (shared.size > 0) return;
  const left = new Set(keys);
  for await (const { key } of storage.list(variantsPrefix(mediaId))) left.add(key);
  await storage.remove([...left]);
}

interface Abandoned {
  id: string;
  galleryId: string;
  vehicleId: string;
  originalKey: string;
}

async function sweepBatch(platform: Platform): Promise<number> {
  const db = platform.database.unsafeSystem("abandoned uploads are swept over all galleries");
  const before = new Date(platform.now().getTime() - ABANDONED_AFTER_MS);
  return db.write(async (tx) => {
    const gone = await tx.$queryRaw<Abandoned[]>`
      delete from media where id in (
        select id from media where status = 'PENDING' and created_at < ${before}
        order by created_at limit ${BATCH} for update skip locked)
      returning id, gallery_id as "galleryId", vehicle_id as "vehicleId",
        original_key as "originalKey"`;
    for (const { id: mediaId, galleryId, vehicleId, originalKey } of gone) {
      await publish(tx, {
        name: "media.removed",
        aggregateId: mediaId,
        galleryId,
        payload: { mediaId, vehicleId, galleryId, keys: [originalKey] },
      });
    }
    return gone.length;
  });
}

/**
 * Forgets photos whose file never came.
 *
 * @returns how many
 */
export async function sweepAbandonedUploads(
  platform: Platform,
  signal: AbortSignal,
): Promise<number> {
  let swept = 0;
  while (!signal.aborted) {
    const count = await sweepBatch(platform);
    swept += count;
    if (count < BATCH) break;
  }
  return swept;
}
