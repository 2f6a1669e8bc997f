import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DealAction, DealState, LogValue, RatingScene, TrustFact } from ".";
import {
  areRatingsShown,
  assertMayDispute,
  assertMayRate,
  assertReservationFree,
  canonicalJson,
  decideDeal,
  holdsClock,
  median,
  openSteps,
  ratingAction,
  silentConfirmAt,
  TRUST_FACTS,
  TRUST_WINDOW_DAYS,
  trustFigures,
  trustScore,
  warrantyNote,
} from ".";

const NOW = new Date("2026-11-28T10:00:00Z");
const HOUR_MS = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);
const fresh: DealState = {
  status: "OPEN",
  reservation: "ACTIVE",
  confirmed: { BUYER: null, SELLER: null },
  disputed: false,
  steps: { EKSPERTIZ: "DONE", SECURE_PAYMENT: "DONE", NOTER: "NOT_NEEDED", HANDOVER: "OPEN" },
};

describe("a deal", () => {
  it("is completed by both words, in either order, and sells what is not sold yet", () => {
    const first = decideDeal(fresh, { type: "confirm", by: "SELLER" }, NOW);
    expect(first).toMatchObject({ confirmedBy: "SELLER", sells: false, next: { status: "OPEN" } });
    const second = decideDeal(first.next, { type: "confirm", by: "BUYER" }, NOW);
    expect(second).toMatchObject({ sells: true, next: { status: "COMPLETED" } });
    expect(second.next.steps.HANDOVER).toBe("DONE");
  });

  it("asks for its checklist before the first word only", () => {
    const open = { ...fresh, steps: { ...fresh.steps, NOTER: "SCHEDULED" as const } };
    expect(openSteps(open.steps)).toEqual(["NOTER"]);
    expect(() => decideDeal(open, { type: "confirm", by: "BUYER" }, NOW)).toThrow(
      "deal.steps_open",
    );
    const theirs = { ...open, confirmed: { BUYER: null, SELLER: NOW.toISOString() } };
    expect(decideDeal(theirs, { type: "confirm", by: "BUYER" }, NOW).next.status).toBe("COMPLETED");
  });

  it("takes silence for a word after 72 hours, to the second, and never of both", () => {
    const { next } = decideDeal(fresh, { type: "reservationCompleted", by: "SELLER" }, NOW);
    expect(next).toMatchObject({ status: "OPEN", reservation: "COMPLETED" });
    expect(silentConfirmAt(next)).toBe(later(72).toISOString());
    const silent = { type: "confirmSilently" } as const;
    expect(() => decideDeal(next, silent, new Date(later(72).getTime() - 1))).toThrow();
    expect(decideDeal(next, silent, later(72))).toMatchObject({
      confirmedBy: "BUYER",
      sells: false,
      next: { status: "COMPLETED" },
    });
    expect(() => decideDeal(fresh, silent, later(1_000))).toThrow("deal.not_open");
  });

  it("stands still while it is disputed", () => {
    const disputed = { ...fresh, disputed: true };
    for (const type of ["confirm", "reservationCompleted"] as const) {
      expect(() => decideDeal(disputed, { type, by: "BUYER" }, NOW)).toThrow("deal.disputed");
    }
    for (const action of ["complete", "cancel", "extend"] as const) {
      expect(() => assertReservationFree(disputed, action)).toThrow("deal.disputed");
    }
    expect(holdsClock(disputed)).toBe(true);
    expect(holdsClock(fresh)).toBe(false);
  });

  const action: fc.Arbitrary<DealAction> = fc.oneof(
    fc.record({
      type: fc.constantFrom("confirm" as const, "reservationCompleted" as const),
      by: fc.constantFrom("BUYER" as const, "SELLER" as const),
    }),
    fc.constantFrom(
      { type: "confirmSilently" as const },
      { type: "reservationCancelled" as const },
      { type: "reservationExpired" as const },
    ),
  );

  it("holds its invariants under any order of actions", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(action, fc.nat(100)), { maxLength: 12 }), (moves) => {
        let state = fresh;
        let at = NOW;
        for (const [move, hours] of moves) {
          at = new Date(at.getTime() + hours * HOUR_MS);
          const before = state;
          try {
            state = decideDeal(state, move, at).next;
          } catch {
            expect(state).toBe(before);
            continue;
          }
          expect(before.status).toBe("OPEN");
          const both = state.confirmed.BUYER !== null && state.confirmed.SELLER !== null;
          expect(state.status === "COMPLETED").toBe(both);
          for (const side of ["BUYER", "SELLER"] as const) {
            // A word that was given stands as it was.
            if (before.confirmed[side]) expect(state.confirmed[side]).toBe(before.confirmed[side]);
          }
        }
      }),
    );
  });
});

describe("the dealer's warranty", () => {
  const sold = { agreedAt: NOW, deliveredAt: new Date("2026-11-30T10:00:00Z") };

  it("is 3 months or 5,000 km, up to 8 years and 160,000 km", () => {
    expect(warrantyNote({ modelYear: 2018, mileageKm: 160_000 }, sold)).toMatchObject({
      applies: true,
      until: "2027-02-28",
      untilKm: 165_000,
    });
    expect(warrantyNote({ modelYear: 2017, mileageKm: 10 }, sold)?.applies).toBe(false);
    expect(warrantyNote({ modelYear: 2024, mileageKm: 160_001 }, sold)).toMatchObject({
      applies: false,
      until: null,
      untilKm: null,
    });
  });

  it("goes by the rule in force on the day in Türkiye, and says nothing before there was one", () => {
    const vehicle = { modelYear: 2020, mileageKm: 1 };
    const on = (iso: string) => ({ agreedAt: new Date(iso), deliveredAt: null });
    expect(warrantyNote(vehicle, on("2024-08-26T20:59:59Z"))).toBeNull();
    expect(warrantyNote(vehicle, on("2024-08-26T21:00:00Z"))?.applies).toBe(true);
    expect(warrantyNote({ modelYear: null, mileageKm: 1 }, sold)).toBeNull();
  });
});

