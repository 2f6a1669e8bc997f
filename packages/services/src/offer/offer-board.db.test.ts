import { OFFER_LANES, offerLane } from "@oto/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform, createVehicle, TEST_PRICE } from "../testing";
import {
  acceptOffer,
  compareOffers,
  counterOffer,
  createOffer,
  getOffer,
  listOffers,
  offerBoard,
  offerCounts,
  offerFacets,
  offersByVehicle,
  rejectOffer,
  rejectOffers,
  runningOffers,
  withdrawOffer,
} from "./index";

const HOUR = 3_600_000;
let test: TestPlatform;
let platform: Platform;

beforeAll(async () => {
  test = await createTestPlatform();
  platform = test.platform;
});

afterAll(() => test.close());

const lira = (amount: number) => ({ amount, currency: "TRY" as const });
const system = () => platform.database.unsafeSystem("tests set the scene");
const dealer = () => createDealerContext(platform);
const share = (percent: number) => lira((TEST_PRICE * percent) / 100);

async function carOf(seller: DealerContext, overrides = {}): Promise<string> {
  return (await createVehicle(platform, seller.gallery.id, overrides)).vehicleId;
}

const offer = (buyer: DealerContext, vehicleId: string, more = {}) =>
  createOffer(buyer, { vehicleId, amount: share(95), validForHours: 48, ...more });

const idsOf = (items: readonly { offerId: string }[]) => items.map(({ offerId }) => offerId);
const lanes = (board: Awaited<ReturnType<typeof offerBoard>>) =>
  Object.fromEntries(board.lanes.map(({ lane, items }) => [lane, idsOf(items)]));

describe("the board", () => {
  it("puts every negotiation into the lane of the domain's rule, for both sides", async () => {
    const [seller, a, b, c, d] = await Promise.all([
      dealer(),
      dealer(),
      dealer(),
      dealer(),
      dealer(),
    ]);
    const [one, two] = [await carOf(seller), await carOf(seller)];
    const mine = await offer(a, one);
    const soon = await offer(b, one, { validForHours: 1 });
    const theirs = await offer(c, one);
    await counterOffer(seller, { ...theirs, round: 1, amount: share(98), validForHours: 12 });
    const agreed = await offer(d, two);
    const rival = await offer(a, two);
    await acceptOffer(seller, { offerId: agreed.offerId, round: 1 });
    expect(lanes(await offerBoard(seller, { side: "SELLER", perLane: 20 }))).toEqual({
      SOON: [soon.offerId],
      MINE: [mine.offerId],
      THEIRS: [theirs.offerId],
      AGREED: [agreed.offerId],
      ENDED: [rival.offerId],
    });
    const buyers = await offerBoard(c, { perLane: 20 });
    expect(lanes(buyers).MINE).toEqual([theirs.offerId]);
    expect(buyers.lanes.map(({ lane }) => lane)).toEqual(OFFER_LANES);
    expect(buyers.counts).toMatchObject({ myTurn: 1, unread: 1, endingSoon: 0, outgoingOpen: 1 });
    for (const ctx of [seller, a, b, c, d]) {
      const board = await offerBoard(ctx, { perLane: 20 });
      for (const { items, lane } of board.lanes) {
        for (const card of items) {
          expect(card.lane).toBe(lane);
          expect(offerLane(card, card.side, platform.now())).toBe(lane);
          const { items: listed } = await listOffers(ctx, { lane, limit: 24 });
          expect(idsOf(listed)).toContain(card.offerId);
        }
      }
    }
    test.clock.advance(11 * HOUR);
    expect(lanes(await offerBoard(seller, { perLane: 20 })).SOON).toContain(theirs.offerId);
    expect(await offerCounts(seller)).toMatchObject({
      ...{ endingSoon: 2, incomingOpen: 3, outgoingOpen: 0 },
      incoming: { endingSoon: 2, myTurn: 2 },
      outgoing: { endingSoon: 0, myTurn: 0, unread: 0 },
    });
    test.clock.advance(31 * 24 * HOUR);
    const later = lanes(await offerBoard(seller, { perLane: 20 }));
    expect([later.AGREED, later.ENDED]).toEqual([[], []]);
  });

  it("shows both last words, what was said, and no more than asked for", async () => {
    const [seller, ...buyers] = await Promise.all([dealer(), dealer(), dealer(), dealer()]);
    const vehicleId = await carOf(seller);
    for (const buyer of buyers) await offer(buyer, vehicleId, { message: "Nakit" });
    const { lanes: shown } = await offerBoard(seller, { perLane: 2 });
    const mine = shown.find(({ lane }) => lane === "MINE");
    expect(mine).toMatchObject({ total: 3 });
    expect(mine?.items).toHaveLength(2);
    const first = mine?.items[0];
    expect(first).toMatchObject({
      message: "Nakit",
      lastAmounts: { mine: null, theirs: share(95) },
    });
    await counterOffer(seller, { offerId: first?.offerId ?? "", round: 1, amount: share(99) });
    const { items } = await listOffers(seller, { lane: "THEIRS", limit: 5 });
    expect(items).toMatchObject([
      { message: null, lastAmounts: { mine: share(99), theirs: share(95) } },
    ]);
  });
});

