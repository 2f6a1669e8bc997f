import { newId } from "@oto/db";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import { cancelReservation } from "../reservation";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform, createVehicle, TEST_PRICE } from "../testing";
import { acceptOffer, counterOffer, createOffer } from "./index";

/** What the rules refuse, tried behind their back: by SQL, under each role, the owner's included. */
let test: TestPlatform;
let platform: Platform;
let seller: DealerContext;
let buyer: DealerContext;
let owner: pg.Client;
let offerId: string;
let vehicleId: string;

beforeAll(async () => {
  test = await createTestPlatform();
  platform = test.platform;
  owner = new pg.Client({ connectionString: test.databaseUrl });
  await owner.connect();
});
beforeEach(async () => {
  [seller, buyer] = [await createDealerContext(platform), await createDealerContext(platform)];
  ({ vehicleId } = await createVehicle(platform, seller.gallery.id));
  ({ offerId } = await createOffer(buyer, { vehicleId, amount: lira(TEST_PRICE - 100) }));
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

const lira = (amount: number) => ({ amount, currency: "TRY" as const });

interface Actor {
  role: "owner" | "oto_system" | "oto_app";
  galleryId?: string;
}

/** Runs statements as one transaction; the message of what refused them, or "done". */
async function attempt({ role, galleryId }: Actor, ...statements: string[]): Promise<string> {
  try {
    await owner.query("begin");
    if (role !== "owner") await owner.query(`set local role ${role}`);
    if (galleryId) await owner.query("select set_config('app.gallery_id', $1, true)", [galleryId]);
    let changed = 0;
    for (const sql of statements) changed += (await owner.query(sql)).rowCount ?? 0;
    await owner.query("commit");
    return changed === 0 ? "nothing" : "done";
  } catch (error) {
    await owner.query("rollback");
    return error instanceof Error ? error.message : String(error);
  }
}

const strong: Actor[] = [{ role: "owner" }, { role: "oto_system" }];
/** What the owner and the platform's own role are told, each once. */
async function both(statement: string): Promise<Set<string>> {
  const answers = new Set<string>();
  for (const actor of strong) answers.add(await attempt(actor, statement));
  return answers;
}
const update = (set: string) => `update offer set ${set} where id = '${offerId}'`;
const ended = (status: string, by: string | null, more = "") =>
  update(
    `status = '${status}', turn = null, closed_at = clock_started_at, closed_by = ${by ? `'${by}'` : "null"}${more}`,
  );
const refused = (reason: string) => new Set([reason]);

describe("an open offer", () => {
  it("keeps its parties, its vehicle and its currency", async () => {
    for (const set of [
      `buyer_gallery_id = '${newId()}'`,
      `seller_gallery_id = '${newId()}'`,
      `vehicle_id = '${newId()}'`,
      "currency = 'EUR'",
      "created_at = now()",
    ]) {
      expect(await both(update(set))).toEqual(refused("offer.not_found"));
    }
  });

  it("moves by one round and one turn, with its round written", async () => {
    const next = (round: number, turn: string, more = "") =>
      update(`round = ${round}, turn = '${turn}', amount = 5${more}`);
    expect(await both(next(1, "SELLER"))).toEqual(refused("offer.stale"));
    expect(await both(next(3, "BUYER"))).toEqual(refused("offer.stale"));
    expect(await both(next(0, "BUYER"))).toEqual(refused("offer.stale"));
    expect(await both(next(2, "SELLER"))).toEqual(refused("offer.not_your_turn"));
    expect(await both(next(2, "BUYER", ", clock_started_at = expires_at"))).toEqual(
      refused("offer.expired"),
    );
    // The state alone moved: at commit its round is missing.
    expect(await both(next(2, "BUYER"))).toEqual(refused("offer.stale"));
    expect(await both(update("expires_at = expires_at + interval '1 day'"))).toEqual(
      refused("offer.stale"),
    );
  });

  it("takes no more than twenty rounds, and none after a final one", async () => {
    const amount = lira(TEST_PRICE - 50);
    await counterOffer(seller, { offerId, round: 1, amount, final: true });
    expect(await both(update("round = 3, turn = 'SELLER', amount = 5"))).toEqual(
      refused("offer.final"),
    );
    const { vehicleId: other } = await createVehicle(platform, seller.gallery.id);
    ({ offerId } = await createOffer(buyer, { vehicleId: other, amount: lira(TEST_PRICE) }));
    for (let round = 1; round < 20; round += 1) {
      await counterOffer(round % 2 ? seller : buyer, { offerId, round, amount });
    }
    expect(await both(update("round = 21, turn = 'SELLER', amount = 5"))).toEqual(
      refused("offer.too_many_rounds"),
    );
  });

  it("ends by whoever may end it, in time, with its money as it was", async () => {
    expect(await both(ended("ACCEPTED", "BUYER"))).toEqual(refused("offer.not_your_turn"));
    expect(await both(ended("REJECTED", "BUYER"))).toEqual(refused("offer.not_your_turn"));
    expect(await both(ended("WITHDRAWN", "SELLER"))).toEqual(refused("offer.not_your_turn"));
    expect(await both(ended("WITHDRAWN", null))).toEqual(refused("offer.not_your_turn"));
    expect(await both(ended("EXPIRED", null))).toEqual(refused("offer.not_open"));
    expect(await both(ended("EXPIRED", "BUYER"))).toEqual(refused("offer.not_found"));
    expect(await both(ended("CLOSED", null))).toEqual(refused("offer.not_open"));
    expect(await both(ended("REJECTED", "SELLER", ", amount = 7"))).toEqual(refused("offer.stale"));
    const late = update(
      "status = 'REJECTED', turn = null, closed_by = 'SELLER', closed_at = expires_at",
    );
    expect(await both(late)).toEqual(refused("offer.expired"));
    // Accepted by the right side, and yet without its reservation at commit.
    expect(await both(ended("ACCEPTED", "SELLER"))).toEqual(refused("offer.vehicle_unavailable"));
  });

  it("is opened at round 1 for the seller to answer", async () => {
    const copy = (set: string) => `insert into offer select c.* from offer o,
      lateral jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
        'buyer_gallery_id', gen_random_uuid(), ${set})) c where o.id = '${offerId}'`;
    for (const set of ["'round', 2", "'turn', 'BUYER'", "'final', true"]) {
      expect(await both(copy(set))).toEqual(refused("offer.not_open"));
    }
  });
});

describe("a proposal", () => {
  it("is never changed, but seen once", async () => {
    const round = (set: string) => `update offer_round set ${set} where offer_id = '${offerId}'`;
    for (const set of ["amount = amount - 1", "message = 'x'", "side = 'SELLER'", "round = 2"]) {
      expect(await both(round(set))).toEqual(refused("offer.stale"));
    }
    expect(await attempt({ role: "oto_system" }, round("seen_at = now()"))).toBe("done");
    expect(await both(round("seen_at = null"))).toEqual(refused("offer.stale"));
  });

  it("is written beside the state that it made", async () => {
    const copy = (set: string) => `insert into offer_round select c.* from offer_round r,
      lateral jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), ${set})) c
      where r.offer_id = '${offerId}' and r.round = 1`;
    expect(await both(copy("'round', 2"))).toEqual(refused("offer.stale"));
    expect(await both(copy("'side', 'SELLER'"))).toEqual(refused("offer.not_your_turn"));
    expect(await both(copy("'amount', 5"))).toEqual(refused("offer.amount_invalid"));
    expect(await both(copy("'currency', 'EUR'"))).toEqual(refused("offer.currency_mismatch"));
  });
});

describe("a closed offer and its reservation", () => {
  const reservation = (set: string) =>
    `update reservation set ${set} where offer_id = '${offerId}'`;

  it("never changes again", async () => {
    const { reservationId } = await acceptOffer(seller, { offerId, round: 1 });
    for (const set of [
      "status = 'OPEN', turn = 'SELLER', closed_at = null",
      "amount = amount + 1",
      "close_reason = 'x'",
      "status = 'REJECTED'",
    ]) {
      expect(await both(update(set))).toEqual(refused("offer.not_open"));
    }
    for (const set of ["amount = amount + 1", "currency = 'EUR'", `vehicle_id = '${newId()}'`]) {
      expect(await both(reservation(set))).toEqual(refused("reservation.not_found"));
    }
    expect(await both(reservation("expires_at = expires_at + interval '1 hour'"))).toEqual(
      refused("reservation.extension_not_agreed"),
    );
    expect(await both(reservation("expires_at = expires_at - interval '1 hour'"))).toEqual(
      refused("reservation.not_active"),
    );
    expect(await both(reservation("status = 'EXPIRED', closed_at = clock_started_at"))).toEqual(
      refused("reservation.not_active"),
    );
    expect(
      await both(reservation("status = 'CANCELLED', closed_at = now(), close_reason = ' '")),
    ).toEqual(refused("reservation.reason_required"));
    // A reserved vehicle and its reservation let go of each other together, or not at all.
    expect(await both(`update vehicle set status = 'PUBLISHED' where id = '${vehicleId}'`)).toEqual(
      refused("inventory.locked_by_reservation"),
    );
    await cancelReservation(seller, { reservationId: reservationId ?? "", reason: "Deneme" });
    for (const set of ["status = 'ACTIVE', closed_at = null", "counts_against = 'BUYER'"]) {
      expect(await both(reservation(set))).toEqual(refused("reservation.not_active"));
    }
  });

  it("is never deleted by the platform", async () => {
    for (const table of ["offer", "offer_round", "reservation"]) {
      expect(await attempt({ role: "oto_system" }, `delete from ${table}`)).toMatch(
        /permission denied/,
      );
    }
  });
});

describe("the tenant role", () => {
  it("looks on: neither side nor a stranger moves a deal by itself", async () => {
    const stranger = await createDealerContext(platform);
    for (const { gallery } of [seller, buyer, stranger]) {
      const actor: Actor = { role: "oto_app", galleryId: gallery.id };
      for (const sql of [
        ended("ACCEPTED", "SELLER"),
        ended("REJECTED", "SELLER"),
        ended("WITHDRAWN", "BUYER"),
        update("round = 2, turn = 'BUYER', amount = 5"),
        update("asking_amount = 5"),
        `insert into offer select * from offer where id = '${offerId}'`,
        `insert into offer_round select * from offer_round where offer_id = '${offerId}'`,
        `update offer_round set amount = 5 where offer_id = '${offerId}'`,
        `delete from offer where id = '${offerId}'`,
        "update reservation set status = 'EXPIRED'",
      ]) {
        expect(await attempt(actor, sql)).toMatch(/permission denied/);
      }
    }
  });

  it("marks what its own side has seen, and nothing of others", async () => {
    const as = (ctx: DealerContext): Actor => ({ role: "oto_app", galleryId: ctx.gallery.id });
    const stranger = await createDealerContext(platform);
    expect(await attempt(as(seller), update("seller_seen_round = 1"))).toBe("done");
    expect(await attempt(as(buyer), update("seller_seen_round = 2"))).toBe("offer.stale");
    expect(await attempt(as(seller), update("buyer_seen_round = 2"))).toBe("offer.stale");
    expect(await attempt(as(seller), update("seller_seen_round = 0"))).toBe("offer.stale");
    expect(await attempt(as(stranger), update("seller_seen_round = 2"))).toBe("nothing");
  });
});
