import { publish } from "@oto/db";
import type { Platform } from "../context";
import { lockVehicle } from "../inventory/vehicle-lock";
import { bumpVehicle, ensureCover, findMedia } from "./media.repo";
import { readVariants } from "./media.view";

/**
 * What became of a photo whose pictures are gone: sent to the workers again, FAILED for want of an
 * original, or left alone because somebody was faster.
 */
export type PhotoRepair = "remade" | "given up" | "fine";

async function isWhole(platform: Platform, variants: unknown): Promise<boolean> {
  for (const { key } of readVariants(variants)) {
    if (!(await platform.adapters.storage.stat(key))) return false;
  }
  return true;
}

/** Has the pictures of a READY photo made anew when one of them is gone from the storage. */
export async function repairPhoto(platform: Platform, mediaId: string): Promise<PhotoRepair> {
  const db = platform.database.unsafeSystem("photos of every gallery are repaired");
  const known = await db.read((tx) => findMedia(tx, mediaId));
  if (known?.status !== "READY" || (await isWhole(platform, known.variants))) return "fine";
  const { vehicleId, galleryId, originalKey } = known;
  const hasOriginal = (await platform.adapters.storage.stat(originalKey)) !== null;
  const about = { aggregateId: mediaId, galleryId };
  const payload = { mediaId, vehicleId, galleryId };
  return db.write(async (tx) => {
    await lockVehicle(tx, vehicleId);
    const where = { id: mediaId, status: "READY" as const };
    if (hasOriginal) {
      const { count } = await tx.media.updateMany({ where, data: { status: "PROCESSING" } });
      if (count === 0) return "fine";
      await publish(tx, { name: "media.uploaded", ...about, payload });
      return "remade";
    }
    const reason = "media.not_uploaded";
    const { count } = await tx.media.updateMany({
      where,
      data: {
        status: "FAILED",
        failureReason: reason,
        isCover: false,
        processedAt: platform.now(),
      },
    });
    if (count === 0) return "fine";
    await ensureCover(tx, vehicleId);
    await bumpVehicle(tx, vehicleId);
    await publish(tx, { name: "media.failed", ...about, payload: { ...payload, reason } });
    return "given up";
  });
}
