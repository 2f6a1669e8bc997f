import { newId } from "@oto/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import { transitionVehicle } from "../inventory";
import { cancelReservation } from "../reservation";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createGallery,
  createTestPlatform,
  createVehicle,
  TEST_PRICE,
} from "../testing";
import {
  acceptOffer,
  closeOffersOfGallery,
  closeOffersOfVehicle,
  counterOffer,
  createOffer,
  expireOffers,
  getOffer,
  listOffers,
  offerHistory,
  rejectOffer,
  withdrawOffer,
} from "./index";

const REASON = "tests look at both sides";
let test: TestPlatform;
let platform: Platform;
let seller: DealerContext;
let buyer: DealerContext;
let rival: DealerContext;

beforeAll(async () => {
  test = await createTestPlatform();
  platform = test.platform;
  [seller, buyer, rival] = await Promise.all([
    createDealerContext(platform),
    createDealerContext(platform),
    createDealerContext(platform),
  ]);
});

afterAll(() => test.close());

const system = () => platform.database.unsafeSystem(REASON);
const lira = (amount: number) => ({ amount, currency: "TRY" as const });
const newVehicle = (overrides = {}) => createVehicle(platform, seller.gallery.id, overrides);
const offerFor = (ctx: DealerContext, vehicleId: string, amount = TEST_PRICE - 5_000_000) =>
  createOffer(ctx, { vehicleId, amount: lira(amount) });

async function statusOf(vehicleId: string): Promise<string> {
  const row = await system().read((tx) =>
    tx.vehicle.findUniqueOrThrow({ where: { id: vehicleId }, select: { status: true } }),
  );
  return row.status;
}

async function eventsOf(offerId: string): Promise<string[]> {
  const rows = await system().read((tx) =>
    tx.outboxEvent.findMany({
      where: { aggregateId: offerId },
      orderBy: { seq: "asc" },
      select: { name: true },
    }),
  );
  return rows.map(({ name }) => name);
}

const activeReservations = (vehicleId: string) =>
  system().read((tx) => tx.reservation.count({ where: { vehicleId, status: "ACTIVE" } }));

/** Settled values and the reasons of refusals, as texts. */
async function outcomes(calls: Promise<{ status: string }>[]): Promise<string[]> {
  const settled = await Promise.allSettled(calls);
  return settled
    .map((each) => (each.status === "fulfilled" ? each.value.status : String(each.reason.message)))
    .sort();
}

