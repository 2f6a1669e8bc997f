import { newId } from "@oto/db";
import type { LostReason, OfferEnd, ReservationStatus } from "@oto/domain";
import {
  addDays,
  answerBand,
  bucketOf,
  dayInTurkiye,
  discountBand,
  discountBps,
  lostReasonOf,
} from "@oto/domain";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import { acceptOffer, counterOffer, createOffer, expireOffers, rejectOffer } from "../offer";
import { cancelReservation, completeReservation } from "../reservation";
import type { TestPlatform } from "../testing";
import {
  copyVehicle,
  createDealerContext,
  createEndedOffers,
  createTestPlatform,
  createVehicle,
  TEST_PRICE,
} from "../testing";
import type { ReportInput } from "./index";
import {
  answerTimeReport,
  discountReport,
  funnelReport,
  lostReasonReport,
  staffReport,
  vehicleReport,
} from "./index";

const HOUR_MS = 3_600_000;
let test: TestPlatform;
let platform: Platform;
let today: string;

beforeAll(async () => {
  test = await createTestPlatform();
  platform = test.platform;
  today = dayInTurkiye(platform.now());
});

afterAll(() => test.close());

const lira = (amount: number) => ({ amount, currency: "TRY" as const });
const last30 = (more: Partial<ReportInput> = {}): ReportInput => ({
  from: addDays(today, -29),
  to: today,
  side: "SELLER",
  ...more,
});
const hoursAgo = (ctx: DealerContext, hours: number): DealerContext => {
  const at = new Date(platform.now().getTime() - hours * HOUR_MS);
  return { ...ctx, now: () => at };
};

