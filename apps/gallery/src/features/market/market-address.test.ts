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

describe("changeOf", () => {
  it.each([
    {},
    { makeIds: [ID], seriesIds: [ID], modelIds: [ID] },
    { fuels: ["DIESEL" as const], transmissions: ["AUTOMATIC" as const, "MANUAL" as const] },
    { priceMin: 50_000_000, priceMax: 120_000_000, yearMin: 2018, kmMax: 150_000 },
    { engineCcMin: 1551, engineCcMax: 1649, powerHpMin: 110, trustMin: 60 },
    { provinceCodes: [6, 34], damageStatuses: ["NONE" as const] },
    { near: { provinceCode: 34, km: 150 }, flawless: true, maxPaintedPanels: 0 },
    { galleryId: ID, listedSinceDays: 7, warranty: true, tradeIn: true, hasPhotos: true },
  ])("keeps %j", (filters) => {
    expect(round(filters)).toEqual(filters);
  });

  it("takes out what stood in the address before", () => {
    expect(changeOf({ q: "golf" })).toMatchObject({ q: "golf", make: null, priceMax: null });
    expect(marketHref(changeOf({ q: "golf", sort: "newest" }))).toBe("/pazar?q=golf&sort=newest");
  });
});
