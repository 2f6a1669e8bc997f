import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import { acceptOffer, createOffer } from "../offer";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform, createVehicle, TEST_PRICE } from "../testing";
import {
  cancelReservation,
  completeReservation,
  expireReservations,
  extendReservation,
  getReservation,
  listReservations,
} from "./index";

const HOUR_MS = 3_600_000;
let test: TestPlatform;
let platform: Platform;
let seller: DealerContext;
let buyer: DealerContext;
let stranger: DealerContext;

beforeAll(async () => {
  test = await createTestPlatform();
  platform = test.platform;
  [seller, buyer, stranger] = await Promise.all([
    createDealerContext(platform),
    createDealerContext(platform),
    createDealerContext(platform),
  ]);
});

afterAll(() => test.close());

const system = () => platform.database.unsafeSystem("tests look at both sides");

async function reserve(): Promise<{ reservationId: string; vehicleId: string }> {
  const { vehicleId } = await createVehicle(platform, seller.gallery.id);
  const amount = { amount: TEST_PRICE, currency: "TRY" as const };
  const { offerId } = await createOffer(buyer, { vehicleId, amount });
  const { reservationId } = await acceptOffer(seller, { offerId, round: 1 });
  return { reservationId: reservationId ?? "", vehicleId };
}

async function statusOf(vehicleId: string): Promise<string> {
  const row = await system().read((tx) =>
    tx.vehicle.findUniqueOrThrow({ where: { id: vehicleId }, select: { status: true } }),
  );
  return row.status;
}

async function eventsOf(reservationId: string): Promise<string[]> {
  const rows = await system().read((tx) =>
    tx.outboxEvent.findMany({
      where: { aggregateId: reservationId, aggregateType: "reservation" },
      orderBy: { seq: "asc" },
      select: { name: true },
    }),
  );
  return rows.map(({ name }) => name);
}

describe("a reservation", () => {
  it("shows the sides each other's contacts and nobody else anything", async () => {
    const { reservationId } = await reserve();
    const view = await getReservation(buyer, { reservationId });
    expect(view).toMatchObject({
      side: "BUYER",
      status: "ACTIVE",
      counterpart: { galleryId: seller.gallery.id, province: { code: 34, name: "İstanbul" } },
      actions: ["complete", "cancel", "requestExtension"],
    });
    for (const call of [
      () => getReservation(stranger, { reservationId }),
      () => completeReservation(stranger, { reservationId }),
      () => cancelReservation(stranger, { reservationId, reason: "x" }),
      () => extendReservation(stranger, { reservationId }),
    ]) {
      await expect(call()).rejects.toThrow("reservation.not_found");
    }
    const { items } = await listReservations(stranger, { limit: 24 });
    expect(items).toEqual([]);
  });

  it("sells the vehicle when it is completed, once", async () => {
    const { reservationId, vehicleId } = await reserve();
    const results = await Promise.allSettled([
      completeReservation(seller, { reservationId }),
      completeReservation(buyer, { reservationId }),
      cancelReservation(buyer, { reservationId, reason: "Vazgeçtim" }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { status } = await getReservation(seller, { reservationId });
    expect(await statusOf(vehicleId)).toBe(status === "COMPLETED" ? "SOLD" : "PUBLISHED");
    expect(await eventsOf(reservationId)).toHaveLength(1);
  });

  it("releases the vehicle when it is cancelled, with a reason", async () => {
    const { reservationId, vehicleId } = await reserve();
    await expect(cancelReservation(buyer, { reservationId, reason: " " })).rejects.toThrow(
      "reservation.reason_required",
    );
    await cancelReservation(buyer, { reservationId, reason: "Kredi çıkmadı" });
    expect(await statusOf(vehicleId)).toBe("PUBLISHED");
    expect(await getReservation(seller, { reservationId })).toMatchObject({
      status: "CANCELLED",
      closedBy: "BUYER",
      closeReason: "Kredi çıkmadı",
      actions: [],
    });
  });

  it("is extended when the other side agrees, and never beyond the limit", async () => {
    const { reservationId } = await reserve();
    const before = await getReservation(buyer, { reservationId });
    const until = new Date(Date.parse(before.expiresAt) + 10 * HOUR_MS).toISOString();
    const asked = await extendReservation(buyer, { reservationId, until });
    expect(asked).toMatchObject({ expiresAt: before.expiresAt, extension: { by: "BUYER", until } });
    await extendReservation(buyer, { reservationId, until });
    expect(await getReservation(seller, { reservationId })).toMatchObject({
      expiresAt: before.expiresAt,
      extension: { mine: false, until },
      actions: ["complete", "cancel", "agreeExtension", "declineExtension"],
    });
    const agreed = await extendReservation(seller, { reservationId });
    expect(agreed).toMatchObject({ expiresAt: until, extension: null });
    const far = new Date(Date.parse(before.createdAt) + 169 * HOUR_MS).toISOString();
    await expect(extendReservation(buyer, { reservationId, until: far })).rejects.toThrow(
      "reservation.too_long",
    );
    const past = new Date(Date.parse(before.createdAt)).toISOString();
    await expect(extendReservation(buyer, { reservationId, until: past })).rejects.toThrow(
      "input.invalid",
    );
  });

  it("puts the vehicle back when its time is over, once", async () => {
    const { reservationId, vehicleId } = await reserve();
    await expireReservations(platform);
    expect(await statusOf(vehicleId)).toBe("RESERVED");
    test.clock.advance(49 * HOUR_MS);
    await expect(completeReservation(seller, { reservationId })).rejects.toThrow(
      "reservation.not_active",
    );
    await Promise.all([1, 2, 3].map(() => expireReservations(platform)));
    await expireReservations(platform);
    expect(await statusOf(vehicleId)).toBe("PUBLISHED");
    expect(await eventsOf(reservationId)).toEqual(["reservation.expired"]);
    const { reservationId: next } = await reserve();
    expect((await getReservation(buyer, { reservationId: next })).status).toBe("ACTIVE");
  });
});
