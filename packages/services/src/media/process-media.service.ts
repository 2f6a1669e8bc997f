import { createHash } from "node:crypto";
import { ObjectNotFoundError } from "@oto/adapters";
import type { Tx } from "@oto/db";
import { publish } from "@oto/db";
import type { Watermark } from "@oto/domain";
import { DEFAULT_WATERMARK, watermarkField } from "@oto/domain";
import type { Platform } from "../context";
import { lockVehicle } from "../inventory/vehicle-lock";
import { bumpVehicle, ensureCover, findMedia } from "./media.repo";
import type { PhotoFailure, StoredVariant } from "./media.view";
import { variantKey } from "./media-keys";
import { PhotoRefusedError } from "./photo-content";
import type { PhotoOptions, ProcessedPhoto } from "./process-photo";
import { PHOTO_RECIPE, processPhoto } from "./process-photo";

interface MediaIds {
  mediaId: string;
  vehicleId: string;
  galleryId: string;
}

/** What came of a photo outside of the transaction. */
export type PreparedMedia =
  /** Nobody waits for it: removed, or already settled by another delivery. */
  | { outcome: "idle" }
  | { outcome: "refused"; reason: PhotoFailure }
  | { outcome: "stored"; photo: Omit<ProcessedPhoto, "variants">; variants: StoredVariant[] };

const REASON = "the worker processes photos of every gallery";

async function readWork(platform: Platform, mediaId: string) {
  const db = platform.database.unsafeSystem(REASON);
  return db.read((tx) =>
    tx.media.findUnique({
      where: { id: mediaId },
      select: {
        status: true,
        originalKey: true,
        vehicle: { select: { gallery: { select: { name: true, watermark: true } } } },
      },
    }),
  );
}

function optionsFor(gallery: { name: string; watermark: unknown }): PhotoOptions {
  const watermark: Watermark = watermarkField.catch(DEFAULT_WATERMARK).parse(gallery.watermark);
  if (!watermark.enabled) return { watermark: null };
  const { position, opacity } = watermark;
  return { watermark: { text: gallery.name, position, opacity } };
}

const hashOf = (file: Buffer, options: PhotoOptions): string =>
  createHash("sha256")
    .update(`${PHOTO_RECIPE}\n${JSON.stringify(options)}\n`)
    .update(file)
    .digest("hex")
    .slice(0, 20);

async function store(
  platform: Platform,
  { mediaId, hash }: { mediaId: string; hash: string },
  { variants }: ProcessedPhoto,
): Promise<StoredVariant[]> {
  const { storage } = platform.adapters;
  return Promise.all(
    variants.map(async ({ data, ...variant }) => {
      const key = variantKey({ mediaId, hash }, variant);
      await storage.put(key, data, { contentType: `image/${variant.format}` });
      return { ...variant, key, url: storage.publicUrl(key), bytes: data.length };
    }),
  );
}

/**
 * Makes and stores the variants of an uploaded photo. Repeatable: the same file gives the same keys
 * with the same content.
 *
 * @throws what may pass by itself (storage or database away); trouble with the file is an outcome
 */
export async function prepareMedia(
  platform: Platform,
  { mediaId }: MediaIds,
): Promise<PreparedMedia> {
  const work = await readWork(platform, mediaId);
  if (work?.status !== "PROCESSING") return { outcome: "idle" };
  const options = optionsFor(work.vehicle.gallery);
  try {
    const file = await platform.adapters.storage.get(work.originalKey);
    const { variants: encoded, ...photo } = await processPhoto(file, options);
    const hash = hashOf(file, options);
    const variants = await store(platform, { mediaId, hash }, { ...photo, variants: encoded });
    return { outcome: "stored", photo, variants };
  } catch (error) {
    if (error instanceof PhotoRefusedError) return { outcome: "refused", reason: error.reason };
    if (error instanceof ObjectNotFoundError) {
      return { outcome: "refused", reason: "media.not_uploaded" };
    }
    throw error;
  }
}

/** Has whatever was stored for a photo removed that is gone by now. */
function cleanUp(tx: Tx, ids: MediaIds): Promise<string> {
  const { mediaId, galleryId } = ids;
  const payload = { ...ids, keys: [] };
  return publish(tx, { name: "media.removed", aggregateId: mediaId, galleryId, payload });
}

async function settleReady(
  tx: Tx,
  ids: MediaIds,
  prepared: Extract<PreparedMedia, { outcome: "stored" }> & { now: Date },
): Promise<boolean> {
  const { width, height, placeholder, dominantColor } = prepared.photo;
  const { count } = await tx.media.updateMany({
    where: { id: ids.mediaId, status: "PROCESSING" },
    data: {
      status: "READY",
      width,
      height,
      placeholder,
      dominantColor,
      variants: prepared.variants.map((variant) => ({ ...variant })),
      processedAt: prepared.now,
    },
  });
  if (count === 0) return false;
  await ensureCover(tx, ids.vehicleId);
  await bumpVehicle(tx, ids.vehicleId);
  return true;
}

/**
 * Writes down what came of a photo, in the consumer's transaction. Counts once, whatever is
 * delivered twice; a photo removed meanwhile leaves nothing behind.
 */
export async function settleMedia(
  platform: Platform,
  tx: Tx,
  { prepared, ...event }: MediaIds & { prepared: PreparedMedia },
): Promise<void> {
  const ids = { mediaId: event.mediaId, vehicleId: event.vehicleId, galleryId: event.galleryId };
  const { mediaId, vehicleId, galleryId } = ids;
  const before = await findMedia(tx, mediaId);
  if (!before) {
    await cleanUp(tx, ids);
    return;
  }
  if (prepared.outcome === "idle") return;
  await lockVehicle(tx, vehicleId);
  const about = { aggregateId: mediaId, galleryId };
  if (prepared.outcome === "stored") {
    const settled = await settleReady(tx, ids, { ...prepared, now: platform.now() });
    if (settled) await publish(tx, { name: "media.ready", ...about, payload: ids });
    else if (!(await findMedia(tx, mediaId))) await cleanUp(tx, ids);
    return;
  }
  const { reason } = prepared;
  const { count } = await tx.media.updateMany({
    where: { id: mediaId, status: "PROCESSING" },
    data: { status: "FAILED", failureReason: reason, processedAt: platform.now() },
  });
  if (count > 0) await publish(tx, { name: "media.failed", ...about, payload: { ...ids, reason } });
}
