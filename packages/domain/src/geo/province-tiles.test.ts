import { describe, expect, it } from "vitest";
import { PROVINCES, provinceByCode } from "./province";
import { PROVINCE_TILES } from "./province-tiles";

describe("the map of tiles", () => {
  it("has every province once, on a place of its own", () => {
    const codes = PROVINCE_TILES.map(({ code }) => code).toSorted((a, b) => a - b);
    expect(codes).toEqual(PROVINCES.map(({ code }) => code));
    const places = new Set(PROVINCE_TILES.map(({ column, row }) => `${column}/${row}`));
    expect(places.size).toBe(PROVINCES.length);
  });

  it("keeps the points of the compass", () => {
    for (const a of PROVINCE_TILES) {
      for (const b of PROVINCE_TILES) {
        const [here, there] = [provinceByCode(a.code), provinceByCode(b.code)];
        // Four columns on lies further east, four rows on further south.
        if (here && there && b.column - a.column >= 4) expect(there.lng).toBeGreaterThan(here.lng);
        if (here && there && b.row - a.row >= 4) expect(there.lat).toBeLessThan(here.lat);
      }
    }
  });
});
