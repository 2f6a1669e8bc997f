import { newId } from "@oto/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import { transitionVehicle } from "../inventory";
import { acceptOffer, createOffer } from "../offer";
import { addRecentSearch } from "../search";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createGallery,
  createPublicContext,
  createSeries,
  createTestPlatform,
  createVehicle,
  TEST_PRICE,
} from "../testing";
import {
  compareListings,
  getListing,
  getPublicListing,
  indexGallery,
  indexVehicles,
  pricePosition,
  reindexAll,
  repairSearchDrift,
  searchInput,
  searchMarketplace,
  searchProvinces,
  searchPublic,
  similarListings,
  suggest,
} from "./index";

const REASON = "tests look at both sides";
let test: TestPlatform;
let platform: Platform;
let seller: DealerContext;
let buyer: DealerContext;

beforeAll(async () => {
  test = await createTestPlatform();
  platform = test.platform;
  [seller, buyer] = await Promise.all([
    createDealerContext(platform),
    createDealerContext(platform),
  ]);
});

afterAll(() => test.close());

const system = () => platform.database.unsafeSystem(REASON);
const find = async (ctx: DealerContext, input: object) =>
  searchMarketplace(ctx, searchInput.parse(input));
const idsOf = ({ items }: { items: { vehicleId: string }[] }) =>
  items.map(({ vehicleId }) => vehicleId);

/** A gallery's whole findable stock, as the other dealers find it. */
const stockOf = async (galleryId: string) =>
  idsOf(await find(buyer, { filters: { galleryId }, limit: 100 }));

async function publish(overrides = {}, galleryId = seller.gallery.id): Promise<string> {
  const { vehicleId } = await createVehicle(platform, galleryId, overrides);
  await indexVehicles(platform, [vehicleId]);
  return vehicleId;
}

describe("search", () => {
  it('finds "passat dizel 2019" by understanding it, and explicit filters win', async () => {
    const vehicleId = await publish();
    const golf = await createSeries(platform, { series: "Golf" });
    await publish({ ...golf, title: "2019 Volkswagen Golf", modelYear: 2019 });
    await publish({ modelYear: 2015, title: "2015 Volkswagen Passat" });
    await platform.adapters.cache.invalidateTags(["catalog"]);
    const found = await find(buyer, { q: "passat dizel 2019" });
    expect(idsOf(found)).toEqual([vehicleId]);
    expect(found.understood.map(({ key }) => key).sort()).toEqual(["fuel", "series", "year"]);
    expect(found).toMatchObject({ total: 1, totalIsExact: true, rest: "", nextCursor: null });
    expect(found.items[0]).toMatchObject({
      price: { amount: TEST_PRICE, currency: "TRY" },
      flawless: true,
      province: { code: 34, name: "İstanbul" },
      own: false,
    });
    expect(found.facets.fuel).toEqual([{ value: "DIESEL", label: "Dizel", count: 1 }]);
    expect(found.facets.series.map(({ label }) => label)).toContain("Passat");
    const older = await find(buyer, { q: "passat dizel 2019", filters: { yearMax: 2016 } });
    expect(older.items.map(({ modelYear }) => modelYear)).toEqual([2015]);
    const mine = await find(seller, { q: "passat dizel 2019" });
    expect(mine.items[0]?.own).toBe(true);
    expect((await find(buyer, { q: "pasat 2019" })).items).toHaveLength(1);
    const { items } = await suggest(buyer, { q: "pas", limit: 8 });
    // Only what is being typed is completed.
    expect((await suggest(buyer, { q: "dizel otomatik pas", limit: 8 })).items).toEqual(items);
    expect(items.map(({ text }) => text)).toContain("Volkswagen Passat");
  });

  it("never shows what is not published, or stock of a gallery that may not trade", async () => {
    const hidden = await Promise.all(
      (["DRAFT", "IN_REVIEW", "PAUSED", "SOLD", "ARCHIVED"] as const).map((status) =>
        publish({ status }),
      ),
    );
    const suspended = await createGallery(platform, { status: "SUSPENDED" });
    hidden.push(await publish({}, suspended.id));
    const everything = idsOf(await find(buyer, { limit: 100 }));
    for (const vehicleId of hidden) {
      expect(everything).not.toContain(vehicleId);
      await expect(getListing(buyer, { vehicleId })).rejects.toThrow("marketplace.not_found");
      await expect(pricePosition(buyer, { vehicleId })).rejects.toThrow("marketplace.not_found");
    }
    await expect(getListing(buyer, { vehicleId: newId() })).rejects.toThrow(
      "marketplace.not_found",
    );
  });

  it("shows the public only what galleries want it to see", async () => {
    const discreet = await createGallery(platform, { publicListing: false });
    const vehicleId = await publish({}, discreet.id);
    const nobody = createPublicContext(platform);
    const filters = { galleryId: discreet.id };
    const found = await searchPublic(nobody, searchInput.parse({ filters }));
    expect(found).toMatchObject({ items: [], total: 0 });
    await expect(getPublicListing(nobody, { vehicleId })).rejects.toThrow("marketplace.not_found");
    expect(await stockOf(discreet.id)).toEqual([vehicleId]);
    await system().write((tx) =>
      tx.gallery.update({
        where: { id: discreet.id },
        data: { publicListing: true },
        select: { id: true },
      }),
    );
    await indexGallery(platform, discreet.id);
    expect(idsOf(await searchPublic(nobody, searchInput.parse({ filters })))).toEqual([vehicleId]);
    expect(await getPublicListing(nobody, { vehicleId })).toMatchObject({ vehicleId, own: false });
  });
});

