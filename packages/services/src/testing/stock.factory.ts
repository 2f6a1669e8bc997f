import { newId } from "@oto/db";
import { PANELS, vehicleInput } from "@oto/domain";
import sharp from "sharp";
import type { DealerContext, Platform } from "../context";
import type { CreateVehicleInput } from "../inventory/inventory.input";
import { prepareMedia, settleMedia } from "../media/process-media.service";
import { completeUpload, createUpload } from "../media/upload.service";
import { createSeries } from "./vehicle.factory";

const REASON = "tests set the scene for several galleries";

export interface TestChain {
  makeId: string;
  seriesId: string;
  modelId: string;
  trimId: string;
}

/** A make, series, model and trim of the catalogue; new model and trim every time. */
export async function createChain(
  platform: Platform,
  names: { make?: string; series?: string } = {},
): Promise<TestChain> {
  const { makeId, seriesId } = await createSeries(platform, names);
  const modelId = newId();
  const trimId = newId();
  await platform.database.unsafeSystem(REASON).write((tx) =>
    tx.catalogModel.create({
      data: {
        id: modelId,
        seriesId,
        name: "1.6 TDI",
        slug: `1-6-tdi-${modelId}`,
        fuel: "DIESEL",
        bodyTypes: ["SEDAN"],
        transmissions: ["AUTOMATIC"],
        drivetrain: "FWD",
        engineCc: 1598,
        powerHp: 120,
        yearFrom: 2015,
        trims: { create: { id: trimId, name: "Comfortline", slug: "comfortline" } },
      },
      select: { id: true },
    }),
  );
  return { makeId, seriesId, modelId, trimId };
}

let serial = 0;

/** Input of a vehicle that lacks nothing but photos. Every call has its own plate and VIN. */
export function fullVehicleInput(
  chain: TestChain,
  overrides: Partial<CreateVehicleInput> = {},
): CreateVehicleInput {
  serial += 1;
  const number = String(serial).padStart(4, "0");
  return {
    ...vehicleInput.parse({
      ...chain,
      modelYear: 2019,
      mileageKm: 90_000,
      fuel: "DIESEL",
      transmission: "AUTOMATIC",
      bodyType: "SEDAN",
      color: "WHITE",
      price: { amount: 125_000_000, currency: "TRY" },
      plate: `34 KT ${number}`,
      vin: `WVWZZZ3CZKE00${number}`,
      firstRegistrationDate: "2019-05-10",
      warrantyStated: true,
      panels: PANELS.map((panel) => ({ panel, state: "ORIGINAL" })),
      features: ["ABS", "ESP"],
      damageRecord: { status: "NONE" },
      expertise: { firm: "Denetim Ekspertiz", date: "2026-01-05", result: "Sorunsuz" },
      liens: "NONE",
    }),
    ...overrides,
  };
}

/** A small real photo. */
export const testPhoto = (background = "#8090a0"): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** Uploads a file for a vehicle as a browser would; the workers have not seen it yet. */
export async function uploadPhoto(
  ctx: DealerContext,
  vehicleId: string,
  file: Buffer,
): Promise<string> {
  const { mediaId } = await createUpload(ctx, {
    vehicleId,
    fileName: "foto.jpg",
    contentType: "image/jpeg",
    size: file.length,
  });
  const key = `private/originals/${ctx.gallery.id}/${vehicleId}/${mediaId}`;
  await ctx.adapters.storage.put(key, file, { contentType: "image/jpeg" });
  await completeUpload(ctx, { mediaId });
  return mediaId;
}

/** Does what the worker does with an uploaded photo. */
export async function processUpload(
  ctx: DealerContext,
  ids: { vehicleId: string; mediaId: string },
): Promise<void> {
  const payload = { ...ids, galleryId: ctx.gallery.id };
  const prepared = await prepareMedia(ctx, payload);
  await ctx.database
    .unsafeSystem(REASON)
    .write((tx) => settleMedia(ctx, tx, { ...payload, prepared }));
}

/** Gives a vehicle READY photos. */
export async function addPhotos(
  ctx: DealerContext,
  vehicleId: string,
  count = 3,
): Promise<string[]> {
  const file = await testPhoto();
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const mediaId = await uploadPhoto(ctx, vehicleId, file);
    await processUpload(ctx, { vehicleId, mediaId });
    ids.push(mediaId);
  }
  return ids;
}
