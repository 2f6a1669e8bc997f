import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marketplaceFilters } from "../query";
import type { MatchableListing } from "../search";
import { matchesFilters } from "../search";
import { BODY_TYPES, COLORS, DAMAGE_STATUSES, FUELS, TRANSMISSIONS } from "../values";
import { hasWords, keyBounds, listingKeys, searchKeys, wordsOf } from ".";

const ids = ["a", "b", "c"].map((sign) => `0198b8a4-0000-7000-8000-00000000000${sign}`);
const id = fc.constantFrom(...ids);
const number = (min: number, max: number) => fc.integer({ min, max });
const NOW = new Date("2026-11-28T10:00:00Z");

const listings: fc.Arbitrary<MatchableListing> = fc.record({
  galleryId: id,
  galleryTrust: fc.option(number(0, 100), { nil: null }),
  makeId: id,
  seriesId: id,
  modelId: fc.option(id, { nil: null }),
  trimId: fc.option(id, { nil: null }),
  modelYear: number(2010, 2014),
  mileageKm: number(0, 5),
  price: fc.record({ amount: number(1, 5), currency: fc.constantFrom("TRY", "EUR") }),
  fuel: fc.constantFrom(...FUELS.slice(0, 2)),
  transmission: fc.constantFrom(...TRANSMISSIONS.slice(0, 2)),
  bodyType: fc.constantFrom(...BODY_TYPES.slice(0, 2)),
  drivetrain: fc.constant(null),
  color: fc.constantFrom(...COLORS.slice(0, 2)),
  engineCc: fc.option(number(0, 3), { nil: null }),
  powerHp: fc.option(number(0, 3), { nil: null }),
  provinceCode: number(34, 36),
  district: fc.constantFrom("Merkez", "Kadıköy"),
  paintedPanels: number(0, 2),
  flawless: fc.boolean(),
  damageStatus: fc.constantFrom(...DAMAGE_STATUSES),
  warranty: fc.boolean(),
  tradeIn: fc.boolean(),
  photoCount: number(0, 1),
  publishedAt: fc.constantFrom("2026-11-28T09:00:00Z", "2026-11-01T09:00:00Z"),
});

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { maxLength: 2 });
const allFilters = fc.record(
  {
    makeIds: some(ids),
    seriesIds: some(ids),
    modelIds: some(ids),
    trimIds: some(ids),
    yearMin: number(2009, 2012),
    yearMax: number(2012, 2015),
    kmMax: number(0, 5),
    priceMin: number(0, 2),
    priceMax: number(2, 5),
    fuels: some(FUELS.slice(0, 2)),
    bodyTypes: some(BODY_TYPES.slice(0, 2)),
    colors: some(COLORS.slice(0, 2)),
    provinceCodes: some([34, 35]),
    near: fc.record({ provinceCode: number(34, 36), km: number(1, 2_000) }),
    flawless: fc.boolean(),
    galleryId: id,
    trustMin: number(0, 100),
    listedSinceDays: number(1, 30),
  },
  { requiredKeys: [] },
);
/** A few at a time: all together match nothing. */
const filters = fc
  .tuple(allFilters, fc.infiniteStream(number(0, 4)))
  .map(([all, dice]): typeof all => {
    const kept = Object.entries(all).filter(() => dice.next().value === 0);
    return Object.fromEntries(kept);
  });

describe("the keys of a saved search", () => {
  it("are among those of every listing that matches it, and so are its bounds", () => {
    let matches = 0;
    fc.assert(
      fc.property(listings, filters, (listing, wanted) => {
        if (!matchesFilters(listing, wanted, NOW)) return;
        matches += 1;
        const keys = listingKeys(listing);
        expect(searchKeys(wanted).some((key) => keys.includes(key))).toBe(true);
        const { kmMax, priceMax, priceMin, yearMax, yearMin } = keyBounds(wanted);
        expect(listing.modelYear).toBeGreaterThanOrEqual(yearMin ?? 0);
        expect(listing.modelYear).toBeLessThanOrEqual(yearMax ?? 9_999);
        expect(listing.mileageKm).toBeLessThanOrEqual(kmMax ?? 9_999);
        if (priceMin !== null) expect(listing.price.amount).toBeGreaterThanOrEqual(priceMin);
        if (priceMax !== null) expect(listing.price.amount).toBeLessThanOrEqual(priceMax);
      }),
      { numRuns: 3_000 },
    );
    expect(matches).toBeGreaterThan(50);
  });

  it("are the most selective ones", () => {
    const [make = "", series = ""] = ids;
    expect(searchKeys({ makeIds: [make], seriesIds: [series], fuels: ["DIESEL"] })).toEqual([
      `series:${series}`,
    ]);
    expect(searchKeys({ fuels: ["DIESEL", "LPG"] })).toEqual(["fuel:DIESEL", "fuel:LPG"]);
    expect(searchKeys({ near: { provinceCode: 34, km: 60 }, bodyTypes: ["SUV"] })).toContain(
      "province:34",
    );
    expect(searchKeys({ priceMax: 100 })).toEqual(["any"]);
  });

  it("are few for anything that passes the filters' own check", () => {
    fc.assert(
      fc.property(filters, (wanted) => {
        const checked = marketplaceFilters.safeParse(wanted);
        if (checked.success) expect(searchKeys(checked.data).length).toBeLessThanOrEqual(81);
      }),
    );
  });
});

describe("the words of a saved search", () => {
  it("must all be there, as they are or as synonyms", () => {
    const listing = new Set(["volkswagen", "passat", "1.6", "tdi", "comfortline", "cam", "tavan"]);
    expect(hasWords(listing, wordsOf("TDİ 1,6"))).toBe(true);
    expect(hasWords(listing, wordsOf("sunroof"))).toBe(true);
    expect(hasWords(listing, wordsOf("tdi highline"))).toBe(false);
    expect(hasWords(listing, [])).toBe(true);
  });
});
