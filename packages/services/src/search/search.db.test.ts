import { newId } from "@oto/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import {
  addFavorite,
  favoriteListInput,
  listFavoriteIds,
  listFavorites,
  removeFavorite,
  tellPriceDrop,
} from "../favorite";
import { indexVehicles } from "../marketplace";
import type { TestPlatform } from "../testing";
import { createDealerContext, createSeries, createTestPlatform, createVehicle } from "../testing";
import {
  addRecentSearch,
  createSavedSearch,
  listSavedSearches,
  listSavedSearchMatches,
  markSavedSearchSeen,
  matchSavedSearches,
  removeRecentSearch,
  removeSavedSearch,
  savedSearchCreateInput,
  savedSearchMatchesInput,
  tellSavedSearchMatches,
  updateSavedSearch,
} from ".";

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
  await createSeries(platform);
});
afterAll(() => test.close());

const system = () => platform.database.unsafeSystem(REASON);
const save = (input: object, ctx = buyer) =>
  createSavedSearch(ctx, savedSearchCreateInput.parse(input));
const matchesOf = (savedSearchId: string) =>
  listSavedSearchMatches(buyer, savedSearchMatchesInput.parse({ savedSearchId }));

async function publish(overrides = {}, galleryId = seller.gallery.id): Promise<string> {
  const { vehicleId } = await createVehicle(platform, galleryId, overrides);
  await indexVehicles(platform, [vehicleId]);
  return vehicleId;
}

const payloadOf = (vehicleId: string) => ({ vehicleId, galleryId: seller.gallery.id, version: 1 });
const published = (vehicleId: string) =>
  system().write((tx) =>
    matchSavedSearches(platform, tx, {
      name: "vehicle.published",
      version: 1,
      payload: payloadOf(vehicleId),
    }),
  );
const priceEvent = (vehicleId: string, fromAmount: number, toAmount: number) => ({
  name: "vehicle.price_changed" as const,
  version: 1,
  eventId: newId(),
  payload: { ...payloadOf(vehicleId), fromAmount, toAmount, currency: "TRY" as const },
});
const noticesOf = (userId: string, type: string) =>
  system().read((tx) =>
    tx.notification.findMany({ where: { userId, type }, select: { params: true, href: true } }),
  );

