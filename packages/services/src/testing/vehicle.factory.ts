import type { Prisma } from "@oto/db";
import { newId } from "@oto/db";
import type { VehicleStatus } from "@oto/domain";
import { PANELS } from "@oto/domain";
import type { Platform } from "../context";

const REASON = "tests set the scene for several galleries";

/** A make with a series of the given names; the same ones again for the same names. */
export async function createSeries(
  platform: Platform,
  names: { make?: string; series?: string } = {},
): Promise<{ makeId: string; makeName: string; seriesId: string; seriesName: string }> {
  const { make: makeName = "Volkswagen", series: seriesName = "Passat" } = names;
  const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return platform.database.unsafeSystem(REASON).write(async (tx) => {
    const make = await tx.make.upsert({
      where: { slug: slug(makeName) },
      create: { id: newId(), name: makeName, slug: slug(makeName), aliases: [] },
      update: {},
      select: { id: true },
    });
    const series = await tx.series.upsert({
      where: { makeId_slug: { makeId: make.id, slug: slug(seriesName) } },
      create: { id: newId(), makeId: make.id, name: seriesName, slug: slug(seriesName) },
      update: {},
      select: { id: true },
    });
    return { makeId: make.id, makeName, seriesId: series.id, seriesName };
  });
}

let serial = 0;

/** Price of factory vehicles: 1.000.000 TL. */
export const TEST_PRICE = 100_000_000;

/**
 * A vehicle of a gallery, PUBLISHED unless said, all panels original. Any column may be given; the
 * catalogue's rows are made where needed.
 */
export async function createVehicle(
  platform: Platform,
  galleryId: string,
  overrides: Partial<Prisma.VehicleUncheckedCreateInput> & { status?: VehicleStatus } = {},
): Promise<{ vehicleId: string }> {
  const catalogue = await createSeries(platform);
  const id = newId();
  serial += 1;
  const stockNo = `T-${serial}`;
  const { status = "PUBLISHED" } = overrides;
  const wasPublished = status !== "DRAFT" && status !== "IN_REVIEW";
  await platform.database.unsafeSystem(REASON).write((tx) =>
    tx.vehicle.create({
      data: {
        id,
        galleryId,
        stockNo,
        title: "2019 Volkswagen Passat 1.6 TDI Comfortline",
        modelName: "1.6 TDI",
        trimName: "Comfortline",
        modelYear: 2019,
        mileageKm: 90_000,
        fuel: "DIESEL",
        transmission: "AUTOMATIC",
        bodyType: "SEDAN",
        color: "WHITE",
        priceAmount: BigInt(TEST_PRICE),
        publishedAt: wasPublished ? platform.now() : null,
        ...catalogue,
        ...overrides,
        status,
        panels: {
          create: PANELS.map((panel) => ({ panel, state: "ORIGINAL" as const, galleryId })),
        },
      },
      select: { id: true },
    }),
  );
  return { vehicleId: id };
}