describe("a listing", () => {
  it("tells everything a buyer needs and nothing private", async () => {
    const vehicleId = await publish({
      vin: "WVWZZZ3CZKE012345",
      plate: "34KNT034",
      lowestPriceAmount: 91_111_111n,
      costAmount: 82_222_222n,
      internalNotes: "acil satılacak",
      damageRecord: { status: "NONE", events: [] },
    });
    for (const view of [
      await getListing(buyer, { vehicleId }),
      await getPublicListing(createPublicContext(platform), { vehicleId }),
      (await find(buyer, { q: "passat" })).items,
    ]) {
      const text = JSON.stringify(view);
      for (const secret of ["WVWZZZ3CZKE", "34KNT034", "91111111", "82222222", "acil"]) {
        expect(text).not.toContain(secret);
      }
    }
    expect(await getListing(buyer, { vehicleId })).toMatchObject({
      status: "PUBLISHED",
      vinLast6: "012345",
      panelSummary: { stated: 13, flawless: true },
      damageRecord: { status: "NONE" },
      seller: { id: seller.gallery.id, province: { code: 34 } },
      priceHistory: [{ price: { amount: TEST_PRICE, currency: "TRY" } }],
      myOffer: null,
    });
  });

  it("leaves the market with its reservation, except for the buyer", async () => {
    const vehicleId = await publish();
    const amount = { amount: TEST_PRICE, currency: "TRY" as const };
    const { offerId } = await createOffer(buyer, { vehicleId, amount });
    expect(await getListing(buyer, { vehicleId })).toMatchObject({ myOffer: { offerId } });
    await acceptOffer(seller, { offerId, round: 1 });
    await indexVehicles(platform, [vehicleId]);
    expect(idsOf(await find(buyer, { limit: 100 }))).not.toContain(vehicleId);
    const stranger = await createDealerContext(platform);
    await expect(getListing(stranger, { vehicleId })).rejects.toThrow("marketplace.not_found");
    expect(await getListing(buyer, { vehicleId })).toMatchObject({
      status: "RESERVED",
      reservationId: expect.any(String),
    });
  });

  it("knows similar vehicles and where its price stands, from eight like ones on", async () => {
    const fiat = await createSeries(platform, { make: "Fiat", series: "Egea" });
    const vehicles: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      vehicles.push(await publish({ ...fiat, priceAmount: BigInt(70_000_000 + step * 1_000_000) }));
    }
    const [first = "", last = ""] = [vehicles.at(0), vehicles.at(-1)];
    expect(await pricePosition(buyer, { vehicleId: first })).toMatchObject({
      available: true,
      sampleSize: 8,
      verdict: "BELOW",
      percentile: 0,
    });
    const { items } = await similarListings(buyer, { vehicleId: last, limit: 4 });
    expect(items).toHaveLength(4);
    expect(
      items.every(({ series, vehicleId }) => series.id === fiat.seriesId && vehicleId !== last),
    ).toBe(true);
    await system().write((tx) =>
      transitionVehicle(tx, {
        vehicleId: last,
        action: "unpublish",
        actorId: null,
        now: platform.now(),
      }),
    );
    expect(await pricePosition(buyer, { vehicleId: first })).toEqual({
      available: false,
      sampleSize: 7,
    });
  });
});

