import { randomUUID } from "node:crypto";
import type { MarketplaceFilters } from "@oto/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { idOf, listing } from "../listing.fixture";
import type { ContractSubject } from "./contract-subject";

/** What filters let through. */
export function filtersContract(subject: ContractSubject): void {
  describe("filters", () => {
    const base = listing({ title: "base" });
    const other = listing({
      title: "other",
      makeName: "Fiat",
      seriesName: "Egea",
      modelName: "1.4 Fire",
      trimName: "Easy",
      modelYear: 2022,
      mileageKm: 20_000,
      fuel: "GASOLINE",
      transmission: "MANUAL",
      bodyType: "HATCHBACK",
      drivetrain: null,
      color: "RED",
      engineCc: 1_368,
      powerHp: 95,
      provinceCode: 34,
      district: "Kadıköy",
      price: { amount: 90_000_000, currency: "TRY" },
      paintedPanels: 3,
      flawless: false,
      warranty: true,
      tradeIn: false,
      photoCount: 0,
      galleryId: idOf("gallery two"),
      publicVisible: false,
      publishedAt: new Date(Date.now() - 3_600_000).toISOString(),
    });
    const euro = listing({
      title: "euro",
      price: { amount: 3_000_000, currency: "EUR" },
      priceTry: 150_000_000,
    });
    const dollar = listing({ title: "dollar", price: { amount: 2_000_000, currency: "USD" } });

    beforeEach(() => subject.given(base, other, euro, dollar));

    const table: [MarketplaceFilters, string[]][] = [
      [{}, ["base", "dollar", "euro", "other"]],
      [{ makeIds: [other.makeId] }, ["other"]],
      [{ makeIds: [] }, ["base", "dollar", "euro", "other"]],
      [{ makeIds: [randomUUID()] }, []],
      [{ seriesIds: [other.seriesId], makeIds: [base.makeId] }, []],
      [{ modelIds: [other.modelId ?? ""] }, ["other"]],
      [{ trimIds: [other.trimId ?? ""] }, ["other"]],
      [{ yearMin: 2020 }, ["other"]],
      [{ yearMin: 2019, yearMax: 2019 }, ["base", "dollar", "euro"]],
      [{ kmMax: 20_000 }, ["other"]],
      [{ kmMin: 20_001 }, ["base", "dollar", "euro"]],
      [{ priceMax: 124_500_000 }, ["base", "other"]],
      [{ priceMin: 124_500_000 }, ["base", "euro"]],
      [{ engineCcMax: 1_400, powerHpMin: 95, powerHpMax: 95 }, ["other"]],
      [{ fuels: ["GASOLINE", "LPG"] }, ["other"]],
      [{ transmissions: ["MANUAL"] }, ["other"]],
      [{ bodyTypes: ["SEDAN"] }, ["base", "dollar", "euro"]],
      [{ drivetrains: ["FWD"] }, ["base", "dollar", "euro"]],
      [{ colors: ["RED", "BLUE"] }, ["other"]],
      [{ provinceCodes: [34, 35] }, ["other"]],
      [{ provinceCodes: [6], districts: ["Çankaya"] }, ["base", "dollar", "euro"]],
      [{ provinceCodes: [6], districts: ["Kadıköy"] }, []],
      [{ flawless: true }, ["base", "dollar", "euro"]],
      [{ flawless: false }, ["other"]],
      [{ maxPaintedPanels: 2 }, ["base", "dollar", "euro"]],
      [{ maxPaintedPanels: 3 }, ["base", "dollar", "euro", "other"]],
      [{ warranty: true }, ["other"]],
      [{ tradeIn: false }, ["other"]],
      [{ hasPhotos: true }, ["base", "dollar", "euro"]],
      [{ hasPhotos: false }, ["other"]],
      [{ listedSinceDays: 1 }, ["other"]],
      [{ galleryId: idOf("gallery two") }, ["other"]],
    ];
    it.each(table)("%j", async (filters, expected) => {
      expect(await subject.titles({ filters })).toEqual(expected);
    });

    it("shows the public only what is public, and galleries not their own", async () => {
      expect(await subject.titles({ publicOnly: true })).toEqual(["base", "dollar", "euro"]);
      expect(await subject.titles({ excludeGalleryId: idOf("gallery two") })).toEqual([
        "base",
        "dollar",
        "euro",
      ]);
      expect(await subject.index.suggest({ q: "fiat", publicOnly: true })).toEqual([]);
    });
  });
}
