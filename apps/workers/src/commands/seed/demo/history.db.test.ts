import { addDays, dayInTurkiye } from "@oto/domain";
import { funnelReport, lostReasonReport, platformReport, staffReport } from "@oto/services/report";
import type { TestPlatform } from "@oto/services/testing";
import {
  createDealerContext,
  createStaffContext,
  createTestPlatform,
  createVehicle,
} from "@oto/services/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DemoDealer } from "./contexts";
import { asDealer } from "./contexts";
import { createHistory } from "./history";
import { createTeams } from "./staff";
import type { DemoVehicle } from "./stock";

const DAY_MS = 86_400_000;
let test: TestPlatform;
const dealers: DemoDealer[] = [];
let past: Awaited<ReturnType<typeof createHistory>>;

beforeAll(async () => {
  test = await createTestPlatform();
  const { platform } = test;
  const createdAt = new Date(platform.now().getTime() - 90 * DAY_MS);
  const vehicles: DemoVehicle[] = [];
  for (let i = 0; i < 4; i += 1) {
    const { gallery, identity } = await createDealerContext(platform);
    const dealer = { galleryId: gallery.id, userId: identity.userId, name: "", provinceCode: 34 };
    dealers.push(dealer);
    for (let nr = 0; nr < 8; nr += 1) {
      const { vehicleId } = await createVehicle(platform, gallery.id, { publishedAt: createdAt });
      const pictures = { bodyType: "SEDAN", color: "WHITE" } as const;
      vehicles.push({ vehicleId, dealer, pictures, createdAt, priceAmount: 100_000_000 });
    }
  }
  const teams = await createTeams(platform, dealers);
  past = await createHistory(platform, { vehicles, dealers, teams, count: 60 });
}, 120_000);

afterAll(() => test.close());

describe("the demo's past", () => {
  it("has negotiations of every ending, spread over weeks", async () => {
    expect(past.made).toBeGreaterThan(40);
    const to = dayInTurkiye(test.platform.now());
    const period = { from: addDays(to, -80), to };
    const report = await platformReport(await createStaffContext(test.platform), period);
    expect(report.current.made).toBeGreaterThanOrEqual(past.made);
    expect(report.current.completed).toBe(past.sold.size);
    expect(report.current.completed).toBeGreaterThan(3);
    expect(report.buckets.filter(({ made }) => made > 0).length).toBeGreaterThan(5);
    const reasons = report.reasons.map(({ reason }) => reason);
    expect(reasons).toContain("REJECTED");
    expect(reasons).toContain("WITHDRAWN_BY_BUYER");
  });

  it("gives the first gallery's team something to compare", async () => {
    const [first] = dealers;
    if (!first) throw new Error("there are dealers");
    const to = dayInTurkiye(test.platform.now());
    const input = { from: addDays(to, -80), to, side: "SELLER" as const };
    const dealer = asDealer(test.platform, first);
    expect((await funnelReport(dealer, input)).current.answered).toBeGreaterThan(3);
    expect((await lostReasonReport(dealer, input)).lost).toBeGreaterThan(0);
    const { items } = await staffReport(dealer, input);
    expect(items.filter(({ name }) => name !== null).length).toBeGreaterThan(1);
  });
});
