import type { Delivery } from "@oto/adapters";
import { LANES } from "@oto/domain";
import type { ConsumerContract } from "@oto/events";
import { consumers } from "@oto/events";
import type { DealerContext, Platform } from "@oto/services";
import { listNotifications, sendDue, setPreferences } from "@oto/services/notification";
import { acceptOffer, counterOffer, createOffer, rejectOffer } from "@oto/services/offer";
import { cancelReservation } from "@oto/services/reservation";
import type { TestPlatform } from "@oto/services/testing";
import {
  createDealerContext,
  createTestPlatform,
  createVehicle,
  TEST_PRICE,
} from "@oto/services/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settle } from "../runtime/consume";
import type { ConsumerHandler } from "../runtime/define-consumer";
import { notificationConsumers } from "./index";

const handlers = new Map(
  (notificationConsumers as readonly ConsumerHandler[]).map((handler) => [
    handler.id as string,
    handler,
  ]),
);
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

const contracts = new Map<string, ConsumerContract>(Object.entries(consumers));
const lira = (amount: number) => ({ amount, currency: "TRY" as const });
const system = () => platform.database.unsafeSystem("tests deliver by hand");

/** Delivers everything that was announced about an aggregate to every consumer, `times` times. */
async function deliver(aggregateId: string, times = 1): Promise<void> {
  const events = await system().read((tx) =>
    tx.outboxEvent.findMany({ where: { aggregateId }, orderBy: { seq: "asc" } }),
  );
  for (let time = 0; time < times; time += 1) {
    for (const event of events) {
      for (const consumerId of handlers.keys()) {
        const delivery: Delivery = {
          message: { ...event, occurredAt: event.occurredAt.toISOString(), traceparent: undefined },
          consumerId,
          attempt: 1,
          signal: new AbortController().signal,
        };
        // A deal bears the id of its reservation: each consumer gets what it listens to.
        const contract = contracts.get(consumerId);
        if (contract?.on.some((name) => name === event.name)) {
          expect(await settle(platform, handlers, delivery)).toBe("ack");
        }
      }
    }
  }
  for (const lane of LANES) while ((await sendDue(platform, lane)) > 0);
}

const told = async (ctx: DealerContext) => (await listNotifications(ctx, { limit: 100 })).items;
const mailTo = async (ctx: DealerContext) => {
  const { email, phone } = await system().read((tx) =>
    tx.user.findUniqueOrThrow({
      where: { id: ctx.identity.userId },
      select: { email: true, phone: true },
    }),
  );
  const { mailbox } = platform.adapters;
  const [mails, texts] = await Promise.all([
    mailbox.list({ to: email, limit: 100 }),
    mailbox.list({ to: phone ?? "", limit: 100 }),
  ]);
  return {
    email: mails.map(({ template }) => template).sort(),
    sms: texts.map(({ template }) => template),
  };
};
const feedOf = (ctx: DealerContext) =>
  ctx.db.read((tx) =>
    tx.galleryFeed.findMany({ orderBy: { seq: "asc" }, select: { type: true, payload: true } }),
  );