describe("the reports of a gallery", () => {
  let seller: DealerContext;
  let sales: DealerContext;
  let buyer: DealerContext;
  const vehicles: string[] = [];

  /** Five offers: a sale, a cancelled deal, a rejection, one without answer, one that waits. */
  beforeAll(async () => {
    [seller, buyer] = await Promise.all([
      createDealerContext(platform),
      createDealerContext(platform),
    ]);
    sales = await createDealerContext(platform, { gallery: seller.gallery, role: "SALES" });
    for (let i = 0; i < 5; i += 1) {
      vehicles.push((await createVehicle(platform, seller.gallery.id)).vehicleId);
    }
    const offerAt = async (index: number, hours: number, share = 0.9) =>
      createOffer(hoursAgo(buyer, hours), {
        vehicleId: vehicles[index] ?? "",
        amount: lira(TEST_PRICE * share),
      });
    const sale = await offerAt(0, 100);
    await counterOffer(hoursAgo(sales, 98), { ...sale, amount: lira(TEST_PRICE * 0.96) });
    const sold = await acceptOffer(hoursAgo(buyer, 97), { offerId: sale.offerId, round: 2 });
    const done = { reservationId: sold.reservationId ?? "" };
    await completeReservation(hoursAgo(buyer, 90), done);
    const failed = await offerAt(1, 50, 0.98);
    const agreed = await acceptOffer(hoursAgo(seller, 46), failed);
    const called = { reservationId: agreed.reservationId ?? "", reason: "Ekspertiz" };
    await cancelReservation(hoursAgo(buyer, 40), called);
    await rejectOffer(hoursAgo(sales, 29), await offerAt(2, 30));
    await offerAt(3, 28);
    await expireOffers(platform);
    await offerAt(4, 1);
  });

  it("follow negotiations to the sale", async () => {
    const report = await funnelReport(seller, last30());
    expect(report).toMatchObject({
      side: "SELLER",
      userId: null,
      grain: "day",
      current: { made: 5, answered: 3, countered: 1, accepted: 2, reserved: 2, completed: 1 },
      before: { made: 0, completed: 0 },
      completedValue: [lira(TEST_PRICE * 0.96)],
      completedValueBefore: [],
      stock: { withOffers: 5, reserved: 2, sold: 1 },
    });
    expect(report.buckets).toHaveLength(30);
    const sum = (pick: (bucket: (typeof report.buckets)[number]) => number) =>
      report.buckets.reduce((total, bucket) => total + pick(bucket), 0);
    expect(sum(({ made }) => made)).toBe(5);
    expect(sum(({ lost }) => lost)).toBe(3);
  });

  it("show the buyer the same negotiations from the other side", async () => {
    const input = last30({ side: "BUYER" });
    expect(await funnelReport(buyer, input)).toMatchObject({
      current: { made: 5, completed: 1 },
      stock: null,
    });
    expect(await funnelReport(buyer, last30())).toMatchObject({ current: { made: 0 } });
    const { items } = await staffReport(buyer, input);
    expect(items).toMatchObject([{ userId: buyer.identity.userId, made: 5, role: "OWNER" }]);
  });

  it("measure first answers", async () => {
    const { current, bands } = await answerTimeReport(seller, last30());
    expect(current).toEqual({
      answered: 3,
      byRule: 0,
      unanswered: 1,
      waiting: 1,
      medianMs: 2 * HOUR_MS,
      p90Ms: expect.closeTo(3.6 * HOUR_MS, 0),
    });
    expect(bands.filter(({ count }) => count > 0)).toEqual([
      { band: "4h", count: 2 },
      { band: "12h", count: 1 },
    ]);
  });

  it("measure discounts from the asking price, and those of the first offers", async () => {
    const { current, bands } = await discountReport(seller, last30());
    expect(current).toMatchObject({ deals: 2, medianBps: 300, openingMedianBps: 600 });
    expect(bands.filter(({ count }) => count > 0)).toEqual([
      { band: "3", count: 1 },
      { band: "5", count: 1 },
    ]);
  });

  it("say why the others were lost", async () => {
    const { lost, reasons } = await lostReasonReport(seller, last30());
    expect(lost).toBe(3);
    expect(reasons.map(({ reason }) => reason).toSorted()).toEqual([
      "NOT_ANSWERED",
      "REJECTED",
      "RESERVATION_CANCELLED",
    ]);
  });

  it("page through vehicles and narrow to one of them", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof vehicleReport>> = await vehicleReport(seller, {
        ...last30(),
        limit: 2,
        cursor,
      });
      for (const row of page.items) {
        seen.push(row.vehicleId);
        expect(row).toMatchObject({ made: 1, stockNo: expect.any(String) });
        expect(row.spark.reduce((sum, count) => sum + count, 0)).toBe(1);
      }
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.toSorted()).toEqual(vehicles.toSorted());
    const one = await funnelReport(seller, last30({ vehicleId: vehicles[0] }));
    expect(one).toMatchObject({ current: { made: 1, completed: 1 }, stock: null });
    const bought = await vehicleReport(buyer, { ...last30({ side: "BUYER" }), limit: 10 });
    expect(bought.items).toHaveLength(5);
    expect(bought.items.every(({ stockNo, status }) => stockNo === null && status === null)).toBe(
      true,
    );
  });

  it("count a negotiation for who acted on it first", async () => {
    const { items } = await staffReport(seller, last30());
    const figures = items.map(({ userId, made, role }) => ({ userId, made, role }));
    expect(figures).toEqual([
      { userId: sales.identity.userId, made: 2, role: "SALES" },
      { userId: seller.identity.userId, made: 1, role: "OWNER" },
      { userId: null, made: 2, role: null },
    ]);
  });

  it("show sales their own figures and nobody else's", async () => {
    expect(await funnelReport(sales, last30())).toMatchObject({
      userId: sales.identity.userId,
      current: { made: 2, completed: 1 },
      stock: null,
    });
    const { items } = await staffReport(sales, last30());
    expect(items.map(({ userId }) => userId)).toEqual([sales.identity.userId]);
    const { userId } = seller.identity;
    await expect(funnelReport(sales, last30({ userId }))).rejects.toThrow("auth.permission_denied");
    const theirs = await funnelReport(seller, last30({ userId: sales.identity.userId }));
    expect(theirs.current.made).toBe(2);
  });

  it("know no vehicle and no member of another gallery", async () => {
    const foreign = (await createVehicle(platform, buyer.gallery.id)).vehicleId;
    for (const vehicleId of [foreign, newId()]) {
      for (const side of ["SELLER", "BUYER"] as const) {
        const input = last30({ vehicleId, side });
        await expect(funnelReport(seller, input)).rejects.toThrow("inventory.not_found");
      }
    }
    for (const userId of [buyer.identity.userId, newId()]) {
      await expect(staffReport(seller, last30({ userId }))).rejects.toThrow("staff.not_found");
    }
  });

  it("compare with the period before", async () => {
    const tomorrow = addDays(today, 30);
    const report = await funnelReport(seller, last30({ from: addDays(today, 1), to: tomorrow }));
    expect(report).toMatchObject({ current: { made: 0 }, before: { made: 5, completed: 1 } });
    expect(report.completedValueBefore).toEqual([lira(TEST_PRICE * 0.96)]);
  });
});

