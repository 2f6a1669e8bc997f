import { DomainError, SORTS } from "@oto/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { listing } from "../listing.fixture";
import type { ListingDocument } from "../search-index.port";
import type { ContractSubject } from "./contract-subject";

/** Pages in every order. */
export function pagesContract(subject: ContractSubject): void {
  describe("pages", () => {
    const docs = Array.from({ length: 47 }, (_, at) =>
      listing({
        modelYear: 2010 + (at % 4),
        mileageKm: (at % 5) * 10_000,
        provinceCode: [34, 6, 41, 77, 65][at % 5] ?? 1,
        price: { amount: (at % 7) * 10_000_000 + 50_000_000, currency: "TRY" },
        publishedAt: new Date(Date.UTC(2026, 5, 1 + (at % 6), 10, 0, 0, 123)).toISOString(),
      }),
    );
    const key: Record<string, (doc: ListingDocument) => number> = {
      newest: (doc) => -Date.parse(doc.publishedAt),
      price_asc: (doc) => doc.price.amount,
      price_desc: (doc) => -doc.price.amount,
      km_asc: (doc) => doc.mileageKm,
      year_desc: (doc) => -doc.modelYear,
      // From İstanbul: itself, Yalova, Kocaeli, Ankara, Van; the newest of each first.
      distance: ({ provinceCode, publishedAt }) =>
        [34, 77, 41, 6, 65].indexOf(provinceCode) * 1e13 - Date.parse(publishedAt),
    };

    beforeEach(() => subject.given(...docs));

    it.each(SORTS)("walks all pages by %s, each listing once, in order", async (sort) => {
      const seen: ListingDocument[] = [];
      let cursor: string | null = null;
      let pages = 0;
      do {
        const page = await subject.index.search({ q: "passat", sort, from: 34, limit: 10, cursor });
        expect(page.total).toBe(47);
        seen.push(...page.items);
        cursor = page.nextCursor;
        pages += 1;
      } while (cursor !== null && pages < 20);
      expect(pages).toBe(5);
      expect(new Set(seen.map(({ vehicleId }) => vehicleId)).size).toBe(47);
      const sortKey = key[sort];
      if (sortKey) {
        const keys = seen.map(sortKey);
        expect(keys).toEqual([...keys].sort((a, b) => a - b));
      }
    });

    it("takes the newest first where nobody says from where", async () => {
      const { items } = await subject.index.search({ sort: "distance", limit: 5 });
      const newest = await subject.index.search({ sort: "newest", limit: 5 });
      expect(items).toEqual(newest.items);
    });

    it("ends exactly at the last full page", async () => {
      expect((await subject.index.search({ limit: 47 })).nextCursor).toBeNull();
      expect((await subject.index.search({ limit: 46 })).nextCursor).not.toBeNull();
    });

    it("refuses a cursor that it did not give out for this sort", async () => {
      const { nextCursor } = await subject.index.search({ limit: 5, sort: "newest" });
      for (const cursor of ["x", "", nextCursor ?? "", "bnVsbA", "WyJrbV9hc2MiLCJ4IiwieSJd"]) {
        if (cursor === "") continue;
        await expect(subject.index.search({ limit: 5, sort: "km_asc", cursor })).rejects.toThrow(
          DomainError,
        );
      }
    });
  });
}