describe("saved searches", () => {
  it("find what is published, by words that were understood and words that were not, once", async () => {
    const saved = await save({ q: "passat dizel comfortline", filters: { yearMin: 2018 } });
    expect(saved).toMatchObject({ newMatches: 0, alert: "INSTANT" });
    expect(saved.name).toContain("Passat");
    const other = await save({ q: "passat dizel highline" });
    test.clock.advance(1);
    const vehicleId = await publish();
    expect(await published(vehicleId)).toBe(1);
    expect(await published(vehicleId)).toBe(0);
    const { items } = await matchesOf(saved.savedSearchId);
    expect(items).toMatchObject([{ vehicleId, reason: "PUBLISHED", card: { vehicleId } }]);
    expect((await matchesOf(other.savedSearchId)).items).toEqual([]);
    const { items: list } = await listSavedSearches(buyer);
    expect(list.find((each) => each.savedSearchId === saved.savedSearchId)?.newMatches).toBe(1);
    test.clock.advance(1);
    expect((await markSavedSearchSeen(buyer, saved)).newMatches).toBe(0);
    await tellSavedSearchMatches(platform);
    await tellSavedSearchMatches(platform);
    expect(await noticesOf(buyer.identity.userId, "search.match")).toMatchObject([
      { params: { vehicleId, name: saved.name }, href: `/pazar/${vehicleId}` },
    ]);
    await removeSavedSearch(buyer, saved);
    await removeSavedSearch(buyer, other);
  });

  it("find what becomes cheap enough, and nothing that became dearer", async () => {
    const saved = await save({ filters: { priceMax: 90_000_000 } });
    const vehicleId = await publish();
    expect(await published(vehicleId)).toBe(0);
    await system().write((tx) =>
      tx.vehicle.update({
        where: { id: vehicleId },
        data: { priceAmount: 85_000_000n },
        select: { id: true },
      }),
    );
    const match = (from: number, to: number) =>
      system().write((tx) => matchSavedSearches(platform, tx, priceEvent(vehicleId, from, to)));
    expect(await match(80_000_000, 85_000_000)).toBe(0);
    expect(await match(100_000_000, 85_000_000)).toBe(1);
    expect((await matchesOf(saved.savedSearchId)).items).toMatchObject([{ reason: "PRICE_DROP" }]);
    await removeSavedSearch(buyer, saved);
  });

  it("are told once a day where that was chosen, and never after they were switched off", async () => {
    const [daily, off] = [await save({ alert: "DAILY" }), await save({ q: "passat" })];
    await updateSavedSearch(buyer, { savedSearchId: off.savedSearchId, alert: "OFF" });
    for (let count = 0; count < 3; count += 1) await published(await publish());
    const told = () => noticesOf(buyer.identity.userId, "search.digest");
    await tellSavedSearchMatches(platform);
    expect(await told()).toEqual([]);
    test.clock.advance(86_400_000);
    await tellSavedSearchMatches(platform);
    await tellSavedSearchMatches(platform);
    expect(await told()).toMatchObject([{ params: { name: daily.name, count: 3 } }]);
    expect((await matchesOf(off.savedSearchId)).items).toEqual([]);
    await removeSavedSearch(buyer, daily);
    await removeSavedSearch(buyer, off);
  });

  it("leave out the own stock, and belong to their owner alone", async () => {
    const own = await save({}, seller);
    expect(await published(await publish())).toBe(0);
    for (const refused of [
      () => updateSavedSearch(buyer, { savedSearchId: own.savedSearchId, alert: "OFF" }),
      () => removeSavedSearch(buyer, own),
      () => matchesOf(own.savedSearchId),
    ]) {
      await expect(refused()).rejects.toThrow("search.not_found");
    }
    await removeSavedSearch(seller, own);
  });

  it("are found within a second among a hundred thousand", { timeout: 180_000 }, async () => {
    const { pool } = platform.database;
    const { seriesId } = await createSeries(platform);
    await pool.query(
      `with saved as (
         insert into saved_search (id, user_id, gallery_id, name, filters, match_filters, words, alert, updated_at)
         select gen_random_uuid(), $1, $2, 'n' || n, '{}',
           jsonb_build_object('seriesIds', jsonb_build_array(
             case when n % 1000 = 0 then $3::uuid else gen_random_uuid() end), 'yearMin', 2010 + n / 1000 % 20),
           '{}', 'INSTANT', now()
         from generate_series(1, 100000) as n returning id, gallery_id, match_filters)
       insert into saved_search_key (key, saved_search_id, gallery_id, year_min)
       select 'series:' || (match_filters->'seriesIds'->>0), id, gallery_id, (match_filters->>'yearMin')::int
       from saved`,
      [buyer.identity.userId, buyer.gallery.id, seriesId],
    );
    const vehicleId = await publish();
    const started = performance.now();
    // Every thousandth of them asks for the series, half of those for a year that it is of.
    expect(await published(vehicleId)).toBe(50);
    expect(performance.now() - started).toBeLessThan(1_000);
    await pool.query("delete from saved_search where user_id = $1", [buyer.identity.userId]);
  });
});

describe("favourites", () => {
  it("are followed once, listed with the price of then, and told when they get cheaper", async () => {
    const vehicleId = await publish();
    await addFavorite(buyer, { vehicleId });
    await addFavorite(buyer, { vehicleId });
    expect((await listFavoriteIds(buyer)).items).toEqual([vehicleId]);
    const list = await listFavorites(buyer, favoriteListInput.parse({}));
    expect(list.items).toMatchObject([
      { vehicleId, priceThen: { amount: 100_000_000 }, card: { vehicleId } },
    ]);
    const tell = (from: number, to: number) =>
      system().write((tx) => tellPriceDrop(platform, tx, priceEvent(vehicleId, from, to)));
    await tell(90_000_000, 100_000_000);
    await tell(110_000_000, 100_000_000);
    const told = await noticesOf(buyer.identity.userId, "favorite.price_dropped");
    expect(told).toMatchObject([{ params: { previousAmount: { amount: 110_000_000 } } }]);
    await removeFavorite(buyer, { vehicleId });
    expect((await listFavoriteIds(buyer)).items).toEqual([]);
  });

  it("are vehicles of the market only", async () => {
    const { vehicleId } = await createVehicle(platform, seller.gallery.id, { status: "DRAFT" });
    await expect(addFavorite(buyer, { vehicleId })).rejects.toThrow("marketplace.not_found");
  });
});

it("remembers the latest searches of a person, each once", async () => {
  for (let n = 0; n < 25; n += 1) {
    test.clock.advance(1);
    await addRecentSearch(buyer, { q: `golf ${n}` });
  }
  test.clock.advance(1);
  const { items } = await addRecentSearch(buyer, { q: "GOLF  24" });
  expect(items).toHaveLength(20);
  expect(items[0]?.q).toBe("GOLF  24");
  expect(items[1]?.q).toBe("golf 23");
  const left = await removeRecentSearch(buyer, { q: "golf  24" });
  expect(left.items).toHaveLength(19);
  expect(left.items[0]?.q).toBe("golf 23");
  expect((await removeRecentSearch(buyer, { q: "golf 24" })).items).toHaveLength(19);
});