describe("filters", () => {
  it("narrow by words, vehicle, counterpart, share of the asking price and unread marks", async () => {
    const [seller, a, b] = await Promise.all([dealer(), dealer(), dealer()]);
    const golf = await carOf(seller, { title: "2020 Volkswagen Golf Işıltı" });
    const passat = await carOf(seller);
    const onGolf = await offer(a, golf, { amount: share(90) });
    const onPassat = await offer(b, passat, { amount: share(99) });
    const found = async (filters: object) =>
      idsOf((await listOffers(seller, { limit: 24, ...filters })).items).sort();
    const [only, other] = [[onGolf.offerId], [onPassat.offerId]];
    expect(await found({ q: "golf isilti" })).toEqual(only);
    expect(await found({ q: "GOLF deneme" })).toEqual(only);
    expect(await found({ q: "%" })).toEqual([]);
    expect(await found({ vehicleId: passat })).toEqual(other);
    expect(await found({ counterpartId: a.gallery.id })).toEqual(only);
    expect(await found({ maxPercent: 90 })).toEqual(only);
    expect(await found({ minPercent: 91 })).toEqual(other);
    expect(await found({ minPercent: 90, maxPercent: 99 })).toHaveLength(2);
    await getOffer(seller, onGolf);
    expect(await found({ unread: true })).toEqual(other);
    const board = await offerBoard(seller, { perLane: 5, q: "golf" });
    expect(lanes(board).MINE).toEqual(only);
    const { counterparts, vehicles } = await offerFacets(seller, { side: "SELLER" });
    expect(vehicles.map(({ id, count }) => ({ id, count }))).toEqual([
      { id: passat, count: 1 },
      { id: golf, count: 1 },
    ]);
    expect(counterparts.map(({ id }) => id).sort()).toEqual([a.gallery.id, b.gallery.id].sort());
    expect(await offerFacets(seller, { side: "BUYER" })).toEqual({
      vehicles: [],
      counterparts: [],
    });
  });

  it.each(["updated", "ending", "amount"] as const)("page by %s without a gap", async (sort) => {
    const [seller, buyer] = await Promise.all([dealer(), dealer()]);
    for (const step of [3, 1, 2, 2, 4]) {
      const more = { amount: share(90 + step), validForHours: step };
      await offer(buyer, await carOf(seller), more);
    }
    const seen: { offerId: string; amount: number; expiresAt: string; updatedAt: string }[] = [];
    let cursor: string | null = null;
    do {
      const page = await listOffers(seller, { limit: 2, cursor, sort });
      seen.push(...page.items.map((item) => ({ ...item, amount: item.amount.amount })));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(idsOf(seen)).size).toBe(5);
    const keys = {
      updated: seen.map(({ updatedAt }) => updatedAt).reverse(),
      ending: seen.map(({ expiresAt }) => expiresAt),
      amount: seen.map(({ amount }) => amount).reverse(),
    }[sort];
    expect(keys).toEqual([...keys].sort());
    const wrong = Buffer.from(JSON.stringify(["1e999", seen[0]?.offerId])).toString("base64url");
    await expect(listOffers(seller, { limit: 2, cursor: wrong, sort })).rejects.toThrow(
      "input.invalid",
    );
  });
});

