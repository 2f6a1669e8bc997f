import { seedCatalogue } from "@oto/db/seed";
import type { RunningMeilisearch } from "@oto/testing/services";
import { startMeilisearch } from "@oto/testing/services";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DealerContext, Platform } from "../context";
import type { TestPlatform } from "../testing";
import { createDealerContext, createGallery, createTestPlatform, createVehicle } from "../testing";
import { indexVehicles, searchInput, searchMarketplace } from "./index";

const REASON = "tests look at both sides";

interface Car {
  readonly make: string;
  readonly series: string;
  readonly model: string;
  readonly trim?: string;
  readonly modelYear: number;
  readonly mileageKm: number;
  /** Whole lira. */
  readonly price: number;
  readonly province: "İstanbul" | "Isparta";
  readonly fuel?: "DIESEL" | "GASOLINE" | "HYBRID";
  readonly transmission?: "AUTOMATIC" | "MANUAL";
  readonly engineCc: number;
  readonly painted?: boolean;
}

/** A small market in which every question has an exact answer. */
const STOCK = {
  passat: {
    ...{ make: "Volkswagen", series: "Passat", model: "1.6 TDI BlueMotion", trim: "Comfortline" },
    ...{ modelYear: 2019, mileageKm: 90_000, price: 1_150_000, province: "İstanbul" },
    engineCc: 1_598,
  },
  tiredPassat: {
    ...{ make: "Volkswagen", series: "Passat", model: "1.6 TDI BlueMotion", trim: "Highline" },
    ...{ modelYear: 2019, mileageKm: 240_000, price: 1_250_000, province: "İstanbul" },
    ...{ engineCc: 1_598, painted: true },
  },
  golf: {
    ...{ make: "Volkswagen", series: "Golf", model: "1.6 TDI", trim: "Midline Plus" },
    ...{ modelYear: 2017, mileageKm: 130_000, price: 1_100_000, province: "Isparta" },
    ...{ engineCc: 1_598, transmission: "MANUAL" },
  },
  bmw320d: {
    ...{ make: "BMW", series: "3 Serisi", model: "320d", trim: "M Sport" },
    ...{ modelYear: 2016, mileageKm: 160_000, price: 1_900_000, province: "Isparta" },
    engineCc: 1_995,
  },
  bmw320dxDrive: {
    ...{ make: "BMW", series: "3 Serisi", model: "320d xDrive", trim: "Luxury Line" },
    ...{ modelYear: 2012, mileageKm: 210_000, price: 1_350_000, province: "İstanbul" },
    engineCc: 1_995,
  },
  bmw320i: {
    ...{ make: "BMW", series: "3 Serisi", model: "320i", trim: "M Sport" },
    ...{ modelYear: 2020, mileageKm: 60_000, price: 2_600_000, province: "İstanbul" },
    ...{ engineCc: 1_597, fuel: "GASOLINE" },
  },
  chr: {
    ...{ make: "Toyota", series: "C-HR", model: "1.8 Hybrid" },
    ...{ modelYear: 2021, mileageKm: 45_000, price: 1_700_000, province: "İstanbul" },
    ...{ engineCc: 1_798, fuel: "HYBRID" },
  },
  egea: {
    ...{ make: "Fiat", series: "Egea Sedan", model: "1.3 Multijet", trim: "Urban" },
    ...{ modelYear: 2020, mileageKm: 80_000, price: 850_000, province: "İstanbul" },
    ...{ engineCc: 1_248, transmission: "MANUAL" },
  },
  paintedEgea: {
    ...{ make: "Fiat", series: "Egea Hatchback", model: "1.3 Multijet", trim: "Street" },
    ...{ modelYear: 2018, mileageKm: 140_000, price: 700_000, province: "Isparta" },
    ...{ engineCc: 1_248, transmission: "MANUAL", painted: true },
  },
} as const satisfies Record<string, Car>;
type Name = keyof typeof STOCK;

