import { openDatabase } from "@oto/db";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import { updateGallery } from "../gallery";
import { changePrice, updateVehicle } from "../inventory";
import { cancelReservation, expireReservations, remindOfReservations } from "../reservation";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform, createVehicle, TEST_PRICE } from "../testing";
import {
  acceptOffer,
  callRivals,
  counterOffer,
  createOffer,
  expireOffers,
  getOffer,
  offerHistory,
  remindOfOffers,
  repriceOffers,
} from "./index";

const HOUR_MS = 3_600_000;
let test: TestPlatform;
let platform: Platform;
let seller: DealerContext;
let buyer: DealerContext;
let rival: DealerContext;

beforeAll(async () => {
  test = await createTestPlatform();
  platform = test.platform;
});
beforeEach(async () => {
  [seller, buyer, rival] = await Promise.all([
    createDealerContext(platform),
    createDealerContext(platform),
    createDealerContext(platform),
  ]);
});
afterAll(() => test.close());

const system = () => platform.database.unsafeSystem("tests look at both sides");
const lira = (amount: number) => ({ amount, currency: "TRY" as const });
const newVehicle = (overrides = {}) => createVehicle(platform, seller.gallery.id, overrides);
const offerFor = (ctx: DealerContext, vehicleId: string, amount = TEST_PRICE - 5_000_000) =>
  createOffer(ctx, { vehicleId, amount: lira(amount) });

async function eventsOf(aggregateId: string, name: string): Promise<Record<string, unknown>[]> {
  const rows = await system().read((tx) =>
    tx.outboxEvent.findMany({
      where: { aggregateId, name },
      orderBy: { seq: "asc" },
      select: { payload: true },
    }),
  );
  return rows.map(({ payload }) => ({ ...Object(payload) }));
}

async function withOwner(work: (owner: pg.Client) => Promise<unknown>): Promise<void> {
  const owner = new pg.Client({ connectionString: test.databaseUrl });
  await owner.connect();
  await work(owner).finally(() => owner.end());
}

describe("the counter rule", () => {
  const rule = { mode: "FIXED", below: lira(97_000_000), amount: lira(98_000_000) } as const;

  it("answers once a negotiation and once a day, to the buyer as the seller would", async () => {
    const { vehicleId } = await newVehicle({
      lowestPriceAmount: 90_000_000n,
      autoCounter: rule,
    });
    const made = await offerFor(buyer, vehicleId);
    expect(made).toMatchObject({ status: "OPEN", round: 2, turn: "BUYER" });
    const [, counter] = (await getOffer(buyer, made)).rounds;
    expect(counter).toMatchObject({ side: "SELLER", amount: lira(98_000_000), byRule: false });
    expect(JSON.stringify(await offerHistory(buyer, made))).not.toContain("AUTO");
    expect((await getOffer(seller, made)).rounds[1]).toMatchObject({ byRule: true });
    const again = { offerId: made.offerId, round: 2, amount: lira(96_000_000) };
    expect(await counterOffer(buyer, again)).toMatchObject({ round: 3, turn: "SELLER" });
    // Another buyer gets the rule's answer; below the floor and above the limit a person answers.
    expect(await offerFor(rival, vehicleId, 89_000_000)).toMatchObject({ round: 1 });
    const third = await createDealerContext(platform);
    expect(await offerFor(third, vehicleId, 97_000_000)).toMatchObject({ round: 1 });
    const { rows } = await platform.database.pool.query(
      "select after, actor_id from audit_entry where entity_id = $1 and action = 'offer.counter' order by created_at",
      [made.offerId],
    );
    expect(rows[0]).toMatchObject({ actor_id: null, after: { rule: "AUTO_COUNTER" } });
  });

  it("is stated with the vehicle, in its currency", async () => {
    const { vehicleId } = await newVehicle();
    await updateVehicle(seller, { vehicleId, autoCounter: rule }).catch(() => undefined);
    const euro = { ...rule, below: { amount: 1, currency: "EUR" as const } };
    await expect(updateVehicle(seller, { vehicleId, autoCounter: euro })).rejects.toMatchObject({
      reason: "input.invalid",
      details: { fields: { autoCounter: expect.anything() } },
    });
  });
});