interface RawOffer extends Omit<OfferEnd, "answered"> {
  day: string;
  answerMs: number | null;
  byRule: boolean;
  asking: number;
  amount: number;
}

/** The value below which a share of a sorted list lies, between neighbours by proportion. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string | null) => {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

describe("what the database counts", () => {
  let seller: DealerContext;
  let raw: RawOffer[];

  beforeAll(async () => {
    seller = await createDealerContext(platform);
    const { vehicleId } = await createVehicle(platform, seller.gallery.id);
    await copyVehicle(platform, vehicleId, 40);
    const owner = new pg.Client({ connectionString: test.databaseUrl });
    await owner.connect();
    await createEndedOffers(platform, { count: 3_000, days: 150, through: owner });
    await owner.end();
    const { rows } = await platform.database.pool.query(
      `select o.*, r.status as reservation from offer o
       left join reservation r on r.offer_id = o.id where o.seller_gallery_id = $1`,
      [seller.gallery.id],
    );
    raw = rows.map((row) => ({
      status: row.status,
      closedBy: row.closed_by,
      closeReason: row.close_reason,
      reservation: row.reservation as ReservationStatus | null,
      day: dayInTurkiye(row.created_at),
      answerMs: row.answered_at === null ? null : row.answered_at - row.created_at,
      byRule: row.answered_by_rule,
      asking: Number(row.asking_amount),
      amount: Number(row.amount),
    }));
  });

  it("is what the domain's rules say of the same rows", async () => {
    const input: ReportInput = {
      from: addDays(today, -120),
      to: addDays(today, -3),
      grain: "week",
      side: "SELLER",
    };
    const inside = raw.filter(({ day }) => day >= input.from && day <= input.to);
    expect(inside.length).toBeGreaterThan(500);

    const funnel = await funnelReport(seller, input);
    const byWeek = countBy(inside, ({ day }) => bucketOf(day, "week"));
    expect(funnel.current.made).toBe(inside.length);
    expect(Object.fromEntries(funnel.buckets.map(({ day, made }) => [day, made]))).toEqual(byWeek);

    const answers = await answerTimeReport(seller, input);
    const times = inside.flatMap(({ answerMs, byRule }) => (byRule ? [] : (answerMs ?? [])));
    expect(answers.current.answered).toBe(times.length);
    expect(answers.current.byRule).toBe(inside.filter(({ byRule }) => byRule).length);
    expect(answers.current.medianMs).toBeCloseTo(quantile(times, 0.5), 1);
    expect(answers.current.p90Ms).toBeCloseTo(quantile(times, 0.9), 1);
    const answerCounts = countBy(times, answerBand);
    for (const { band, count } of answers.bands) expect(count).toBe(answerCounts[band] ?? 0);

    const discounts = await discountReport(seller, input);
    const agreed = inside
      .filter(({ status }) => status === "ACCEPTED")
      .map(({ asking, amount }) => discountBps(asking, amount));
    expect(discounts.current.deals).toBe(agreed.length);
    expect(discounts.current.medianBps).toBeCloseTo(quantile(agreed, 0.5), 1);
    const discountCounts = countBy(agreed, discountBand);
    for (const { band, count } of discounts.bands) expect(count).toBe(discountCounts[band] ?? 0);

    const { lost, reasons } = await lostReasonReport(seller, input);
    const expected = countBy(inside, ({ answerMs, ...end }): LostReason | null =>
      lostReasonOf({ ...end, answered: answerMs !== null }, "SELLER"),
    );
    expect(Object.fromEntries(reasons.map(({ reason, count }) => [reason, count]))).toEqual(
      expected,
    );
    expect(funnel.buckets.reduce((sum, bucket) => sum + bucket.lost, 0)).toBe(lost);
  });
});
