import { newId } from "@oto/db";
import type { DealerContext } from "@oto/services";
import { noteOfferNews } from "@oto/services/notification";
import { acceptOffer, counterOffer, createOffer } from "@oto/services/offer";
import { cancelReservation } from "@oto/services/reservation";
import type { TestPlatform } from "@oto/services/testing";
import { createDealerContext, createTestPlatform, createVehicle } from "@oto/services/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Acknowledged } from "./board";
import { plantViolations } from "./plant";
import { proveDatabase } from "./proofs";

let test: TestPlatform;
let people: DealerContext[];

beforeAll(async () => {
  test = await createTestPlatform();
  people = [];
  for (let i = 0; i < 3; i += 1) people.push(await createDealerContext(test.platform));
});
afterAll(() => test.close());

const lira = (amount: number) => ({ amount, currency: "TRY" as const });

/** Two buyers want a vehicle; one of them gets it, and lets it go again. */
async function trade(): Promise<Acknowledged[]> {
  const [seller, buyer, rival] = people;
  if (!seller || !buyer || !rival) throw new Error("three people trade");
  const { vehicleId } = await createVehicle(test.platform, seller.gallery.id);
  const won = await createOffer(buyer, { vehicleId, amount: lira(90_000_100) });
  const lost = await createOffer(rival, { vehicleId, amount: lira(90_000_200) });
  const { offerId } = won;
  await counterOffer(seller, { offerId, round: 1, amount: lira(95_000_300) });
  const { reservationId } = await acceptOffer(buyer, { offerId, round: 2 });
  await cancelReservation(buyer, { reservationId: reservationId ?? "", reason: "Vazgeçtim" });
  const parties = { buyerGalleryId: rival.gallery.id, sellerGalleryId: seller.gallery.id };
  const payload = { offerId: lost.offerId, vehicleId, round: 1, ...parties };
  const closed = { ...payload, reason: "RIVAL_ACCEPTED" };
  const event = { name: "offer.closed", version: 1, payload: closed, eventId: newId() } as const;
  await test.platform.database
    .unsafeSystem("a test delivers by hand")
    .write((tx) => noteOfferNews(test.platform, tx, [event]));
  return [
    { offerId, round: 1, amount: 90_000_100 },
    { offerId: lost.offerId, round: 1, amount: 90_000_200 },
    { offerId, round: 2, amount: 95_000_300 },
  ];
}

it("finds nothing where all is well, and every violation that is planted", async () => {
  const proposals = [...(await trade()), ...(await trade())];
  const { pool } = test.platform.database;
  const clean = await proveDatabase(pool, proposals);
  expect(clean.filter(({ found }) => found > 0)).toEqual([]);
  expect(clean.filter(({ of }) => of > 0).length).toBeGreaterThan(9);
  const absent = { offerId: proposals[0]?.offerId ?? "", round: 9, amount: 1 };
  await plantViolations(test.databaseUrl);
  const spoiled = await proveDatabase(pool, [...proposals, absent]);
  expect(spoiled.filter(({ found }) => found > 0).map(({ name }) => name)).toEqual([
    "rounds with a gap, or not as the offer says",
    "money that moved: reservation, offer, round, event",
    "a closed rival who was not told just once",
    "an acknowledged proposal lost or doubled",
    "a deal log entry whose hash is not its own",
    "the audit chain broken",
  ]);
});