describe("news of a deal", () => {
  it("reaches everybody concerned once, however often it is delivered", async () => {
    const { vehicleId } = await createVehicle(platform, seller.gallery.id);
    const mine = await createOffer(buyer, { vehicleId, amount: lira(TEST_PRICE - 100) });
    const theirs = await createOffer(rival, { vehicleId, amount: lira(TEST_PRICE - 200) });
    const asked = lira(TEST_PRICE - 50);
    await counterOffer(seller, { offerId: mine.offerId, round: 1, amount: asked });
    const accepted = await acceptOffer(buyer, { offerId: mine.offerId, round: 2 });
    await deliver(mine.offerId, 3);
    await deliver(theirs.offerId, 3);

    expect((await told(seller)).map(({ type }) => type).sort()).toEqual([
      "offer.accepted",
      "offer.created",
      "offer.created",
    ]);
    // The buyer accepted and knows; what they were asked is news.
    expect((await told(buyer)).map(({ type }) => type)).toEqual(["offer.countered"]);
    const [closed, ...more] = await told(rival);
    expect(more).toEqual([]);
    expect(closed).toMatchObject({
      type: "offer.closed",
      href: `/teklifler/${theirs.offerId}`,
      readAt: null,
    });
    expect(closed?.text).toContain("İlginiz için teşekkür ederiz");
    expect(await mailTo(seller)).toEqual({
      email: ["offer.accepted", "offer.created", "offer.created"],
      sms: ["offer.accepted"],
    });
    expect(await mailTo(rival)).toEqual({ email: [], sms: [] });
    const news = (await told(seller)).find(({ type }) => type === "offer.accepted");
    expect(news).toMatchObject({
      href: `/rezervasyonlar/${accepted.reservationId}`,
      params: { offerId: mine.offerId, amount: asked },
    });
  });

  it("feeds both sides, and strangers and rivals nothing of it", async () => {
    const [a, b] = [await createDealerContext(platform), await createDealerContext(platform)];
    const { vehicleId } = await createVehicle(platform, a.gallery.id);
    const { offerId } = await createOffer(b, { vehicleId, amount: lira(TEST_PRICE) });
    const before = (await feedOf(rival)).length;
    await deliver(offerId, 2);
    const types = async (ctx: DealerContext) => (await feedOf(ctx)).map(({ type }) => type).sort();
    expect(await types(a)).toEqual(["notification.created", "offer.created"]);
    expect(await types(b)).toEqual(["offer.created"]);
    expect(await feedOf(rival)).toHaveLength(before);
  });

  it("follows preferences, and tells a seller what the floor declined without telling the buyer why", async () => {
    const [a, b] = [await createDealerContext(platform), await createDealerContext(platform)];
    await setPreferences(a, {
      items: [
        { type: "offer.created", channel: "email", enabled: false },
        { type: "offer.created", channel: "sms", enabled: true },
      ],
    });
    const { vehicleId } = await createVehicle(platform, a.gallery.id, {
      lowestPriceAmount: BigInt(TEST_PRICE),
    });
    const first = await createOffer(b, { vehicleId, amount: lira(TEST_PRICE - 1) });
    await deliver(first.offerId);
    expect(await mailTo(a)).toEqual({ email: [], sms: ["offer.created"] });
    await rejectOffer(a, { offerId: first.offerId, round: 1 });
    await system().write((tx) =>
      tx.gallery.update({
        where: { id: a.gallery.id },
        data: { autoDecline: true },
        select: { id: true },
      }),
    );
    const second = await createOffer(b, { vehicleId, amount: lira(TEST_PRICE - 1) });
    await deliver(second.offerId, 2);
    expect((await told(a)).map(({ type }) => type)[0]).toBe("offer.auto_declined");
    const [rejected] = await told(b);
    expect(rejected).toMatchObject({ type: "offer.rejected" });
    expect(JSON.stringify([await told(b), await feedOf(b)])).not.toMatch(/floor|alt sınır/i);
  });

  it("tells the other side of a cancelled reservation why", async () => {
    const [a, b] = [await createDealerContext(platform), await createDealerContext(platform)];
    const { vehicleId } = await createVehicle(platform, a.gallery.id);
    const { offerId } = await createOffer(b, { vehicleId, amount: lira(TEST_PRICE) });
    const { reservationId } = await acceptOffer(a, { offerId, round: 1 });
    const id = reservationId ?? "";
    await cancelReservation(b, { reservationId: id, reason: "Kredi çıkmadı" });
    await deliver(id, 2);
    const news = await told(a);
    expect(news.map(({ type }) => type)).toEqual(["reservation.cancelled"]);
    expect(news[0]?.text).toContain("Kredi çıkmadı");
    expect(await told(b)).toEqual([]);
    expect((await mailTo(a)).email).toEqual(["reservation.cancelled"]);
  });
});
