import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
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

/**
 * The reports over 200,000 negotiations of a year: every statement that they send is explained by
 * the database, under the role and the policies that they run with.
 */
const OFFERS = 200_000;
const DAYS = 365;
const GALLERIES = 200;

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: PlanNode[];
}

interface Plan {
  Plan: PlanNode;
  "Execution Time": number;
}

interface Explained {
  nodes: PlanNode[];
  ms: number;
}

let test: TestPlatform;
let dealer: DealerContext;
let staff: StaffContext;
let today: string;

const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];

/** The same transaction, which also explains each raw statement that goes through it. */
function explaining(tx: Tx, found: Explained[]): Tx {
  return new Proxy(tx, {
    get(target, key) {
      if (key !== "$queryRaw") return Reflect.get(target, key);
      return async (strings: TemplateStringsArray, ...values: unknown[]) => {
        const asked = Prisma.sql(strings, ...values);
        const rows = await target.$queryRaw<{ "QUERY PLAN": Plan[] }[]>(
          Prisma.sql`explain (analyze, format json) ${asked}`,
        );
        const plan = rows[0]?.["QUERY PLAN"][0];
        if (plan) found.push({ nodes: flat(plan.Plan), ms: plan["Execution Time"] });
        return target.$queryRaw(asked);
      };
    },
  });
}

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

const scansOf = (plans: readonly Explained[], relation: string) =>
  plans.flatMap(({ nodes }) =>
    nodes.filter((node) => node["Node Type"] === "Seq Scan" && node["Relation Name"] === relation),
  );
const indexesOf = (plans: readonly Explained[]) =>
  new Set(plans.flatMap(({ nodes }) => nodes.flatMap((node) => node["Index Name"] ?? [])));
const slowest = (plans: readonly Explained[]) => Math.max(...plans.map(({ ms }) => ms));

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

/** What happened to the stock of all galleries in a year, as often as they negotiated. */
async function createTransitions(owner: pg.Client): Promise<void> {
  await owner.query(
    `with stock as (select id, gallery_id, row_number() over (order by id) - 1 as nr,
        count(*) over () as many from vehicle)
     insert into vehicle_transition
       (id, vehicle_id, gallery_id, from_status, to_status, action, created_at)
     select gen_random_uuid(), s.id, s.gallery_id, 'PAUSED', 'PUBLISHED', 'publish',
       now() - make_interval(secs => ($2::int * 86400.0 / $1) * n)
     from generate_series(1, $1::int) as n join stock s on s.nr = n % s.many`,
    [OFFERS, DAYS],
  );
  await owner.query("analyze vehicle_transition");
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
  await createTransitions(owner);
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

  it("what happened to the stock in a month is read by its days, not from all there is", async () => {
    const period = { from: addDays(today, -29), to: today };
    const read = async () => {
      const plans = await platformPlansOf((ctx) => platformReport(ctx, period));
      const about = plans.filter(({ nodes }) =>
        nodes.some((node) => node["Relation Name"] === "vehicle_transition"),
      );
      return { plans: about, ms: slowest(about) };
    };
    const indexed = await read();
    expect(indexed.plans.length).toBeGreaterThan(0);
    expect(scansOf(indexed.plans, "vehicle_transition")).toEqual([]);
    expect(indexesOf(indexed.plans)).toContain("vehicle_transition_created_at_idx");
    const owner = new pg.Client({ connectionString: test.databaseUrl });
    await owner.connect();
    await owner.query("drop index vehicle_transition_created_at_idx");
    const bare = await read();
    await owner.query(
      "create index vehicle_transition_created_at_idx on vehicle_transition (created_at)",
    );
    await owner.end();
    expect(scansOf(bare.plans, "vehicle_transition").length).toBeGreaterThan(0);
    // biome-ignore lint/suspicious/noConsole: what was measured is the result of this suite
    console.log(
      `events of a month among ${OFFERS}: ${indexed.ms.toFixed(1)} ms by index, ${bare.ms.toFixed(1)} ms without`,
    );
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