const ISPARTA: readonly Name[] = ["bmw320d", "golf", "paintedEgea"];
const QUESTIONS: readonly (readonly [q: string, means: readonly Name[]])[] = [
  ["ısparta", ISPARTA],
  ["ISPARTA", ISPARTA],
  ["volswagen pasat", ["passat", "tiredPassat"]],
  ["320d", ["bmw320d", "bmw320dxDrive"]],
  ["320 d", ["bmw320d", "bmw320dxDrive"]],
  ["bmw 320", ["bmw320d", "bmw320dxDrive", "bmw320i"]],
  ["320d xdrive", ["bmw320dxDrive"]],
  ["320d m sport", ["bmw320d"]],
  ["c hr", ["chr"]],
  ["c-hr", ["chr"]],
  ["2018-2020 dizel otomatik 150 bin km altı istanbul", ["passat"]],
  ["hatasız egea", ["egea"]],
  ["egea", ["egea", "paintedEgea"]],
  ["1.6 tdi 1,2 milyona kadar", ["golf", "passat"]],
  ["passat comfortline", ["passat"]],
];

/** Puts a car on the market, with its rows of the catalogue that ships. */
async function offer(platform: Platform, galleryId: string, car: Car): Promise<string> {
  const { engineCc, make, mileageKm, model, modelYear, painted, price, series, trim } = car;
  const db = platform.database.unsafeSystem(REASON);
  const row = await db.read((tx) =>
    tx.catalogModel.findFirstOrThrow({
      where: { name: model, series: { name: series, make: { name: make } } },
      select: { id: true, series: { select: { id: true, makeId: true } } },
    }),
  );
  const { vehicleId } = await createVehicle(platform, galleryId, {
    ...{ makeId: row.series.makeId, makeName: make, seriesId: row.series.id, seriesName: series },
    ...{ modelId: row.id, modelName: model, trimName: trim ?? null },
    title: [modelYear, make, series, model, trim].filter(Boolean).join(" "),
    ...{ engineCc, mileageKm, modelYear, priceAmount: BigInt(price * 100) },
    ...{ fuel: car.fuel ?? "DIESEL", transmission: car.transmission ?? "AUTOMATIC" },
  });
  if (painted) {
    await db.write((tx) =>
      tx.vehiclePanel.updateMany({
        where: { vehicleId, panel: "HOOD" },
        data: { state: "PAINTED" },
      }),
    );
  }
  return vehicleId;
}

describe.each(["PostgreSQL", "a search server"])("what a dealer means, on %s", (engine) => {
  let server: RunningMeilisearch | undefined;
  let test: TestPlatform;
  let dealer: DealerContext;
  const names = new Map<string, string>();

  beforeAll(async () => {
    server = engine === "PostgreSQL" ? undefined : await startMeilisearch();
    test = await createTestPlatform(
      {},
      server ? { MEILI_URL: server.url, MEILI_KEY: server.key } : {},
    );
    const { platform } = test;
    await seedCatalogue(platform.database);
    const galleries = {
      İstanbul: await createGallery(platform),
      Isparta: await createGallery(platform, { provinceCode: 32, district: "Merkez" }),
    };
    dealer = await createDealerContext(platform);
    for (const [name, car] of Object.entries(STOCK)) {
      names.set(await offer(platform, galleries[car.province].id, car), name);
    }
    await vi.waitFor(() => platform.adapters.degradable.search?.(), { timeout: 30_000 });
    await indexVehicles(platform, [...names.keys()]);
  }, 120_000);
  afterAll(async () => {
    await test.close();
    await server?.stop();
  });

  it.each(QUESTIONS)("%s", async (q, means) => {
    const { items, total } = await searchMarketplace(dealer, searchInput.parse({ q }));
    const found = items.map(({ vehicleId }) => names.get(vehicleId) ?? vehicleId);
    expect(found.sort()).toEqual([...means].sort());
    expect(total).toBe(means.length);
  });

  it("puts what is near first, from the gallery or from where somebody says", async () => {
    const near = async (fromProvinceCode?: number) => {
      const input = { sort: "distance", ...(fromProvinceCode ? { fromProvinceCode } : {}) };
      const { items } = await searchMarketplace(dealer, searchInput.parse(input));
      return items.map(({ province }) => province.code);
    };
    const [istanbul, isparta] = [Array(6).fill(34), Array(3).fill(32)];
    expect(await near()).toEqual([...istanbul, ...isparta]);
    expect(await near(7)).toEqual([...isparta, ...istanbul]);
  });
});
