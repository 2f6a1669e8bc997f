import type { Tx } from "@oto/db";
import { audit, publish } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { DealerContext } from "../context";
import { assertGatePasses } from "../inventory/gate.service";
import type { LockedVehicle } from "../inventory/vehicle-lock";
import { lockEditableVehicle } from "../inventory/vehicle-lock";
import type { ListMediaInput, MediaRef, ReorderMediaInput } from "./media.input";
import type { MediaRecord } from "./media.repo";
import { bumpVehicle, ensureCover, readMedia, readMediaOf } from "./media.repo";
import type { MediaView } from "./media.view";
import { readVariants, toMediaView } from "./media.view";

export interface MediaListView {
  items: MediaView[];
}

async function viewOf(ctx: DealerContext, tx: Tx, vehicleId: string): Promise<MediaListView> {
  const rows = await readMediaOf(tx, vehicleId);
  const { adapters, origin } = ctx;
  return { items: rows.map((row) => toMediaView(row, adapters.storage, origin.locale)) };
}

/** Writes down and announces that the photos of a vehicle changed; they are shown in lists. */
async function arranged(
  ctx: DealerContext,
  tx: Tx,
  { action, vehicleId }: { action: string; vehicleId: string },
): Promise<void> {
  const galleryId = ctx.gallery.id;
  await bumpVehicle(tx, vehicleId);
  await publish(tx, {
    name: "media.arranged",
    aggregateId: vehicleId,
    galleryId,
    payload: { vehicleId, galleryId },
  });
  await audit(tx, {
    action,
    entityType: "vehicle",
    entityId: vehicleId,
    galleryId,
    actorId: ctx.identity.userId,
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
}

/** The photos of a vehicle in their order. @throws DomainError `inventory.not_found` */
export function listMedia(
  ctx: DealerContext,
  { vehicleId }: ListMediaInput,
): Promise<MediaListView> {
  return ctx.db.read(async (tx) => {
    const vehicle = await tx.vehicle.findUnique({
      where: { id: vehicleId },
      select: { id: true },
    });
    if (!vehicle) throw new DomainError("inventory.not_found");
    return viewOf(ctx, tx, vehicleId);
  });
}

function assertPermutation(given: readonly string[], all: readonly string[]): void {
  const wanted = new Set(given);
  const fits = given.length === wanted.size && given.length === all.length;
  if (fits && all.every((id) => wanted.has(id))) return;
  throw new DomainError("input.invalid", {}, { fields: { mediaIds: ["validation.invalid"] } });
}

/**
 * Puts the photos of a vehicle in a new order, which names every one of them.
 *
 * @throws DomainError `input.invalid` when photos are missing, foreign or named twice,
 * `inventory.not_found`, `inventory.locked_by_reservation`, `inventory.wrong_state`
 */
export function reorderMedia(
  ctx: DealerContext,
  { vehicleId, mediaIds }: ReorderMediaInput,
): Promise<MediaListView> {
  return ctx.db.write(async (tx) => {
    await lockEditableVehicle(tx, vehicleId);
    const rows = await readMediaOf(tx, vehicleId);
    assertPermutation(
      mediaIds,
      rows.map(({ id }) => id),
    );
    const moved = mediaIds.some((id, position) => rows[position]?.id !== id);
    if (moved) {
      await tx.$executeRaw`
        update media set position = wanted.ord - 1
        from unnest(${mediaIds}::uuid[]) with ordinality as wanted (id, ord)
        where media.id = wanted.id and media.vehicle_id = ${vehicleId}::uuid`;
      await arranged(ctx, tx, { action: "media.reorder", vehicleId });
    }
    return viewOf(ctx, tx, vehicleId);
  });
}

/** Reads a photo twice: to learn its vehicle, and again under the vehicle's lock. */
async function lockMedia(
  tx: Tx,
  mediaId: string,
): Promise<{ media: MediaRecord; vehicle: LockedVehicle }> {
  const { vehicleId } = await readMedia(tx, mediaId);
  const vehicle = await lockEditableVehicle(tx, vehicleId);
  return { vehicle, media: await readMedia(tx, mediaId) };
}

/**
 * Makes a READY photo the one that lists show.
 *
 * @throws DomainError `media.not_found`, `media.wrong_state`, `inventory.locked_by_reservation`,
 * `inventory.wrong_state`
 */
export function setCover(ctx: DealerContext, { mediaId }: MediaRef): Promise<MediaListView> {
  return ctx.db.write(async (tx) => {
    const { media, vehicle } = await lockMedia(tx, mediaId);
    const { status, isCover } = media;
    const vehicleId = vehicle.id;
    if (status !== "READY") throw new DomainError("media.wrong_state", { status });
    if (!isCover) {
      await tx.media.updateMany({
        where: { vehicleId, isCover: true },
        data: { isCover: false },
      });
      await tx.media.updateMany({ where: { id: mediaId }, data: { isCover: true } });
      await arranged(ctx, tx, { action: "media.setCover", vehicleId });
    }
    return viewOf(ctx, tx, vehicleId);
  });
}

async function dropRow(ctx: DealerContext, tx: Tx, media: MediaRecord): Promise<void> {
  const { id: mediaId, vehicleId, galleryId, status } = media;
  await tx.media.deleteMany({ where: { id: mediaId } });
  if (media.isCover) await ensureCover(tx, vehicleId);
  await tx.$executeRaw`
    update media set position = numbered.ord - 1
    from (select id, row_number() over (order by position, id) as ord
      from media where vehicle_id = ${vehicleId}::uuid) as numbered
    where media.id = numbered.id and media.position <> numbered.ord - 1`;
  if (status === "READY") await bumpVehicle(tx, vehicleId);
  await publish(tx, {
    name: "media.removed",
    aggregateId: mediaId,
    galleryId,
    payload: {
      mediaId,
      vehicleId,
      galleryId,
      keys: [media.originalKey, ...readVariants(media.variants).map(({ key }) => key)],
    },
  });
  await audit(tx, {
    action: "media.remove",
    entityType: "media",
    entityId: mediaId,
    galleryId,
    actorId: ctx.identity.userId,
    before: { vehicleId, status },
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
}

/**
 * Removes a photo; its files go soon after. A vehicle on the market keeps as many as the publish
 * gate asks for.
 *
 * @throws DomainError `media.not_found`, `publish.blocked`, `inventory.locked_by_reservation`,
 * `inventory.wrong_state`
 */
export function removeMedia(ctx: DealerContext, { mediaId }: MediaRef): Promise<MediaListView> {
  return ctx.db.write(async (tx) => {
    const { media, vehicle } = await lockMedia(tx, mediaId);
    const vehicleId = vehicle.id;
    await dropRow(ctx, tx, media);
    if (vehicle.status === "PUBLISHED" && media.status === "READY") {
      await assertGatePasses(tx, vehicleId, { now: ctx.now(), locale: ctx.origin.locale });
    }
    return viewOf(ctx, tx, vehicleId);
  });
}
