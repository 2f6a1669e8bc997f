import type { MarketplaceFilters } from "@oto/domain";
import { marketplaceFilters } from "@oto/domain";
import { createLoader } from "nuqs";
import { describe, expect, it } from "vitest";
import { changeOf, marketHref } from "./market-address";
import { filtersOf, marketParsers } from "./market-params";

const ID = "0198b8a4-0000-7000-8000-000000000001";
const load = createLoader(marketParsers);

/** What a search becomes once it has been through the address. */
const round = (filters: Parameters<typeof changeOf>[0]["filters"]) => {
  const state = load(new URL(marketHref(changeOf({ filters })), "http://x").searchParams);
  return JSON.parse(JSON.stringify(filtersOf(state)));
};

const CASES: MarketplaceFilters[] = [
  {},
  { makeIds: [ID], seriesIds: [ID], modelIds: [ID], trimIds: [ID] },
  { fuels: ["DIESEL"], transmissions: ["AUTOMATIC", "MANUAL"], bodyTypes: ["SUV"] },
  { drivetrains: ["AWD"], colors: ["WHITE"], damageStatuses: ["NONE"], provinceCodes: [6, 34] },
  { priceMin: 50_000_000, priceMax: 120_000_000, yearMin: 2018, yearMax: 2020 },
  { kmMin: 1, kmMax: 150_000, engineCcMin: 1551, engineCcMax: 1649 },
  { powerHpMin: 110, powerHpMax: 200, trustMin: 60, near: { provinceCode: 34, km: 150 } },
  { flawless: true, maxPaintedPanels: 0, warranty: true, tradeIn: true, hasPhotos: true },
  { galleryId: ID, listedSinceDays: 7 },
];

describe("changeOf", () => {
  it.each(CASES)("keeps %j", (filters) => {
    expect(round(filters)).toEqual(filters);
  });

  it("knows every filter of the API but districts, which are words", () => {
    const carried = new Set(CASES.flatMap((filters) => Object.keys(filters)));
    const missing = Object.keys(marketplaceFilters.shape).filter((key) => !carried.has(key));
    expect(missing).toEqual(["districts"]);
  });

  it("takes out what stood in the address before", () => {
    expect(changeOf({ q: "golf" })).toMatchObject({ q: "golf", make: null, priceMax: null });
    expect(marketHref(changeOf({ q: "golf", sort: "newest" }))).toBe("/pazar?q=golf&sort=newest");
  });
});