describe("a negotiation", () => {
  it("goes from offer over counter-offer to a reservation", async () => {
    const { vehicleId } = await newVehicle();
    const created = await offerFor(buyer, vehicleId);
    expect(created).toMatchObject({ status: "OPEN", round: 1, turn: "SELLER" });
    const { offerId } = created;
    const countered = await counterOffer(seller, {
      offerId,
      round: 1,
      amount: lira(TEST_PRICE - 2_000_000),
      message: "Son fiyatım",
    });
    expect(countered).toMatchObject({ status: "OPEN", round: 2, turn: "BUYER" });
    const accepted = await acceptOffer(buyer, { offerId, round: 2 });
    expect(accepted).toMatchObject({ status: "ACCEPTED", turn: null });
    expect(accepted.reservationId).toEqual(expect.any(String));
    expect(await statusOf(vehicleId)).toBe("RESERVED");
    expect(await eventsOf(offerId)).toEqual(["offer.created", "offer.countered", "offer.accepted"]);
    const view = await getOffer(buyer, { offerId });
    expect(view).toMatchObject({
      side: "BUYER",
      amount: lira(TEST_PRICE - 2_000_000),
      reservationId: accepted.reservationId,
      actions: [],
    });
    expect(view.rounds.map(({ mine, message }) => ({ mine, message }))).toEqual([
      { mine: true, message: null },
      { mine: false, message: "Son fiyatım" },
    ]);
    const { items } = await offerHistory(seller, { offerId });
    expect(items.at(-1)).toMatchObject({ kind: "end", status: "ACCEPTED", by: "BUYER" });
  });

  it("remembers who opened it, who first answered, and when", async () => {
    const answersOf = (offerId: string) =>
      system().read((tx) =>
        tx.offer.findUniqueOrThrow({
          where: { id: offerId },
          select: { buyerUserId: true, sellerUserId: true, answeredAt: true, answeredByRule: true },
        }),
      );
    const { vehicleId } = await newVehicle();
    const { offerId } = await offerFor(buyer, vehicleId);
    const opened = { buyerUserId: buyer.identity.userId, sellerUserId: null, answeredAt: null };
    expect(await answersOf(offerId)).toMatchObject(opened);
    const first = new Date(platform.now().getTime() + 60_000);
    const second = new Date(first.getTime() + 60_000);
    const amount = lira(TEST_PRICE - 2_000_000);
    await counterOffer({ ...seller, now: () => first }, { offerId, round: 1, amount });
    await counterOffer(buyer, { offerId, round: 2, amount: lira(TEST_PRICE - 3_000_000) });
    const colleague = await createDealerContext(platform, { gallery: seller.gallery });
    await acceptOffer({ ...colleague, now: () => second }, { offerId, round: 3 });
    expect(await answersOf(offerId)).toEqual({
      buyerUserId: buyer.identity.userId,
      sellerUserId: seller.identity.userId,
      answeredAt: first,
      answeredByRule: false,
    });
  });

  it("refuses the wrong turn, a stale round, strangers and other currencies", async () => {
    const { vehicleId } = await newVehicle();
    const { offerId } = await offerFor(buyer, vehicleId);
    await expect(acceptOffer(buyer, { offerId, round: 1 })).rejects.toThrow("offer.not_your_turn");
    await expect(acceptOffer(seller, { offerId, round: 2 })).rejects.toThrow("offer.stale");
    const amount = { amount: 5_000, currency: "EUR" as const };
    await expect(counterOffer(seller, { offerId, round: 1, amount })).rejects.toThrow(
      "offer.currency_mismatch",
    );
    for (const call of [
      () => acceptOffer(rival, { offerId, round: 1 }),
      () => counterOffer(rival, { offerId, round: 1, amount: lira(1) }),
      () => rejectOffer(rival, { offerId, round: 1 }),
      () => withdrawOffer(rival, { offerId, round: 1 }),
      () => getOffer(rival, { offerId }),
      () => offerHistory(rival, { offerId }),
      () => acceptOffer(rival, { offerId: newId(), round: 1 }),
    ]) {
      await expect(call()).rejects.toThrow("offer.not_found");
    }
    expect(await eventsOf(offerId)).toEqual(["offer.created"]);
  });

  it("allows one open negotiation for a buyer and a vehicle, also in parallel", async () => {
    const { vehicleId } = await newVehicle();
    const results = await outcomes([1, 2, 3, 4].map(() => offerFor(buyer, vehicleId)));
    expect(results).toEqual(["OPEN", ...Array(3).fill("offer.already_open")]);
  });

  it("is possible over what is on the market only", async () => {
    const draft = await newVehicle({ status: "DRAFT" });
    await expect(offerFor(buyer, draft.vehicleId)).rejects.toThrow("marketplace.not_found");
    await expect(offerFor(buyer, newId())).rejects.toThrow("marketplace.not_found");
    await expect(offerFor(seller, draft.vehicleId)).rejects.toThrow("offer.own_vehicle");
    const paused = await newVehicle({ status: "PAUSED" });
    await expect(offerFor(buyer, paused.vehicleId)).rejects.toThrow("offer.vehicle_unavailable");
    const suspended = await createGallery(platform, { status: "SUSPENDED" });
    const theirs = await createVehicle(platform, suspended.id);
    await expect(offerFor(buyer, theirs.vehicleId)).rejects.toThrow("offer.vehicle_unavailable");
  });

  it("ends by rejection and by withdrawal, each with what was said", async () => {
    const { vehicleId } = await newVehicle();
    const first = await offerFor(buyer, vehicleId);
    await rejectOffer(seller, { offerId: first.offerId, round: 1, message: "Fiyat düşük" });
    expect(await getOffer(buyer, first)).toMatchObject({
      status: "REJECTED",
      closedBy: "SELLER",
      closeMessage: "Fiyat düşük",
      closeReason: null,
    });
    const second = await offerFor(buyer, vehicleId);
    await withdrawOffer(buyer, { offerId: second.offerId, round: 1 });
    expect(await eventsOf(second.offerId)).toEqual(["offer.created", "offer.withdrawn"]);
    await expect(acceptOffer(seller, { offerId: second.offerId, round: 1 })).rejects.toThrow(
      "offer.not_open",
    );
    expect(await statusOf(vehicleId)).toBe("PUBLISHED");
  });

  it("marks what a side has not looked at", async () => {
    const { vehicleId } = await newVehicle();
    const { offerId } = await offerFor(buyer, vehicleId);
    const unread = async (ctx: DealerContext) => {
      const { items } = await listOffers(ctx, { vehicleId, limit: 24 });
      return items.map((each) => each.unread);
    };
    expect([await unread(seller), await unread(buyer)]).toEqual([[true], [false]]);
    await getOffer(seller, { offerId });
    expect(await unread(seller)).toEqual([false]);
    const { rounds } = await getOffer(buyer, { offerId });
    expect(rounds[0]?.seenAt).not.toBeNull();
    await rejectOffer(seller, { offerId, round: 1 });
    expect([await unread(seller), await unread(buyer)]).toEqual([[false], [true]]);
    const { counts } = await listOffers(rival, { limit: 24 });
    expect(counts.unread).toBe(0);
  });
});

