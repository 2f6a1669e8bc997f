import { describe, expect, it, vi } from "vitest";
import { listing } from "../listing.fixture";
import type { ContractSubject } from "./contract-subject";
import { SETTLED } from "./contract-subject";

/** Older states never come back. */
export function versionsContract(subject: ContractSubject): void {
  describe("versions", () => {
    it("never goes back to an older version, in one call or many", async () => {
      const old = listing({ version: 4, title: "old" });
      const middle = { ...old, version: 5, title: "middle" };
      const latest = { ...old, version: 6, title: "latest" };
      await subject.given(latest);
      await subject.index.upsert([old, middle, old]);
      await subject.index.upsert([middle]);
      expect((await subject.index.get([old.vehicleId]))[0]?.title).toBe("latest");
      await subject.index.upsert([{ ...latest, title: "same version, rebuilt" }]);
      await vi.waitFor(async () => {
        expect((await subject.index.get([old.vehicleId]))[0]?.title).toBe("same version, rebuilt");
      }, SETTLED);
    });

    it("keeps out what was removed, until a newer version comes", async () => {
      const doc = listing({ version: 4 });
      const { vehicleId } = doc;
      await subject.given(doc);
      await subject.index.remove([{ vehicleId, version: 3 }]);
      expect(await subject.index.count()).toBe(1);
      await subject.index.remove([{ vehicleId, version: 5 }]);
      await vi.waitFor(async () => expect(await subject.index.count()).toBe(0), SETTLED);
      await subject.index.upsert([doc]);
      expect(await subject.index.get([vehicleId])).toEqual([]);
      await subject.index.upsert([{ ...doc, version: 6 }]);
      await vi.waitFor(async () => expect(await subject.index.count()).toBe(1), SETTLED);
    });

    it("keeps out what it has never seen but was told is gone", async () => {
      const doc = listing({ version: 4 });
      await subject.index.remove([{ vehicleId: doc.vehicleId, version: 5 }]);
      await subject.index.upsert([doc]);
      expect(await subject.index.count()).toBe(0);
    });

    it("is written anew where it differs, and never goes back", async () => {
      const [same, other, late] = [listing(), listing(), listing({ version: 3 })];
      await subject.given(same, other, late);
      const renamed = { ...other, galleryName: "Yeni Otomotiv" };
      await subject.index.refresh([same, renamed, { ...late, version: 2, title: "old" }]);
      const ids = [same, other, late].map(({ vehicleId }) => vehicleId);
      expect(await subject.index.get(ids)).toEqual([same, renamed, late]);
      expect((await subject.index.search({ q: "yeni", limit: 5 })).items).toEqual([renamed]);
    });

    it("lists versions by id for reconciliation", async () => {
      const docs = [listing({ version: 3 }), listing({ version: 7 }), listing()];
      await subject.given(...docs);
      const first = await subject.index.versions({ limit: 2 });
      const rest = await subject.index.versions({ limit: 2, afterId: first[1]?.vehicleId ?? "" });
      const expected = docs
        .map(({ vehicleId, version }) => ({ vehicleId, version }))
        .sort((a, b) => (a.vehicleId < b.vehicleId ? -1 : 1));
      expect([...first, ...rest]).toEqual(expected);
    });
  });
}
