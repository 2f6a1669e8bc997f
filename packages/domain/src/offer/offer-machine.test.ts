import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OFFER_STATUSES } from "../values";
import type { OfferAction, OfferContext, OfferState } from ".";
import {
  autoDecline,
  createOffer,
  decideOffer,
  OFFER_MAX_ROUNDS,
  offerActions,
  offerExpiry,
  otherSide,
} from ".";

const now = new Date("2026-01-10T10:00:00Z");
const later = new Date("2026-01-12T10:00:00Z");
const buyer = { galleryId: "buyer" };
const seller = { galleryId: "seller" };
const asking = 100_000_000;

function context(actor: OfferContext["actor"], at: Date = now): OfferContext {
  return { actor, now: at };
}

function request(overrides: Partial<Parameters<typeof createOffer>[0]> = {}) {
  return {
    vehicle: {
      galleryId: "seller",
      status: "PUBLISHED" as const,
      price: { amount: asking, currency: "TRY" as const },
    },
    buyerGalleryId: "buyer",
    amount: { amount: 95_000_000, currency: "TRY" as const },
    ...overrides,
  };
}

const opened = createOffer(request(), now).next;

describe("createOffer", () => {
  it("starts at round 1 with the seller's turn and a day on the clock", () => {
    expect(opened).toMatchObject({ status: "OPEN", round: 1, turn: "SELLER", final: false });
    expect(opened.expiresAt).toBe("2026-01-11T10:00:00.000Z");
    expect(createOffer(request({ validForHours: 1 }), now).next.expiresAt).toBe(
      offerExpiry(now, 1),
    );
  });

  it("refuses own vehicles, vehicles off the market, other currencies and wild amounts", () => {
    const { vehicle } = request();
    expect(() => createOffer(request({ buyerGalleryId: "seller" }), now)).toThrow(
      "offer.own_vehicle",
    );
    expect(() =>
      createOffer(request({ vehicle: { ...vehicle, status: "RESERVED" } }), now),
    ).toThrow("offer.vehicle_unavailable");
    expect(() => createOffer(request({ amount: { amount: 5, currency: "EUR" } }), now)).toThrow(
      "offer.currency_mismatch",
    );
    for (const amount of [0, -5, 1.5, asking * 10 + 1, Number.NaN]) {
      expect(() => createOffer(request({ amount: { amount, currency: "TRY" } }), now)).toThrow(
        "offer.amount_invalid",
      );
    }
  });
});

describe("decideOffer", () => {
  it("passes the turn with each counter-offer", () => {
    const { next, events } = decideOffer(
      opened,
      { type: "counter", round: 1, amount: 98_000_000, validForHours: 2 },
      context(seller),
    );
    expect(next).toMatchObject({ round: 2, turn: "BUYER", amount: 98_000_000 });
    expect(next.expiresAt).toBe("2026-01-10T12:00:00.000Z");
    expect(events).toEqual([
      { type: "countered", by: "SELLER", round: 2, amount: 98_000_000, final: false },
    ]);
    const accepted = decideOffer(next, { type: "accept", round: 2 }, context(buyer));
    expect(accepted.next).toMatchObject({ status: "ACCEPTED", turn: null });
    expect(accepted.events[0]).toMatchObject({ type: "accepted", by: "BUYER", amount: 98_000_000 });
  });

  it("refuses the wrong person, the wrong round, the wrong time", () => {
    const accept = { type: "accept", round: 1 } as const;
    expect(() => decideOffer(opened, accept, context(buyer))).toThrow("offer.not_your_turn");
    expect(() => decideOffer(opened, accept, context({ galleryId: "x" }))).toThrow(
      "offer.not_found",
    );
    expect(() => decideOffer(opened, accept, context("SYSTEM"))).toThrow("offer.not_found");
    expect(() => decideOffer(opened, { type: "accept", round: 2 }, context(seller))).toThrow(
      "offer.stale",
    );
    expect(() => decideOffer(opened, accept, context(seller, later))).toThrow("offer.expired");
    expect(() => decideOffer(opened, { type: "expire" }, context(seller, later))).toThrow(
      "offer.not_found",
    );
  });

  it("lets a final offer be accepted or rejected only", () => {
    const final = decideOffer(
      opened,
      { type: "counter", round: 1, amount: 97_000_000, final: true },
      context(seller),
    ).next;
    expect(() =>
      decideOffer(final, { type: "counter", round: 2, amount: 96_000_000 }, context(buyer)),
    ).toThrow("offer.final");
    expect(offerActions(final, "BUYER", now)).toEqual(["accept", "reject", "withdraw"]);
    expect(decideOffer(final, { type: "reject", round: 2 }, context(buyer)).next.status).toBe(
      "REJECTED",
    );
  });

  it("lets the buyer withdraw at any time and the seller only their own word", () => {
    const withdraw = { type: "withdraw", round: 1 } as const;
    expect(decideOffer(opened, withdraw, context(buyer)).next.status).toBe("WITHDRAWN");
    expect(() => decideOffer(opened, withdraw, context(seller))).toThrow("offer.not_your_turn");
    const countered = decideOffer(
      opened,
      { type: "counter", round: 1, amount: 97_000_000 },
      context(seller),
    ).next;
    const again = { type: "withdraw", round: 2 } as const;
    expect(decideOffer(countered, again, context(seller)).next.status).toBe("WITHDRAWN");
    expect(decideOffer(countered, again, context(buyer)).next.status).toBe("WITHDRAWN");
  });

  it("expires by the clock and not before", () => {
    expect(() => decideOffer(opened, { type: "expire" }, context("SYSTEM"))).toThrow(
      "offer.not_open",
    );
    expect(decideOffer(opened, { type: "expire" }, context("SYSTEM", later)).next).toMatchObject({
      status: "EXPIRED",
      turn: null,
    });
  });

  it("closes for a rival or for the vehicle, once", () => {
    const closed = decideOffer(opened, { type: "closeByRival" }, context("SYSTEM"));
    expect(closed.events).toEqual([{ type: "closed", round: 1, reason: "RIVAL_ACCEPTED" }]);
    expect(() => decideOffer(closed.next, { type: "closeByRival" }, context("SYSTEM"))).toThrow(
      "offer.not_open",
    );
    expect(
      decideOffer(opened, { type: "closeByVehicle", reason: "VEHICLE_SOLD" }, context("SYSTEM"))
        .events[0],
    ).toMatchObject({ reason: "VEHICLE_SOLD" });
  });

  it("declines by the private floor", () => {
    expect(autoDecline(99, 100)).toBe(true);
    expect(autoDecline(100, 100)).toBe(false);
    expect(autoDecline(1, null)).toBe(false);
  });
});