describe("acceptance", () => {
  it("gives exactly one reservation when rivals are accepted in parallel", async () => {
    const { vehicleId } = await newVehicle();
    for (let turn = 0; turn < 12; turn += 1) {
      const [a, b] = await Promise.all([offerFor(buyer, vehicleId), offerFor(rival, vehicleId)]);
      const results = await outcomes([
        acceptOffer(seller, { offerId: a.offerId, round: 1 }),
        acceptOffer(seller, { offerId: b.offerId, round: 1 }),
      ]);
      expect(results).toEqual(["ACCEPTED", "offer.not_open"]);
      expect(await activeReservations(vehicleId)).toBe(1);
      expect(await statusOf(vehicleId)).toBe("RESERVED");
      const views = await Promise.all([getOffer(buyer, a), getOffer(rival, b)]);
      const closed = views.find(({ status }) => status === "CLOSED");
      expect(closed).toMatchObject({ closeReason: "RIVAL_ACCEPTED", reservationId: null });
      expect(await eventsOf(closed?.offerId ?? "")).toEqual(["offer.created", "offer.closed"]);
      const reservationId = views.find(({ status }) => status === "ACCEPTED")?.reservationId ?? "";
      await cancelReservation(seller, { reservationId, reason: "Deneme" });
    }
  });

  it("settles acceptance, counter-offer, withdrawal and expiry of one offer for one of them", async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const { vehicleId } = await newVehicle();
      const { offerId } = await offerFor(buyer, vehicleId);
      const results = await outcomes([
        acceptOffer(seller, { offerId, round: 1 }),
        acceptOffer(seller, { offerId, round: 1 }),
        counterOffer(seller, { offerId, round: 1, amount: lira(TEST_PRICE) }),
        withdrawOffer(buyer, { offerId, round: 1 }),
      ]);
      const done = results.filter((each) => !each.startsWith("offer."));
      // A counter-offer makes the others stale; otherwise the first end is the only one.
      expect(done).toHaveLength(1);
      expect(await activeReservations(vehicleId)).toBe(done[0] === "ACCEPTED" ? 1 : 0);
    }
  });

  it("is refused once the vehicle left the market or a side may not trade", async () => {
    const { vehicleId } = await newVehicle();
    const { offerId } = await offerFor(buyer, vehicleId);
    await system().write((tx) =>
      transitionVehicle(tx, { vehicleId, action: "unpublish", actorId: null, now: platform.now() }),
    );
    await expect(acceptOffer(seller, { offerId, round: 1 })).rejects.toThrow(
      "offer.vehicle_unavailable",
    );
    expect(await getOffer(buyer, { offerId })).toMatchObject({ status: "OPEN" });
    const other = await createDealerContext(platform);
    const mine = await newVehicle();
    const offer = await offerFor(other, mine.vehicleId);
    await system().write((tx) =>
      tx.gallery.update({
        where: { id: other.gallery.id },
        data: { status: "SUSPENDED", statusReason: "Deneme" },
        select: { id: true },
      }),
    );
    await expect(acceptOffer(seller, { offerId: offer.offerId, round: 1 })).rejects.toThrow(
      "offer.vehicle_unavailable",
    );
    const close = () =>
      system().write((tx) => closeOffersOfGallery(platform, tx, { galleryId: other.gallery.id }));
    expect([await close(), await close()]).toEqual([1, 0]);
    expect(await getOffer(seller, offer)).toMatchObject({
      status: "CLOSED",
      closeReason: "GALLERY_SUSPENDED",
    });
  });
});

