import { randomUUID } from "node:crypto";
import type { MarketplaceFilters } from "@oto/domain";
import { DomainError, SORTS } from "@oto/domain";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { idOf, listing } from "./listing.fixture";
import type { ListingDocument, SearchIndex, SearchRequest } from "./search-index.port";
import { FACETS } from "./search-index.port";

const SETTLED = { timeout: 10_000, interval: 20 };

/** The rules that every search index keeps. */
export function searchIndexContract(name: string, open: () => Promise<SearchIndex>): void {
  describe(`search index: ${name}`, () => {
    let index: SearchIndex;

    /** Adds documents and waits until they are findable. */
    async function given(...documents: ListingDocument[]): Promise<void> {
      await index.upsert(documents);
      await vi.waitFor(async () => expect(await index.count()).toBe(documents.length), SETTLED);
    }

    async function titles(request: Partial<SearchRequest>): Promise<string[]> {
      const { items } = await index.search({ limit: 100, ...request });
      return items.map(({ title }) => title).sort();
    }

    beforeEach(async () => {
      index = await open();
      await index.clear();
      await vi.waitFor(async () => expect(await index.count()).toBe(0), SETTLED);
    });

    it("gives back whole documents, by search and by id", async () => {
      const [one, two] = [listing(), listing({ modelId: null, modelName: null, cover: null })];
      await given(one, two);
      const { items, total, totalIsExact } = await index.search({ limit: 10 });
      expect(items).toHaveLength(2);
      expect(items).toEqual(expect.arrayContaining([one, two]));
      expect({ total, totalIsExact }).toEqual({ total: 2, totalIsExact: true });
      expect(await index.get([two.vehicleId, randomUUID(), one.vehicleId])).toEqual([two, one]);
    });

    describe("versions", () => {
      it("never goes back to an older version, in one call or many", async () => {
        const old = listing({ version: 4, title: "old" });
        const middle = { ...old, version: 5, title: "middle" };
        const latest = { ...old, version: 6, title: "latest" };
        await given(latest);
        await index.upsert([old, middle, old]);
        await index.upsert([middle]);
        expect((await index.get([old.vehicleId]))[0]?.title).toBe("latest");
        await index.upsert([{ ...latest, title: "same version, rebuilt" }]);
        await vi.waitFor(async () => {
          expect((await index.get([old.vehicleId]))[0]?.title).toBe("same version, rebuilt");
        }, SETTLED);
      });

      it("keeps out what was removed, until a newer version comes", async () => {
        const doc = listing({ version: 4 });
        const { vehicleId } = doc;
        await given(doc);
        await index.remove([{ vehicleId, version: 3 }]);
        expect(await index.count()).toBe(1);
        await index.remove([{ vehicleId, version: 5 }]);
        await vi.waitFor(async () => expect(await index.count()).toBe(0), SETTLED);
        await index.upsert([doc]);
        expect(await index.get([vehicleId])).toEqual([]);
        await index.upsert([{ ...doc, version: 6 }]);
        await vi.waitFor(async () => expect(await index.count()).toBe(1), SETTLED);
      });

      it("keeps out what it has never seen but was told is gone", async () => {
        const doc = listing({ version: 4 });
        await index.remove([{ vehicleId: doc.vehicleId, version: 5 }]);
        await index.upsert([doc]);
        expect(await index.count()).toBe(0);
      });

      it("lists versions by id for reconciliation", async () => {
        const docs = [listing({ version: 3 }), listing({ version: 7 }), listing()];
        await given(...docs);
        const first = await index.versions({ limit: 2 });
        const rest = await index.versions({ limit: 2, afterId: first[1]?.vehicleId ?? "" });
        const expected = docs
          .map(({ vehicleId, version }) => ({ vehicleId, version }))
          .sort((a, b) => (a.vehicleId < b.vehicleId ? -1 : 1));
        expect([...first, ...rest]).toEqual(expected);
      });
    });

    describe("words", () => {
      const passat = listing({ title: "passat" });
      const c180 = listing({
        title: "c180",
        makeName: "Mercedes-Benz",
        seriesName: "C Serisi",
        modelName: "C 180",
        trimName: "AMG",
        fuel: "GASOLINE",
        district: "Kadıköy",
        provinceCode: 34,
        galleryName: "Öz Şimşek Motors",
        engineCc: 1_595,
        features: ["ABS"],
      });
      const bmw = listing({
        title: "320d",
        makeName: "BMW",
        seriesName: "3 Serisi",
        modelName: "320d",
        trimName: "M Sport",
        engineCc: 1_995,
      });
      const chr = listing({
        title: "chr",
        makeName: "Toyota",
        seriesName: "C-HR",
        modelName: "1.8 Hybrid",
        trimName: "Passion",
        fuel: "HYBRID",
        bodyType: "SUV",
        engineCc: 1_798,
        provinceCode: 35,
        district: "Bornova",
      });
      const i20 = listing({
        title: "i20",
        makeName: "Hyundai",
        seriesName: "i20",
        modelName: "1.4 MPI",
        trimName: "Jump",
        fuel: "LPG",
        bodyType: "HATCHBACK",
        engineCc: 1_368,
      });

      beforeEach(() => given(passat, c180, bmw, chr, i20));

      it.each([
        ["passat", ["passat"]],
        ["PASSAT", ["passat"]],
        ["vw", ["passat"]],
        ["wolksvagen passat", ["passat"]],
        ["pasat", ["passat"]],
        ["passta", ["passat"]],
        ["pasaat comfortlin", ["passat"]],
        ["comfrtlıne", ["passat"]],
        ["pas", ["chr", "passat"]],
        ["mercedes", ["c180"]],
        ["mersedes c180", ["c180"]],
        ["benz c 180", ["c180"]],
        ["öz şimşek", ["c180"]],
        ["OZ SIMSEK", ["c180"]],
        ["kadıköy", ["c180"]],
        ["KADIKOY", ["c180"]],
        ["izmir", ["chr"]],
        ["320d", ["320d"]],
        ["320 d", ["320d"]],
        ["bmv", ["320d"]],
        ["c-hr", ["chr"]],
        ["chr", ["chr"]],
        ["c hr", ["chr"]],
        ["i 20", ["i20"]],
        ["i20", ["i20"]],
        ["hundai", ["i20"]],
        ["1.6 tdi", ["passat"]],
        ["1,6 tdi", ["passat"]],
        ["toyota hibrit", ["chr"]],
        ["sunroof", ["320d", "chr", "i20", "passat"]],
        ["passat mercedes", []],
        ["321d", []],
        ["zzzzzz", []],
        ["   ", ["320d", "c180", "chr", "i20", "passat"]],
        ["'); DROP TABLE search_listing; --", []],
        ["a & b | !c <-> (d", []],
      ])("finds %j", async (q, expected) => {
        expect(await titles({ q })).toEqual(expected);
      });

      it("ranks a match in the name above one in the equipment", async () => {
        const odd = listing({
          title: "odd",
          seriesName: "Golf",
          modelName: "1.0 TSI",
          trimName: "Life",
          galleryName: "Passat Dünyası",
          publishedAt: "2026-07-09T10:00:00.000Z",
        });
        await index.upsert([odd]);
        await vi.waitFor(async () => {
          const { items } = await index.search({ q: "passat", sort: "relevance", limit: 10 });
          expect(items.map(({ title }) => title)).toEqual(["passat", "odd"]);
        }, SETTLED);
      });

      it("suggests makes and series while typing", async () => {
        const texts = async (q: string) => (await index.suggest({ q })).map(({ text }) => text);
        expect(await texts("merc")).toEqual(["Mercedes-Benz", "Mercedes-Benz C Serisi"]);
        expect(await texts("pas")).toEqual(
          expect.arrayContaining(["Volkswagen Passat", "Toyota C-HR"]),
        );
        expect(await texts("pasat")).toEqual(["Volkswagen Passat"]);
        expect(await texts("kadıköy")).toEqual([]);
        expect(await texts("")).toEqual([]);
        expect((await index.suggest({ q: "bm" }))[0]).toMatchObject({
          kind: "make",
          makeId: bmw.makeId,
          count: 1,
        });
      });
    });

    describe("filters", () => {
      const base = listing({ title: "base" });
      const other = listing({
        title: "other",
        makeName: "Fiat",
        seriesName: "Egea",
        modelName: "1.4 Fire",
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

      beforeEach(() => given(base, other, euro, dollar));

      const table: [MarketplaceFilters, string[]][] = [
        [{}, ["base", "dollar", "euro", "other"]],
        [{ makeIds: [other.makeId] }, ["other"]],
        [{ makeIds: [] }, ["base", "dollar", "euro", "other"]],
        [{ makeIds: [randomUUID()] }, []],
        [{ seriesIds: [other.seriesId], makeIds: [base.makeId] }, []],
        [{ modelIds: [other.modelId ?? ""] }, ["other"]],
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
        expect(await titles({ filters })).toEqual(expected);
      });

      it("shows the public only what is public, and galleries not their own", async () => {
        expect(await titles({ publicOnly: true })).toEqual(["base", "dollar", "euro"]);
        expect(await titles({ excludeGalleryId: idOf("gallery two") })).toEqual([
          "base",
          "dollar",
          "euro",
        ]);
        expect(await index.suggest({ q: "fiat", publicOnly: true })).toEqual([]);
      });
    });

    describe("pages", () => {
      const docs = Array.from({ length: 47 }, (_, at) =>
        listing({
          modelYear: 2010 + (at % 4),
          mileageKm: (at % 5) * 10_000,
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
      };

      beforeEach(() => given(...docs));

      it.each(SORTS)("walks all pages by %s, each listing once, in order", async (sort) => {
        const seen: ListingDocument[] = [];
        let cursor: string | null = null;
        let pages = 0;
        do {
          const page = await index.search({ q: "passat", sort, limit: 10, cursor });
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

      it("ends exactly at the last full page", async () => {
        expect((await index.search({ limit: 47 })).nextCursor).toBeNull();
        expect((await index.search({ limit: 46 })).nextCursor).not.toBeNull();
      });

      it("refuses a cursor that it did not give out for this sort", async () => {
        const { nextCursor } = await index.search({ limit: 5, sort: "newest" });
        for (const cursor of ["x", "", nextCursor ?? "", "bnVsbA", "WyJrbV9hc2MiLCJ4IiwieSJd"]) {
          if (cursor === "") continue;
          await expect(index.search({ limit: 5, sort: "km_asc", cursor })).rejects.toThrow(
            DomainError,
          );
        }
      });
    });

    describe("facets", () => {
      beforeEach(() =>
        given(
          listing(),
          listing({ fuel: "GASOLINE", seriesName: "Golf", mileageKm: 0 }),
          listing({ fuel: "GASOLINE", seriesName: "Golf", color: "RED", modelYear: 2020 }),
          listing({ makeName: "Fiat", seriesName: "Egea", provinceCode: 34, drivetrain: null }),
        ),
      );

      it("counts everything asked for", async () => {
        const { facets, facetsAreExact, total } = await index.search({ limit: 1, facets: FACETS });
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
        const { facets, total } = await index.search({
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
        const { facets, total } = await index.search({
          q: "zzzzz",
          limit: 1,
          facets: ["make", "km"],
        });
        expect({ facets, total }).toEqual({ facets: { make: [], km: [] }, total: 0 });
      });
    });
  });
}
