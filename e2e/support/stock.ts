import { expect } from "@playwright/test";
import sharp from "sharp";
import { Api } from "./api";
import type { Dealer } from "./people";
import { platformUnderTest } from "./platform";

const PANELS = [
  "HOOD",
  "ROOF",
  "TRUNK",
  "FRONT_BUMPER",
  "REAR_BUMPER",
  "FRONT_LEFT_FENDER",
  "FRONT_RIGHT_FENDER",
  "REAR_LEFT_FENDER",
  "REAR_RIGHT_FENDER",
  "FRONT_LEFT_DOOR",
  "FRONT_RIGHT_DOOR",
  "REAR_LEFT_DOOR",
  "REAR_RIGHT_DOOR",
];

let serial = Date.now() % 100_000;

/** A photo like those of a phone: noise does not compress away. */
export async function photo(width = 1600, height = 1200): Promise<Buffer> {
  serial += 1;
  const background = { r: serial % 200, g: (serial * 7) % 200, b: (serial * 13) % 200 };
  const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
  const grain = await sharp({ create: { width, height, channels: 3, background, noise } })
    .jpeg({ quality: 70 })
    .toBuffer();
  return grain;
}

interface Listed {
  items: { id: string; slug: string; name: string }[];
}

/** The catalogue entry with a slug, or the first one. */
async function pick(
  dealer: Dealer,
  path: string,
  choice: Record<string, unknown> & { slug?: string },
): Promise<string> {
  const { slug, ...input } = choice;
  const { items } = await dealer.api.query<Listed>(path, input);
  const found = slug ? items.find((item) => item.slug === slug) : items[0];
  if (!found) throw new Error(`${path} has no ${slug ?? "item"}`);
  return found.id;
}

export interface VehicleOptions {
  price?: number;
  series?: string;
  mileageKm?: number;
}

/** A draft that passes the publish gate but for its photos. Price in lira. */
export async function createVehicle(dealer: Dealer, options: VehicleOptions = {}): Promise<string> {
  serial += 1;
  const makeId = await pick(dealer, "catalog.makes", { slug: "volkswagen" });
  const series = options.series ?? "passat";
  const seriesId = await pick(dealer, "catalog.series", { makeId, slug: series });
  const modelId = await pick(dealer, "catalog.models", {
    seriesId,
    ...(series === "passat" ? { slug: "1-6-tdi-bluemotion" } : {}),
  });
  const trimId = await pick(dealer, "catalog.trims", { modelId });
  const { vehicleId } = await dealer.api.call<{ vehicleId: string }>("inventory.create", {
    makeId,
    seriesId,
    modelId,
    trimId,
    modelYear: 2019,
    mileageKm: options.mileageKm ?? 84_500,
    fuel: "DIESEL",
    transmission: "AUTOMATIC",
    bodyType: "SEDAN",
    color: "GREY",
    price: { amount: (options.price ?? 1_245_000) * 100, currency: "TRY" },
    plate: `34EZT${(serial % 900) + 100}`,
    vin: `WVWZZZ3CZKE${String(100_000 + (serial % 899_999))}`,
    firstRegistrationDate: "2019-03-12",
    warrantyStated: true,
    liens: "NONE",
    damageRecord: { status: "NONE", source: "SBM", queriedAt: "2026-10-15", events: [] },
    panels: PANELS.map((panel) => ({ panel, state: "ORIGINAL" })),
    features: ["ABS", "ESP"],
  });
  return vehicleId;
}

/** Uploads one file as a browser would. */
export async function upload(
  dealer: Dealer,
  vehicleId: string,
  file: { body: Buffer; fileName?: string; contentType?: string },
): Promise<string> {
  const { body, fileName = "foto.jpg", contentType = "image/jpeg" } = file;
  const target = await dealer.api.call<{
    mediaId: string;
    upload: { method: string; url: string; headers: Record<string, string> };
  }>("media.createUpload", { vehicleId, fileName, contentType, size: body.length });
  const { method, url, headers } = target.upload;
  const answer = await fetch(url, { method, headers, body: new Uint8Array(body) });
  expect(answer.status).toBe(200);
  await dealer.api.call("media.completeUpload", { mediaId: target.mediaId });
  return target.mediaId;
}

export interface MediaItem {
  mediaId: string;
  status: string;
  failure?: unknown;
  variants: { format: string; width: number; url: string }[] | null;
}

export const mediaOf = async (dealer: Dealer, vehicleId: string): Promise<MediaItem[]> =>
  (await dealer.api.query<{ items: MediaItem[] }>("media.list", { vehicleId })).items;

/** Waits until the workers are through with every photo of a vehicle. */
export async function settled(dealer: Dealer, vehicleId: string): Promise<MediaItem[]> {
  let items: MediaItem[] = [];
  await expect
    .poll(
      async () => {
        items = await mediaOf(dealer, vehicleId);
        return items.every(({ status }) => status === "READY" || status === "FAILED");
      },
      { timeout: 120_000 },
    )
    .toBe(true);
  return items;
}

/** A vehicle on the market, photos and all. */
export async function publishedVehicle(
  dealer: Dealer,
  options: VehicleOptions = {},
): Promise<string> {
  const vehicleId = await createVehicle(dealer, options);
  for (let i = 0; i < 3; i += 1) await upload(dealer, vehicleId, { body: await photo(800, 600) });
  await settled(dealer, vehicleId);
  await dealer.api.call("inventory.publish", { vehicleId });
  return vehicleId;
}

/** The address of a vehicle on the public site; the site mends the words before the id. */
export const publicAddress = (vehicleId: string): string =>
  `${platformUnderTest.landing}/arac/x-${vehicleId}`;

/** Waits until the public site shows a vehicle. */
export async function findable(vehicleId: string): Promise<void> {
  await expect
    .poll(async () => (await new Api().tryQuery("marketplace.publicGet", { vehicleId })).ok)
    .toBe(true);
}