describe("answering hours", () => {
  it("give a gallery time to answer, and only to the seller", async () => {
    const windows = [{ day: "MON", from: "09:00", to: "18:00" } as const];
    await updateGallery(seller, { answeringHours: { windows } });
    const { vehicleId } = await newVehicle();
    // Thursday evening in Istanbul; the test clock stands on its own day, so shift the caller's.
    const thursday = new Date("2031-01-09T17:00:00Z");
    const at = (ctx: DealerContext) => ({ ...ctx, now: () => thursday });
    const made = await createOffer(at(buyer), {
      vehicleId,
      amount: lira(TEST_PRICE),
      validForHours: 2,
    });
    expect(made.expiresAt).toBe("2031-01-13T08:00:00.000Z");
    const countered = await counterOffer(at(seller), {
      offerId: made.offerId,
      round: 1,
      amount: lira(TEST_PRICE),
      validForHours: 2,
    });
    expect(countered.expiresAt).toBe("2031-01-09T19:00:00.000Z");
    const back = { offerId: made.offerId, round: 2, amount: lira(TEST_PRICE), validForHours: 2 };
    expect((await counterOffer(at(buyer), back)).expiresAt).toBe("2031-01-13T08:00:00.000Z");
    expect(await updateGallery(seller, { answeringHours: null })).toMatchObject({
      answeringHours: null,
    });
  });
});

describe("a new price", () => {
  it("is followed by open negotiations, once, and moves no proposal", async () => {
    const { vehicleId } = await newVehicle();
    const { offerId } = await offerFor(buyer, vehicleId);
    await system().write((tx) =>
      tx.vehicle.update({
        where: { id: vehicleId },
        data: { priceAmount: 94_000_000n },
        select: { id: true },
      }),
    );
    const reprice = () => system().write((tx) => repriceOffers(platform, tx, { vehicleId }));
    expect([await reprice(), await reprice()]).toEqual([1, 0]);
    const view = await getOffer(buyer, { offerId });
    expect(view).toMatchObject({ round: 1, turn: "SELLER", amount: lira(95_000_000) });
    expect(view.vehicle.askingPrice).toEqual(lira(94_000_000));
    expect(await eventsOf(offerId, "offer.asking_price_changed")).toMatchObject([
      { fromAmount: TEST_PRICE, toAmount: 94_000_000, amount: 95_000_000, round: 1 },
    ]);
  });

  it("stays in its currency while somebody bids", async () => {
    const { vehicleId } = await newVehicle();
    await offerFor(buyer, vehicleId);
    const price = { amount: 3_000_000, currency: "EUR" as const };
    await expect(changePrice(seller, { vehicleId, price })).rejects.toThrow(
      "inventory.open_offers",
    );
  });
});