describe("vehicles with offers", () => {
  it("are summed up, page by page, from one's own side only", async () => {
    const [seller, a, b] = await Promise.all([dealer(), dealer(), dealer()]);
    const vehicles = [await carOf(seller), await carOf(seller), await carOf(seller)];
    for (const vehicleId of vehicles) await offer(a, vehicleId);
    const [first = ""] = vehicles;
    await offer(b, first, { amount: share(97), validForHours: 2 });
    const page = await offersByVehicle(seller, { limit: 2, side: "SELLER" });
    expect(page.items[0]).toMatchObject({
      vehicle: { vehicleId: first, askingPrice: lira(TEST_PRICE) },
      ...{ total: 2, open: 2, myTurn: 2, unread: 2, highest: share(97) },
    });
    const { cursor, limit } = { cursor: page.nextCursor, limit: 2 };
    const rest = await offersByVehicle(seller, { cursor, limit, side: "SELLER" });
    const all = [...page.items, ...rest.items].map(({ vehicle }) => vehicle.vehicleId);
    expect(all.sort()).toEqual([...vehicles].sort());
    expect(rest.nextCursor).toBeNull();
    expect((await offersByVehicle(seller, { limit, side: "BUYER" })).items).toEqual([]);
  });

  it("are summed up in the currency of the open ones, whatever ended before", async () => {
    const [seller, early, late] = await Promise.all([dealer(), dealer(), dealer()]);
    const vehicleId = await carOf(seller);
    const inLira = await offer(early, vehicleId);
    await withdrawOffer(early, { offerId: inLira.offerId, round: 1 });
    const euros = (amount: number) => ({ amount, currency: "EUR" as const });
    await system().write((tx) =>
      tx.vehicle.update({
        where: { id: vehicleId },
        data: { priceAmount: 3_000_000n, currency: "EUR" },
        select: { id: true },
      }),
    );
    const inEuros = await offer(late, vehicleId, { amount: euros(2_900_000) });
    // Something about the ended one changes last: it must not say in which currency the others are.
    await system().write((tx) =>
      tx.offer.update({
        where: { id: inLira.offerId },
        data: { updatedAt: new Date(Date.now() + HOUR) },
        select: { id: true },
      }),
    );
    const summed = async () =>
      (await offersByVehicle(seller, { limit: 1, side: "SELLER" })).items[0];
    expect(await summed()).toMatchObject({
      ...{ open: 1, total: 2, highest: euros(2_900_000) },
      vehicle: { askingPrice: euros(3_000_000) },
    });
    await rejectOffer(seller, { offerId: inEuros.offerId, round: 1 });
    expect(await summed()).toMatchObject({ open: 0, highest: null });
  });
});

describe("running deals of a buyer", () => {
  it("are open offers and active reservations, by their clocks, with both last words", async () => {
    const [seller, buyer, rival] = await Promise.all([dealer(), dealer(), dealer()]);
    const [a, b, c] = [await carOf(seller), await carOf(seller), await carOf(seller)];
    const open = await offer(buyer, a, { validForHours: 100 });
    const won = await offer(buyer, b);
    const { reservationId } = await acceptOffer(seller, { offerId: won.offerId, round: 1 });
    const gone = await offer(buyer, c);
    await withdrawOffer(buyer, { offerId: gone.offerId, round: 1 });
    await offer(rival, a);
    await counterOffer(seller, { offerId: open.offerId, round: 1, amount: share(98) });
    const first = await runningOffers(buyer, { limit: 1 });
    expect(first.items).toMatchObject([
      { offerId: open.offerId, lastAmounts: { mine: share(95), theirs: share(98) } },
    ]);
    expect(first.items[0]?.runsUntil).toBe(first.items[0]?.expiresAt);
    const second = await runningOffers(buyer, { limit: 1, cursor: first.nextCursor });
    expect(second.items).toMatchObject([{ offerId: won.offerId, reservationId, lane: "AGREED" }]);
    expect(second.nextCursor).toBeNull();
    expect((await runningOffers(seller, { limit: 5 })).items).toEqual([]);
  });
});

