import { beforeEach, describe, expect, it, vi } from "vitest";
import { listing } from "../listing.fixture";
import type { ContractSubject } from "./contract-subject";
import { SETTLED } from "./contract-subject";

/** What words find. */
export function wordsContract(subject: ContractSubject): void {
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

    beforeEach(() => subject.given(passat, c180, bmw, chr, i20));

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
      expect(await subject.titles({ q })).toEqual(expected);
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
      await subject.index.upsert([odd]);
      await vi.waitFor(async () => {
        const { items } = await subject.index.search({ q: "passat", sort: "relevance", limit: 10 });
        expect(items.map(({ title }) => title)).toEqual(["passat", "odd"]);
      }, SETTLED);
    });

    it("suggests makes and series while typing", async () => {
      const texts = async (q: string) =>
        (await subject.index.suggest({ q })).map(({ text }) => text);
      expect(await texts("merc")).toEqual(["Mercedes-Benz", "Mercedes-Benz C Serisi"]);
      expect(await texts("pas")).toEqual(
        expect.arrayContaining(["Volkswagen Passat", "Toyota C-HR"]),
      );
      expect(await texts("pasat")).toEqual(["Volkswagen Passat"]);
      expect(await texts("kadıköy")).toEqual([]);
      expect(await texts("")).toEqual([]);
      expect((await subject.index.suggest({ q: "bm" }))[0]).toMatchObject({
        kind: "make",
        makeId: bmw.makeId,
        count: 1,
      });
    });
  });
}
