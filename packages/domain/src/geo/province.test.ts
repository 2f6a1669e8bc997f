import { describe, expect, it } from "vitest";
import { distanceKm, districtsOf, findDistrict, PROVINCES, provinceByCode } from ".";

describe("provinces", () => {
  it("are 81, coded 1..81, with a slug of their own and a centre in Türkiye", () => {
    expect(PROVINCES.map((province) => province.code)).toEqual(
      Array.from({ length: 81 }, (_, index) => index + 1),
    );
    expect(new Set(PROVINCES.map((province) => province.slug)).size).toBe(81);
    for (const province of PROVINCES) {
      expect(province.lat).toBeGreaterThan(35.8);
      expect(province.lat).toBeLessThan(42.2);
      expect(province.lng).toBeGreaterThan(25.6);
      expect(province.lng).toBeLessThan(45);
    }
  });

  it("hold all 973 districts, none twice", () => {
    const counts = PROVINCES.map((province) => districtsOf(province.code).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(973);
    for (const province of PROVINCES) {
      const names = districtsOf(province.code);
      expect(new Set(names).size, province.name).toBe(names.length);
      expect(names.every((name) => name.trim() === name && name !== "")).toBe(true);
    }
    expect(districtsOf(34)).toHaveLength(39);
    expect(districtsOf(99)).toEqual([]);
  });

  it("find a district in any spelling", () => {
    expect(findDistrict(34, "KADIKOY")).toBe("Kadıköy");
    expect(findDistrict(35, "Kadıköy")).toBeUndefined();
  });

  it("know how far they lie apart", () => {
    const istanbul = provinceByCode(34);
    const ankara = provinceByCode(6);
    if (!istanbul || !ankara) throw new Error("missing province");
    expect(distanceKm(istanbul, ankara)).toBeGreaterThan(330);
    expect(distanceKm(istanbul, ankara)).toBeLessThan(370);
    expect(distanceKm(ankara, ankara)).toBe(0);
  });
});
