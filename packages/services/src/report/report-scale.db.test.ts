import { addDays, dayInTurkiye } from "@oto/domain";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, StaffContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  copyVehicle,
  createDealerContext,
  createEndedOffers,
  createStaffContext,
  createTestPlatform,
  createVehicle,
} from "../testing";
import {
  answerTimeReport,
  discountReport,
  funnelReport,
  galleryReport,
  lostReasonReport,
  platformReport,
  staffReport,
  vehicleReport,
} from "./index";
import type { Explained } from "./report-plans.fixture";
import { explaining, indexesOf, scansOf, slowest } from "./report-plans.fixture";

/**
 * The reports over 200,000 negotiations of a year: every statement that they send is explained by
 * the database, under the role and the policies that they run with.
 */
const OFFERS = 200_000;
const DAYS = 365;
const GALLERIES = 200;

let test: TestPlatform;
let dealer: DealerContext;
let staff: StaffContext;
let today: string;

/** Runs a report and gives the plans of everything that it asked. */
async function plansOf(report: (ctx: DealerContext) => Promise<unknown>): Promise<Explained[]> {
  const found: Explained[] = [];
  const { db } = dealer;
  const read: typeof db.read = (work, options) =>
    db.read((tx) => work(explaining(tx, found)), options);
  await report({ ...dealer, db: { ...db, read } });
  return found;
}

async function platformPlansOf(
  report: (ctx: StaffContext) => Promise<unknown>,
): Promise<Explained[]> {
  const found: Explained[] = [];
  const { database } = staff;
  const unsafeSystem: typeof database.unsafeSystem = (reason) => {
    const db = database.unsafeSystem(reason);
    return {
      ...db,
      read: (work, options) => db.read((tx) => work(explaining(tx, found)), options),
    };
  };
  await report({ ...staff, database: { ...database, unsafeSystem } });
  return found;
}

/** Galleries like the first one, each with some vehicles like its own; no event tells of them. */
async function copyGalleries(owner: pg.Client): Promise<void> {
  await owner.query(
    `insert into gallery select copy.* from gallery g, generate_series(2, $2::int) as n,
       lateral jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(),
         'slug', 'kopya-' || n, 'tax_number', 'kopya-' || n)) as copy
     where g.id = $1`,
    [dealer.gallery.id, GALLERIES],
  );
  await owner.query(
    `insert into vehicle select copy.* from gallery g,
       lateral (select * from vehicle where gallery_id = $1 order by stock_no limit 20) v,
       lateral jsonb_populate_record(v::vehicle, jsonb_build_object('id', gen_random_uuid(),
         'gallery_id', g.id)) as copy
     where g.slug like 'kopya-%'`,
    [dealer.gallery.id],
  );
}

beforeAll(async () => {
  test = await createTestPlatform();
  const { platform } = test;
  today = dayInTurkiye(platform.now());
  staff = await createStaffContext(platform);
  dealer = await createDealerContext(platform);
  const { vehicleId } = await createVehicle(platform, dealer.gallery.id);
  // The first gallery is as large as ten of the others.
  await copyVehicle(platform, vehicleId, 200);
  const owner = new pg.Client({ connectionString: test.databaseUrl });
  await owner.connect();
  await copyGalleries(owner);
  await owner.query("analyze gallery, vehicle");
  await createEndedOffers(platform, { count: OFFERS, days: DAYS, through: owner });
  await owner.end();
}, 300_000);

afterAll(() => test.close());

describe("over 200,000 negotiations", () => {
  const reports = {
    funnel: funnelReport,
    answerTimes: answerTimeReport,
    discounts: discountReport,
    lostReasons: lostReasonReport,
    staff: staffReport,
    vehicles: (ctx: DealerContext, input: Parameters<typeof funnelReport>[1]) =>
      vehicleReport(ctx, { ...input, limit: 24 }),
  };

  it.each(Object.entries(reports))(
    "%s reads the gallery's own days by an index, on either side",
    async (_name, report) => {
      for (const side of ["SELLER", "BUYER"] as const) {
        const period = { from: addDays(today, -29), to: today };
        const plans = await plansOf((ctx) => report(ctx, { ...period, side }));
        expect(plans.length).toBeGreaterThan(0);
        for (const relation of ["offer", "offer_round", "reservation"]) {
          expect(scansOf(plans, relation)).toEqual([]);
        }
        expect(indexesOf(plans)).toContain(
          side === "SELLER"
            ? "offer_seller_gallery_id_created_at_idx"
            : "offer_buyer_gallery_id_created_at_idx",
        );
        // A floor for a busy machine; it takes some tens of milliseconds.
        expect(slowest(plans)).toBeLessThan(2_000);
      }
    },
  );

  it("the platform's month is read by the days of offers, each once a statement", async () => {
    const period = { from: addDays(today, -29), to: today };
    const plans = await platformPlansOf((ctx) => platformReport(ctx, period));
    expect(scansOf(plans, "offer")).toEqual([]);
    expect(indexesOf(plans)).toContain("offer_created_at_idx");
    expect(slowest(plans)).toBeLessThan(4_000);
  });

  it("the platform's year takes seconds, also by gallery", async () => {
    const period = { from: addDays(today, -364), to: today };
    const started = performance.now();
    const { current, reasons } = await platformReport(staff, period);
    const figuresMs = performance.now() - started;
    const { items } = await galleryReport(staff, { ...period, limit: 24 });
    const galleriesMs = performance.now() - started - figuresMs;
    expect(current.made).toBeGreaterThan(OFFERS * 0.9);
    expect(current.activeGalleries).toBe(GALLERIES);
    expect(reasons.length).toBeGreaterThan(5);
    expect(items).toHaveLength(24);
    // Ten times what a machine with nothing else to do takes.
    expect(Math.max(figuresMs, galleriesMs)).toBeLessThan(60_000);
    // biome-ignore lint/suspicious/noConsole: what was measured is the result of this suite
    console.log(
      `reports over ${OFFERS} offers: the platform's year ${Math.round(figuresMs)} ms, by gallery ${Math.round(galleriesMs)} ms`,
    );
  }, 150_000);

  it("the galleries' table is paged without a gap", async () => {
    const period = { from: addDays(today, -29), to: today };
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof galleryReport>> = await galleryReport(staff, {
        ...period,
        limit: 100,
        cursor,
      });
      seen.push(...page.items.map(({ galleryId }) => galleryId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(GALLERIES);
    expect(seen[0]).toBe(dealer.gallery.id);
  });
});
