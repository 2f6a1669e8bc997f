import { addDays, dayInTurkiye } from "@oto/domain";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { StaffContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createStaffContext,
  createTestPlatform,
  createVehicle,
} from "../testing";
import { platformReport } from "./index";
import type { Explained } from "./report-plans.fixture";
import { explaining, indexesOf, scansOf, slowest } from "./report-plans.fixture";

/** What happened to the stock of all galleries in a year. */
const EVENTS = 200_000;
const DAYS = 365;
const INDEX = "vehicle_transition_created_at_idx";

let test: TestPlatform;
let staff: StaffContext;
let owner: pg.Client;

beforeAll(async () => {
  test = await createTestPlatform();
  staff = await createStaffContext(test.platform);
  const { gallery } = await createDealerContext(test.platform);
  const { vehicleId } = await createVehicle(test.platform, gallery.id);
  owner = new pg.Client({ connectionString: test.databaseUrl });
  await owner.connect();
  await owner.query(
    `insert into vehicle_transition
       (id, vehicle_id, gallery_id, from_status, to_status, action, created_at)
     select gen_random_uuid(), $3, $4, 'PAUSED', 'PUBLISHED', 'publish',
       now() - make_interval(secs => ($2::int * 86400.0 / $1) * n)
     from generate_series(1, $1::int) as n`,
    [EVENTS, DAYS, vehicleId, gallery.id],
  );
  await owner.query("analyze vehicle_transition");
}, 180_000);
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** Plans of what the platform's report of a month asks about the stock. */
async function plansOfMonth(): Promise<Explained[]> {
  const found: Explained[] = [];
  const { database } = staff;
  const unsafeSystem: typeof database.unsafeSystem = (reason) => {
    const db = database.unsafeSystem(reason);
    return {
      ...db,
      read: (work, options) => db.read((tx) => work(explaining(tx, found)), options),
    };
  };
  const today = dayInTurkiye(test.platform.now());
  const period = { from: addDays(today, -29), to: today };
  await platformReport({ ...staff, database: { ...database, unsafeSystem } }, period);
  return found.filter(({ nodes }) =>
    nodes.some((node) => node["Relation Name"] === "vehicle_transition"),
  );
}

it("what happened to the stock in a month is read by its days, not from all there is", async ({
  annotate,
}) => {
  const indexed = await plansOfMonth();
  expect(indexed.length).toBeGreaterThan(0);
  expect(scansOf(indexed, "vehicle_transition")).toEqual([]);
  expect(indexesOf(indexed)).toContain(INDEX);
  await owner.query(`drop index ${INDEX}`);
  const bare = await plansOfMonth();
  expect(indexesOf(bare)).not.toContain(INDEX);
  await annotate(
    `a month among ${EVENTS}: ${slowest(indexed).toFixed(1)} ms by index, ${slowest(bare).toFixed(1)} ms without`,
  );
});