describe("the private floor", () => {
  it("declines at once without telling the buyer why, and stops answering a prober", async () => {
    const careful = await createDealerContext(platform);
    await system().write((tx) =>
      tx.gallery.update({
        where: { id: careful.gallery.id },
        data: { autoDecline: true },
        select: { id: true },
      }),
    );
    const { vehicleId } = await createVehicle(platform, careful.gallery.id, {
      lowestPriceAmount: BigInt(TEST_PRICE - 10_000_000),
    });
    const low = await offerFor(buyer, vehicleId, TEST_PRICE - 20_000_000);
    expect(low).toMatchObject({ status: "REJECTED", turn: null });
    expect(await getOffer(buyer, low)).toMatchObject({
      closedBy: "SELLER",
      closeReason: null,
      closeMessage: null,
    });
    expect(JSON.stringify(await offerHistory(buyer, low))).not.toContain("FLOOR");
    expect(await getOffer(careful, low)).toMatchObject({ closeReason: "BELOW_FLOOR" });
    expect(await eventsOf(low.offerId)).toEqual(["offer.created", "offer.rejected"]);
    const fair = await offerFor(rival, vehicleId, TEST_PRICE - 5_000_000);
    expect(fair.status).toBe("OPEN");
    const probes = [2, 3, 4].map((step) => TEST_PRICE - 20_000_000 + step);
    const answers: string[] = [];
    for (const amount of probes) answers.push((await offerFor(buyer, vehicleId, amount)).status);
    expect(answers).toEqual(["REJECTED", "REJECTED", "OPEN"]);
  });
});

describe("the clock", () => {
  it("expires what is due, once, and nothing before", async () => {
    const { vehicleId } = await newVehicle();
    const { offerId } = await createOffer(buyer, {
      vehicleId,
      amount: lira(TEST_PRICE),
      validForHours: 1,
    });
    await expireOffers(platform);
    expect(await getOffer(buyer, { offerId })).toMatchObject({ status: "OPEN" });
    test.clock.advance(61 * 60_000);
    await expect(acceptOffer(seller, { offerId, round: 1 })).rejects.toThrow("offer.expired");
    await Promise.all([expireOffers(platform), expireOffers(platform), expireOffers(platform)]);
    await expireOffers(platform);
    expect(await getOffer(buyer, { offerId })).toMatchObject({ status: "EXPIRED" });
    expect(await eventsOf(offerId)).toEqual(["offer.created", "offer.expired"]);
    expect((await offerFor(buyer, vehicleId)).status).toBe("OPEN");
  });
});

describe("a vehicle that leaves the market", () => {
  it("takes its open offers along, unless it is back by then", async () => {
    const { vehicleId } = await newVehicle();
    const { offerId } = await offerFor(buyer, vehicleId);
    const move = (action: "unpublish" | "publish") =>
      system().write((tx) =>
        transitionVehicle(tx, { vehicleId, action, actorId: null, now: platform.now() }),
      );
    const close = () => system().write((tx) => closeOffersOfVehicle(platform, tx, { vehicleId }));
    await move("unpublish");
    await move("publish");
    expect(await close()).toBe(0);
    await move("unpublish");
    expect([await close(), await close()]).toEqual([1, 0]);
    expect(await getOffer(buyer, { offerId })).toMatchObject({
      status: "CLOSED",
      closeReason: "VEHICLE_UNPUBLISHED",
    });
  });
});

describe("lists", () => {
  it("page through both sides without a gap and never show others' offers", async () => {
    const dealer = await createDealerContext(platform);
    const vehicles = await Promise.all([1, 2, 3, 4, 5].map(() => newVehicle()));
    for (const { vehicleId } of vehicles) await offerFor(dealer, vehicleId);
    const own = await createVehicle(platform, dealer.gallery.id);
    await offerFor(buyer, own.vehicleId);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listOffers(dealer, { limit: 2, cursor });
      seen.push(...page.items.map(({ offerId }) => offerId));
      cursor = page.nextCursor;
      expect(page.counts).toMatchObject({ incomingOpen: 1, outgoingOpen: 5, myTurn: 1 });
    } while (cursor);
    expect(new Set(seen).size).toBe(6);
    const incoming = await listOffers(dealer, { limit: 24, side: "SELLER", myTurn: true });
    expect(incoming.items).toMatchObject([{ side: "SELLER", myTurn: true, unread: true }]);
    await expect(listOffers(dealer, { limit: 2, cursor: "x" })).rejects.toThrow("input.invalid");
  });
});
