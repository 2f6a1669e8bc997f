import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { ContractSubject } from "./contract/contract-subject";
import { facetsContract } from "./contract/facets.contract";
import { filtersContract } from "./contract/filters.contract";
import { pagesContract } from "./contract/pages.contract";
import { versionsContract } from "./contract/versions.contract";
import { wordsContract } from "./contract/words.contract";
import { listing } from "./listing.fixture";
import type { SearchIndex } from "./search-index.port";

/** The rules that every search index keeps. */
export function searchIndexContract(name: string, open: () => Promise<SearchIndex>): void {
  describe(`search index: ${name}`, () => {
    const subject = new ContractSubject();

    beforeEach(async () => {
      await subject.use(await open());
    });

    it("gives back whole documents, by search and by id", async () => {
      const [one, two] = [listing(), listing({ modelId: null, modelName: null, cover: null })];
      await subject.given(one, two);
      const { items, total, totalIsExact } = await subject.index.search({ limit: 10 });
      expect(items).toHaveLength(2);
      expect(items).toEqual(expect.arrayContaining([one, two]));
      expect({ total, totalIsExact }).toEqual({ total: 2, totalIsExact: true });
      const found = await subject.index.get([two.vehicleId, randomUUID(), one.vehicleId]);
      expect(found).toEqual([two, one]);
    });

    it("finds the same after everything was written anew, compared and rebuilt", async () => {
      const [one, two] = [listing({ title: "one" }), listing({ title: "two" })];
      await subject.given(one, two);
      await subject.index.refresh([one, { ...two, version: 2, title: "two, changed" }]);
      expect(await subject.index.reconcile()).toBe(0);
      const steps: number[] = [];
      await subject.index.rebuild({ onProgress: (done) => steps.push(done) });
      expect(steps.every((done) => done === 2)).toBe(true);
      expect(await subject.titles({ q: "passat" })).toEqual(["one", "two, changed"]);
    });

    versionsContract(subject);
    wordsContract(subject);
    filtersContract(subject);
    pagesContract(subject);
    facetsContract(subject);
  });
}
