import type { ObjectStat } from "@oto/adapters";
import { StorageUnavailableError } from "@oto/adapters";
import type { Tx } from "@oto/db";
import { audit, newId, publish } from "@oto/db";
import type { MediaStatus } from "@oto/domain";
import { DomainError } from "@oto/domain";
import type { DealerContext } from "../context";
import { lockEditableVehicle } from "../inventory/vehicle-lock";
import type { CreateUploadInput, MediaRef } from "./media.input";
import { countMedia, readMedia } from "./media.repo";
import { originalKey } from "./media-keys";
import {
  isUploadType,
  MAX_PHOTO_BYTES,
  MAX_PHOTO_ROWS,
  MAX_PHOTOS,
  UPLOAD_WINDOW_S,
} from "./media-limits";

export interface UploadView {
  mediaId: string;
  upload: {
    method: "PUT";
    /** Absolute; takes exactly the stated bytes of the stated type, until `expiresAt`. */
    url: string;
    headers: Record<string, string>;
    expiresAt: string;
  };
}

export interface MediaStateView {
  mediaId: string;
  status: MediaStatus;
}

function assertUploadable({ contentType, size }: CreateUploadInput): void {
  if (!isUploadType(contentType)) throw new DomainError("media.type_not_allowed");
  if (size > MAX_PHOTO_BYTES) {
    throw new DomainError("media.too_large", { maxMb: MAX_PHOTO_BYTES / 1024 / 1024 });
  }
}

async function takePosition(tx: Tx, vehicleId: string): Promise<number> {
  const { total, usable, nextPosition } = await countMedia(tx, vehicleId);
  if (usable >= MAX_PHOTOS || total >= MAX_PHOTO_ROWS) {
    throw new DomainError("media.too_many", { max: MAX_PHOTOS });
  }
  return nextPosition;
}

/**
 * Makes room for a photo and tells the browser where to put its file.
 *
 * @throws DomainError `media.type_not_allowed`, `media.too_large`, `media.too_many`,
 * `inventory.not_found`, `inventory.locked_by_reservation`, `inventory.wrong_state`
 */
export async function createUpload(
  ctx: DealerContext,
  input: CreateUploadInput,
): Promise<UploadView> {
  assertUploadable(input);
  const { vehicleId, fileName, contentType, size } = input;
  const mediaId = newId();
  const galleryId = ctx.gallery.id;
  const key = originalKey({ galleryId, vehicleId, mediaId });
  await ctx.db.write(async (tx) => {
    // The lock queues uploads of one vehicle: no two take one position or slip past the limit.
    await lockEditableVehicle(tx, vehicleId);
    await tx.media.createMany({
      data: {
        id: mediaId,
        galleryId,
        vehicleId,
        fileName,
        contentType,
        size,
        originalKey: key,
        position: await takePosition(tx, vehicleId),
        createdAt: ctx.now(),
      },
    });
    await audit(tx, {
      action: "media.createUpload",
      entityType: "media",
      entityId: mediaId,
      galleryId,
      actorId: ctx.identity.userId,
      after: { vehicleId, size, contentType },
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
  });
  const signed = await ctx.adapters.storage.createUpload({
    key,
    contentType,
    size,
    expiresInS: UPLOAD_WINDOW_S,
  });
  const { method, url, headers, expiresAt } = signed;
  return { mediaId, upload: { method, url, headers: { ...headers }, expiresAt } };
}

/** @throws DomainError `system.unavailable` while the storage is away: the page asks again */
async function statOriginal(ctx: DealerContext, key: string): Promise<ObjectStat | null> {
  try {
    return await ctx.adapters.storage.stat(key);
  } catch (error) {
    if (error instanceof StorageUnavailableError) throw new DomainError("system.unavailable");
    throw error;
  }
}

/**
 * States that the file has arrived and hands the photo to the workers. Said twice, it answers with
 * the state the photo has reached.
 *
 * @throws DomainError `media.not_found`, `media.not_uploaded`, `system.unavailable`
 */
export async function completeUpload(
  ctx: DealerContext,
  { mediaId }: MediaRef,
): Promise<MediaStateView> {
  const known = await ctx.db.read((tx) => readMedia(tx, mediaId));
  if (known.status !== "PENDING") return { mediaId, status: known.status };
  const stored = await statOriginal(ctx, known.originalKey);
  if (stored?.size !== known.size) throw new DomainError("media.not_uploaded");
  const { vehicleId, galleryId } = known;
  return ctx.db.write(async (tx) => {
    const { count } = await tx.media.updateMany({
      where: { id: mediaId, status: "PENDING" },
      data: { status: "PROCESSING", uploadedAt: ctx.now() },
    });
    if (count === 0) {
      const { status } = await readMedia(tx, mediaId);
      return { mediaId, status };
    }
    await publish(tx, {
      name: "media.uploaded",
      aggregateId: mediaId,
      galleryId,
      payload: { mediaId, vehicleId, galleryId },
    });
    return { mediaId, status: "PROCESSING" };
  });
}
