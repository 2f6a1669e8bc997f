import { beforeEach, describe, expect, it } from "vitest";
import { idOf, listing } from "../listing.fixture";
import { FACETS } from "../search-index.port";
import type { ContractSubject } from "./contract-subject";

/** Facets and their counts. */
export function facetsContract(subject: ContractSubject): void {
  describe("facets", () => {
    beforeEach(() =>
      subject.given(
        listing(),
        listing({ fuel: "GASOLINE", seriesName: "Golf", trimName: null, mileageKm: 0 }),
        listing({ fuel: "GASOLINE", seriesName: "Golf", color: "RED", modelYear: 2020 }),
        listing({ makeName: "Fiat", seriesName: "Egea", provinceCode: 34, drivetrain: null }),
      ),
    );

    it("counts everything asked for", async () => {
      const { facets, facetsAreExact, total } = await subject.index.search({
        limit: 1,
        facets: FACETS,
      });
      expect({ facetsAreExact, total }).toEqual({ facetsAreExact: true, total: 4 });
      expect(facets.make).toEqual([
        { value: idOf("Volkswagen"), label: "Volkswagen", count: 3 },
        { value: idOf("Fiat"), label: "Fiat", count: 1 },
      ]);
      expect(facets.series?.map(({ label, count }) => [label, count])).toEqual(
        expect.arrayContaining([
          ["Golf", 2],
          ["Passat", 1],
          ["Egea", 1],
        ]),
      );
      expect(facets.trim?.map(({ value, label, count }) => [value, label, count])).toEqual(
        expect.arrayContaining([
          [idOf("Passat Comfortline"), "Comfortline", 1],
          [idOf("Golf Comfortline"), "Comfortline", 1],
        ]),
      );
      expect(facets.fuel?.map(({ value, count }) => [value, count])).toEqual([
        ["DIESEL", 2],
        ["GASOLINE", 2],
      ]);
      expect(facets.drivetrain).toEqual([{ value: "FWD", label: null, count: 3 }]);
      expect(facets.province).toEqual([
        { value: "6", label: "Ankara", count: 3 },
        { value: "34", label: "İstanbul", count: 1 },
      ]);
      expect(facets.year).toEqual([
        { from: 2019, to: 2020, count: 3 },
        { from: 2020, to: 2021, count: 1 },
      ]);
      expect(facets.km).toEqual([
        { from: 0, to: 1, count: 1 },
        { from: 75_000, to: 100_000, count: 3 },
      ]);
      expect(facets.price).toEqual([{ from: 100_000_000, to: 125_000_000, count: 4 }]);
    });

    it("lets each facet ignore its own filter and obey all others", async () => {
      const { facets, total } = await subject.index.search({
        limit: 1,
        facets: ["make", "fuel", "color", "year"],
        filters: { fuels: ["GASOLINE"], yearMin: 2020 },
      });
      expect(total).toBe(1);
      const pairs = (list: readonly { value: string; count: number }[] | undefined) =>
        list?.map(({ value, count }) => [value, count]);
      expect(pairs(facets.fuel)).toEqual([["GASOLINE", 1]]);
      expect(pairs(facets.make)).toEqual([[idOf("Volkswagen"), 1]]);
      expect(pairs(facets.color)).toEqual([["RED", 1]]);
      expect(facets.year).toEqual([
        { from: 2019, to: 2020, count: 1 },
        { from: 2020, to: 2021, count: 1 },
      ]);
      expect(facets.series).toBeUndefined();
    });

    it("is empty where nothing matches", async () => {
      const { facets, total } = await subject.index.search({
        q: "zzzzz",
        limit: 1,
        facets: ["make", "km"],
      });
      expect({ facets, total }).toEqual({ facets: { make: [], km: [] }, total: 0 });
    });
  });
}