describe("ratings", () => {
  const scene: RatingScene = {
    status: "COMPLETED",
    completedAt: NOW.toISOString(),
    disputeEndedAt: null,
    disputed: false,
    ratedAt: { BUYER: null, SELLER: null },
  };

  it("are shown when both are there or 14 days are over, never during a dispute", () => {
    const both = { BUYER: NOW.toISOString(), SELLER: NOW.toISOString() };
    expect(areRatingsShown(scene, NOW)).toBe(false);
    expect(areRatingsShown({ ...scene, ratedAt: both }, NOW)).toBe(true);
    expect(areRatingsShown({ ...scene, ratedAt: both, disputed: true }, NOW)).toBe(false);
    expect(areRatingsShown(scene, new Date(later(14 * 24).getTime() - 1))).toBe(false);
    expect(areRatingsShown(scene, later(14 * 24))).toBe(true);
    const disputed = { ...scene, disputeEndedAt: later(10 * 24).toISOString() };
    expect(areRatingsShown(disputed, later(20 * 24))).toBe(false);
    expect(areRatingsShown(disputed, later(24 * 24))).toBe(true);
  });

  it("are given once, changed for 48 hours while hidden", () => {
    const mine = { ...scene, ratedAt: { BUYER: NOW.toISOString(), SELLER: null } };
    expect(ratingAction(scene, "BUYER", NOW)).toBe("rate");
    expect(ratingAction(mine, "BUYER", later(47))).toBe("edit");
    expect(ratingAction(mine, "BUYER", later(48))).toBeNull();
    expect(ratingAction(mine, "SELLER", later(48))).toBe("rate");
    expect(() => assertMayRate({ ...scene, status: "OPEN" }, "BUYER", NOW)).toThrow(
      "deal.not_completed",
    );
  });
});

it("disputes a running deal, and a completed one for 90 days", () => {
  const done = { status: "COMPLETED", disputed: false } as const;
  expect(() => assertMayDispute(done, NOW, later(90 * 24 - 1))).not.toThrow();
  expect(() => assertMayDispute(done, NOW, later(90 * 24))).toThrow("deal.dispute_too_late");
  expect(() => assertMayDispute({ ...done, disputed: true }, NOW, NOW)).toThrow("deal.disputed");
  expect(() => assertMayDispute({ status: "EXPIRED", disputed: false }, null, NOW)).toThrow(
    "deal.not_open",
  );
});

describe("trust", () => {
  const fact = (kind: TrustFact["kind"], value: number | null, days = 1): TrustFact => ({
    ...{ kind, value },
    at: later(-24 * days).toISOString(),
  });

  it("counts what happened within the window, with sample sizes", () => {
    const figures = trustFigures(
      [
        ...[60, 600, 3_600].map((seconds) => fact("ANSWERED", seconds)),
        ...[5, 4].map((stars) => fact("RATED", stars)),
        ...[fact("COMPLETED", null), fact("CANCELLED", null), fact("DISPUTED", 1)],
        fact("RATED", 1, TRUST_WINDOW_DAYS + 1),
      ],
      NOW,
    );
    expect(figures).toMatchObject({
      answer: { medianSeconds: 600, samples: 3 },
      completed: 1,
      cancelled: { count: 1, of: 2 },
      disputes: { count: 1, atFault: 1 },
      rating: { average: 4.5, count: 2, stars: [0, 0, 0, 1, 1] },
    });
    expect(trustFigures([fact("ANSWERED", 1)], NOW).answer.medianSeconds).toBeNull();
  });

  it("scores 0..100, and nobody of whom there is too little to know", () => {
    const some = (kind: TrustFact["kind"], count: number, value: number | null = null) =>
      Array.from({ length: count }, () => fact(kind, value));
    expect(trustScore(trustFigures(some("RATED", 4, 5), NOW))).toBeNull();
    const good = [...some("RATED", 5, 5), ...some("COMPLETED", 5)];
    expect(trustScore(trustFigures(good, NOW))).toBe(100);
    const bad = [...some("RATED", 5, 1), ...some("CANCELLED", 5), ...some("DISPUTED", 5, 1)];
    expect(trustScore(trustFigures(bad, NOW))).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...TRUST_FACTS), fc.nat(5))), (facts) => {
        const score = trustScore(
          trustFigures(
            facts.map(([kind, v]) => fact(kind, v)),
            NOW,
          ),
        );
        expect(score === null || (score >= 0 && score <= 100)).toBe(true);
      }),
    );
  });

  it("takes a median that lies between the least and the greatest", () => {
    expect(median([])).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (values) => {
        const middle = median(values) ?? -1;
        expect(middle).toBeGreaterThanOrEqual(Math.min(...values));
        expect(middle).toBeLessThanOrEqual(Math.max(...values));
        expect(median(values.toReversed())).toBe(middle);
      }),
    );
  });
});

describe("canonical JSON", () => {
  const { value } = fc.letrec<{ value: LogValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));

  it("has one text for one value, whatever the order of its keys, and loses nothing", () => {
    fc.assert(
      fc.property(value, (given) => {
        const text = canonicalJson(given);
        const read = JSON.parse(text) as LogValue;
        expect(canonicalJson(read)).toBe(text);
        expect(read).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
    expect(canonicalJson({ b: 1, a: [true, "ş"] })).toBe('{"a":[true,"ş"],"b":1}');
    expect(() => canonicalJson({ a: 1.5 })).toThrow(RangeError);
  });
});