describe("reminders", () => {
  it("come at half and at a tenth of the clock, once each, to whoever has to answer", async () => {
    const { vehicleId } = await newVehicle();
    const { offerId } = await createOffer(buyer, {
      vehicleId,
      amount: lira(TEST_PRICE),
      validForHours: 10,
    });
    const thrice = () => Promise.all([1, 2, 3].map(() => remindOfOffers(platform)));
    const said = async () =>
      (await eventsOf(offerId, "offer.reminded")).map(({ share, side }) => `${side} ${share}`);
    test.clock.advance(5 * HOUR_MS - 1);
    await thrice();
    expect(await said()).toEqual([]);
    test.clock.advance(1);
    await thrice();
    expect(await said()).toEqual(["SELLER 50"]);
    test.clock.advance(4 * HOUR_MS);
    await thrice();
    expect(await said()).toEqual(["SELLER 50", "SELLER 10"]);
    // A counter-offer starts a new clock; a worker that slept past half of it tells of the tenth.
    await counterOffer(seller, { offerId, round: 1, amount: lira(TEST_PRICE), validForHours: 10 });
    test.clock.advance(9.5 * HOUR_MS);
    await thrice();
    expect(await said()).toEqual(["SELLER 50", "SELLER 10", "BUYER 10"]);
    test.clock.advance(HOUR_MS);
    await thrice();
    await expireOffers(platform);
    await thrice();
    expect(await said()).toHaveLength(3);
  });

  it("survive a restart, and a database that lives in another time zone", async () => {
    const { vehicleId } = await newVehicle();
    const { offerId } = await offerFor(buyer, vehicleId);
    test.clock.advance(12 * HOUR_MS);
    // Nothing but the rows knows of the clock: another process finds it as this one left it.
    const { rows } = await platform.database.pool.query("select current_database() as name");
    await withOwner((owner) =>
      owner.query(`alter database "${rows[0]?.name}" set timezone to 'America/New_York'`),
    );
    const database = openDatabase({ url: test.databaseUrl, poolSize: 2 });
    const restarted: Platform = { ...platform, database };
    try {
      await remindOfOffers(restarted);
      test.clock.advance(12 * HOUR_MS - 1);
      await expireOffers(restarted);
      expect(await getOffer(buyer, { offerId })).toMatchObject({ status: "OPEN" });
      test.clock.advance(1);
      await expireOffers(restarted);
    } finally {
      await database.close();
    }
    expect(await getOffer(buyer, { offerId })).toMatchObject({ status: "EXPIRED" });
    expect(await eventsOf(offerId, "offer.reminded")).toHaveLength(1);
    expect(await eventsOf(offerId, "offer.expired")).toHaveLength(1);
  });
});

describe("a reservation that ends", () => {
  async function reserved() {
    const { vehicleId } = await newVehicle();
    const others = await Promise.all([1, 2, 3, 4, 5, 6].map(() => createDealerContext(platform)));
    const lost = new Map<string, number>();
    for (const [at, other] of others.entries()) {
      const amount = 80_000_000 + at * 1_000_000;
      lost.set((await offerFor(other, vehicleId, amount)).offerId, amount);
    }
    const won = await offerFor(buyer, vehicleId);
    const { reservationId } = await acceptOffer(seller, { offerId: won.offerId, round: 1 });
    return { vehicleId, lost, offerId: won.offerId, reservationId: reservationId ?? "", others };
  }

  it("calls its closest rivals, the highest first, five of them, each once", async () => {
    const deal = await reserved();
    test.clock.advance(24 * HOUR_MS);
    await Promise.all([remindOfReservations(platform), remindOfReservations(platform)]);
    test.clock.advance(24 * HOUR_MS);
    await Promise.all([expireReservations(platform), expireReservations(platform)]);
    expect(await eventsOf(deal.reservationId, "reservation.reminded")).toMatchObject([
      { share: 50 },
    ]);
    const call = () => system().write((tx) => callRivals(platform, tx, deal));
    expect([await call(), await call()]).toEqual([5, 0]);
    for (const [offerId, amount] of deal.lost) {
      const told = await eventsOf(offerId, "offer.vehicle_returned");
      expect(told.map((payload) => payload.amount)).toEqual(amount > 80_000_000 ? [amount] : []);
    }
    expect(await eventsOf(deal.offerId, "offer.vehicle_returned")).toEqual([]);
  });

  it("calls nobody who bids again, and nobody while the vehicle is off the market", async () => {
    const deal = await reserved();
    const call = () => system().write((tx) => callRivals(platform, tx, deal));
    expect(await call()).toBe(0);
    const { reservationId } = deal;
    await cancelReservation(buyer, { reservationId, reason: "Vazgeçtim", code: "CHANGED_MIND" });
    for (const other of deal.others.slice(0, 4)) await offerFor(other, deal.vehicleId);
    expect(await call()).toBe(2);
    const row = await system().read((tx) =>
      tx.reservation.findUniqueOrThrow({
        where: { id: reservationId },
        select: { cancelCode: true, countsAgainst: true },
      }),
    );
    expect(row).toEqual({ cancelCode: "CHANGED_MIND", countsAgainst: "BUYER" });
  });
});
