import type { TestPlatform } from "@oto/services/testing";
import {
  createDealerContext,
  createTestPlatform,
  createVehicle,
  TEST_PRICE,
} from "@oto/services/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DemoDealer } from "./contexts";
import { createDeals } from "./deals";
import type { DemoVehicle } from "./stock";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

it("makes deals at every stage, on both sides of the demo galleries", async () => {
  const { platform } = test;
  const dealers: DemoDealer[] = [];
  for (const name of ["Bir", "İki"]) {
    const { gallery, identity } = await createDealerContext(platform);
    dealers.push({ galleryId: gallery.id, userId: identity.userId, name, provinceCode: 34 });
  }
  const vehicles: DemoVehicle[] = [];
  for (const dealer of [...dealers, ...dealers, ...dealers]) {
    const { vehicleId } = await createVehicle(platform, dealer.galleryId);
    const pictures = { bodyType: "SEDAN", color: "WHITE" } as const;
    vehicles.push({
      ...{ vehicleId, dealer, pictures },
      createdAt: platform.now(),
      priceAmount: TEST_PRICE,
    });
  }
  expect((await createDeals(platform, { vehicles, dealers })).size).toBe(6);
  const deals = await platform.database
    .unsafeSystem("tests look at both sides")
    .read((tx) =>
      tx.deal.findMany({ select: { status: true, disputedAt: true, ratingsShownAt: true } }),
    );
  expect(deals.filter(({ status }) => status === "OPEN")).toHaveLength(5);
  expect(deals.filter(({ disputedAt }) => disputedAt !== null)).toHaveLength(1);
  expect(deals.filter(({ ratingsShownAt }) => ratingsShownAt !== null)).toHaveLength(1);
});
