import { chatCounts, listRooms, roomListInput } from "@oto/services/chat";
import type { TestPlatform } from "@oto/services/testing";
import { createDealerContext, createTestPlatform, createVehicle } from "@oto/services/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DemoDealer } from "./contexts";
import { createConversations } from "./conversations";
import { DEMO_TALKS } from "./conversations.data";
import { createRandom } from "./random";
import type { DemoVehicle } from "./stock";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

it("fills the demo sign-ins' rooms through the services, some of it unread", async () => {
  const { platform } = test;
  const contexts = await Promise.all([1, 2, 3, 4].map(() => createDealerContext(platform)));
  const dealers = contexts.map(
    ({ gallery, identity }, index): DemoDealer => ({
      galleryId: gallery.id,
      userId: identity.userId,
      name: `Demo ${index}`,
      provinceCode: 34,
    }),
  );
  const vehicles: DemoVehicle[] = [];
  for (const dealer of dealers) {
    const { vehicleId } = await createVehicle(platform, dealer.galleryId);
    vehicles.push({
      vehicleId,
      dealer,
      pictures: { bodyType: "SEDAN", color: "GREY" },
      createdAt: platform.now(),
      priceAmount: 100_000_000,
    });
  }
  const held = await createConversations(platform, { dealers, vehicles, random: createRandom(7) });
  expect(held).toBe(DEMO_TALKS.length * 2 + 1);
  const [first, second] = contexts;
  for (const context of [first, second]) {
    if (!context) throw new Error("two dealers at least");
    const { items } = await listRooms(context, roomListInput.parse({}));
    expect(items.length).toBeGreaterThan(3);
    expect(items.every(({ lastMessage }) => (lastMessage?.text ?? "").length > 3)).toBe(true);
    expect((await chatCounts(context)).unreadMessages).toBeGreaterThan(0);
  }
});