describe("comparing rivals", () => {
  it("lays the open offers for one's own vehicle side by side", async () => {
    const [seller, slow, quick] = await Promise.all([dealer(), dealer(), dealer()]);
    const lowestPriceAmount = BigInt(share(96).amount);
    const vehicleId = await carOf(seller, { lowestPriceAmount });
    const low = await offer(slow, vehicleId, { amount: share(90), message: "Yarın gelirim" });
    const high = await offer(quick, vehicleId, { amount: share(94) });
    await counterOffer(seller, { offerId: high.offerId, round: 1, amount: share(99) });
    test.clock.advance(7 * 60_000);
    await counterOffer(quick, { offerId: high.offerId, round: 2, amount: share(97) });
    const view = await compareOffers(seller, { vehicleId });
    expect(view).toMatchObject({ floor: share(96), ended: 0, vehicle: { status: "PUBLISHED" } });
    expect(view.items).toMatchObject([
      {
        offerId: high.offerId,
        firstAmount: share(94),
        ...{ proposals: 2, answerMinutes: 7, buyerMessage: null, belowFloor: false },
        actions: ["accept", "reject", "counter"],
        trust: { completed: 0, answer: { samples: 0 }, rating: { count: 0 } },
      },
      {
        offerId: low.offerId,
        ...{ proposals: 1, answerMinutes: null, buyerMessage: "Yarın gelirim", belowFloor: true },
      },
    ]);
    await rejectOffer(seller, { offerId: low.offerId, round: 1 });
    expect(await compareOffers(seller, { vehicleId })).toMatchObject({ ended: 1 });
    for (const stranger of [quick, slow]) {
      await expect(compareOffers(stranger, { vehicleId })).rejects.toThrow("inventory.not_found");
    }
  });

  it("keeps the floor and the rivals from buyers", async () => {
    const [seller, buyer, rival] = await Promise.all([dealer(), dealer(), dealer()]);
    const vehicleId = await carOf(seller, { lowestPriceAmount: BigInt(share(92).amount) });
    const { offerId } = await offer(buyer, vehicleId);
    await offer(rival, vehicleId);
    expect(await getOffer(seller, { offerId })).toMatchObject({ floor: share(92), rivals: 1 });
    const theirs = await getOffer(buyer, { offerId });
    expect(theirs).toMatchObject({ floor: null, rivals: 0 });
    expect(JSON.stringify(theirs)).not.toContain(String(share(92).amount));
  });
});

describe("rejecting several at once", () => {
  it("answers each on its own, does nothing twice, and touches nobody else's", async () => {
    const [seller, a, b, stranger] = await Promise.all([dealer(), dealer(), dealer(), dealer()]);
    const vehicleId = await carOf(seller);
    const [first, second] = [await offer(a, vehicleId), await offer(b, vehicleId)];
    const foreign = await offer(a, await carOf(stranger));
    await counterOffer(seller, { offerId: second.offerId, round: 1, amount: share(99) });
    const offers = [first, second, foreign].map(({ offerId }) => ({ offerId, round: 1 }));
    const ask = () => rejectOffers(seller, { offers, message: "Bu araçta anlaşamadık." });
    const expected = {
      rejected: 1,
      items: [
        { offerId: first.offerId, ok: true, status: "REJECTED" },
        { offerId: second.offerId, ok: false, reason: "offer.stale" },
        { offerId: foreign.offerId, ok: false, reason: "offer.not_found" },
      ],
    };
    expect(await ask()).toEqual(expected);
    expect(await ask()).toEqual(expected);
    expect(await getOffer(a, first)).toMatchObject({
      status: "REJECTED",
      closeMessage: "Bu araçta anlaşamadık.",
    });
    expect(await getOffer(a, foreign)).toMatchObject({ status: "OPEN" });
    const twice = [offers[1], offers[1]].flatMap((each) => each ?? []);
    await expect(rejectOffers(seller, { offers: twice })).rejects.toThrow("input.invalid");
    // Withdrawn by the buyer is not rejected by the seller.
    await withdrawOffer(b, { offerId: second.offerId, round: 2 });
    const { items } = await rejectOffers(seller, { offers: [{ ...second, round: 2 }] });
    expect(items).toEqual([{ offerId: second.offerId, ok: false, reason: "offer.not_open" }]);
  });
});