const anyAction: fc.Arbitrary<OfferAction> = fc.oneof(
  fc.record({
    type: fc.constant("counter" as const),
    round: fc.integer({ min: 1, max: 22 }),
    amount: fc.integer({ min: 1, max: asking }),
    final: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom("accept" as const, "reject" as const, "withdraw" as const),
    round: fc.integer({ min: 1, max: 22 }),
  }),
  fc.constantFrom({ type: "expire" } as const, { type: "closeByRival" } as const),
);

/** Plays actions in any order; whatever is refused leaves the state as it was. */
function play(
  steps: readonly { action: OfferAction; actor: OfferContext["actor"]; upToDate: boolean }[],
  check: (before: OfferState, after: OfferState) => void,
): OfferState {
  let state = opened;
  for (const { action, actor, upToDate } of steps) {
    const asked = upToDate && "round" in action ? { ...action, round: state.round } : action;
    try {
      const { next } = decideOffer(state, asked, context(actor));
      check(state, next);
      state = next;
    } catch (error) {
      expect(error).toHaveProperty("reason");
    }
  }
  return state;
}

describe("any negotiation", () => {
  const steps = fc.array(
    fc.record({
      action: anyAction,
      actor: fc.constantFrom<OfferContext["actor"]>(buyer, seller, "SYSTEM"),
      upToDate: fc.boolean(),
    }),
    { maxLength: 80 },
  );

  it("moves by one round and one turn, ends once, and stays within its limits", () => {
    fc.assert(
      fc.property(steps, (played) => {
        const end = play(played, (before, after) => {
          expect(before.status).toBe("OPEN");
          expect(OFFER_STATUSES).toContain(after.status);
          if (after.status === "OPEN") {
            expect(after.round).toBe(before.round + 1);
            expect(before.turn && otherSide(before.turn)).toBe(after.turn);
          } else {
            expect(after.turn).toBeNull();
            expect(after.round).toBe(before.round);
          }
        });
        expect(end.round).toBeLessThanOrEqual(OFFER_MAX_ROUNDS);
        // Odd rounds are the buyer's proposals, so the seller is on turn.
        if (end.status === "OPEN") expect(end.turn).toBe(end.round % 2 === 1 ? "SELLER" : "BUYER");
      }),
      { numRuns: 300 },
    );
  });

  it("stops at twenty rounds", () => {
    let state = opened;
    while (state.round < OFFER_MAX_ROUNDS) {
      const actor = state.turn === "SELLER" ? seller : buyer;
      const action = { type: "counter", round: state.round, amount: 96_000_000 } as const;
      state = decideOffer(state, action, context(actor)).next;
    }
    expect(() =>
      decideOffer(state, { type: "counter", round: 20, amount: 96_000_000 }, context(buyer)),
    ).toThrow("offer.too_many_rounds");
    expect(offerActions(state, "BUYER", now)).not.toContain("counter");
  });

  it("offers exactly the actions that the machine takes", () => {
    fc.assert(
      fc.property(steps, fc.constantFrom("BUYER" as const, "SELLER" as const), (played, side) => {
        const state = play(played, () => undefined);
        const actor = side === "BUYER" ? buyer : seller;
        for (const type of ["accept", "reject", "withdraw", "counter"] as const) {
          const action = { type, round: state.round, amount: 90_000_000 };
          const allowed = offerActions(state, side, now).includes(type);
          const attempt = () => decideOffer(state, action, context(actor));
          if (allowed) expect(attempt).not.toThrow();
          else expect(attempt).toThrow();
        }
      }),
    );
  });
});