describe("the index", () => {
  it("follows a gallery's suspension, also when a vehicle is indexed at the same moment", async () => {
    const other = await createGallery(platform);
    const vehicles = await Promise.all([1, 2, 3].map(() => publish({}, other.id)));
    for (let turn = 0; turn < 10; turn += 1) {
      const status = turn % 2 === 0 ? "SUSPENDED" : "APPROVED";
      await Promise.all([
        indexVehicles(platform, vehicles),
        system()
          .write((tx) =>
            tx.gallery.update({
              where: { id: other.id },
              data: { status, statusReason: "Deneme" },
              select: { id: true },
            }),
          )
          .then(() => indexGallery(platform, other.id)),
        indexVehicles(platform, vehicles.toReversed()),
      ]);
      expect((await stockOf(other.id)).length).toBe(status === "APPROVED" ? 3 : 0);
    }
  });

  it("is mended when it has drifted, and built anew from nothing", async () => {
    const other = await createGallery(platform);
    const kept = await publish({}, other.id);
    const lost = await publish({}, other.id);
    const stale = await publish({ status: "PAUSED" }, other.id);
    await repairSearchDrift(platform);
    const index = platform.adapters.searchIndex;
    await index.remove([{ vehicleId: lost, version: 1 }]);
    const [document] = await index.get([kept]);
    if (!document) throw new Error("the document was expected");
    const ghost = newId();
    await index.upsert([
      { ...document, vehicleId: stale },
      { ...document, vehicleId: ghost },
    ]);
    expect(await repairSearchDrift(platform)).toBe(3);
    expect((await stockOf(other.id)).sort()).toEqual([kept, lost].sort());
    expect(await repairSearchDrift(platform)).toBe(0);
    await index.clear();
    const steps: number[] = [];
    const total = await reindexAll(platform, {
      onProgress: ({ done }) => steps.push(done),
    });
    expect(await index.count()).toBe(total);
    expect(steps.at(-1)).toBe(total);
  });
});

describe("what a market offers beside its list", () => {
  it("compares what is there, names what is gone, and counts every province for the map", async () => {
    const [one, two] = [await publish(), await publish()];
    const { vehicleId: draft } = await createVehicle(platform, seller.gallery.id, {
      status: "DRAFT",
    });
    const compared = await compareListings(buyer, { vehicleIds: [two, draft, one] });
    expect(idsOf(compared)).toEqual([two, one]);
    expect(compared.missing).toEqual([draft]);
    const filters = { galleryId: seller.gallery.id, provinceCodes: [6] };
    const { items, total } = await searchProvinces(buyer, { filters });
    expect(items).toHaveLength(81);
    expect(items.find(({ code }) => code === 34)?.count).toBe(total);
    expect(total).toBeGreaterThan(1);
  });

  it("suggests galleries by any part of their name, and a person's own searches", async () => {
    const { id } = await createGallery(platform, { name: "Çınaraltı Otomotiv" });
    const { galleries } = await suggest(buyer, { q: "cinar", limit: 8 });
    expect(galleries.map(({ galleryId }) => galleryId)).toEqual([id]);
    await addRecentSearch(buyer, { q: "Passat hatasız" });
    expect((await suggest(buyer, { q: "pass", limit: 8 })).recent).toEqual(["Passat hatasız"]);
    expect((await suggest(seller, { q: "pass", limit: 8 })).recent).toEqual([]);
  });
});
