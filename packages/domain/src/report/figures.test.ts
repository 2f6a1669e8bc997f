import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OFFER_CLOSE_REASONS } from "../offer";
import { OFFER_STATUSES, RESERVATION_STATUSES } from "../values";
import type { OfferEnd } from ".";
import {
  ANSWER_BAND_ENDS_MS,
  ANSWER_BANDS,
  addCounts,
  answerBand,
  changeOf,
  DISCOUNT_BAND_STARTS_BPS,
  DISCOUNT_BANDS,
  discountBand,
  discountBps,
  FUNNEL_STAGES,
  funnelSteps,
  LOST_REASONS,
  lostReasonOf,
  NO_COUNTS,
  shareBps,
} from ".";

describe("funnel", () => {
  it("adds up whatever the pieces are, in any order", () => {
    const counts = fc.record(
      Object.fromEntries(FUNNEL_STAGES.map((stage) => [stage, fc.nat({ max: 10_000 })])) as Record<
        (typeof FUNNEL_STAGES)[number],
        fc.Arbitrary<number>
      >,
    );
    fc.assert(
      fc.property(fc.array(counts), (pieces) => {
        const there = pieces.reduce(addCounts, NO_COUNTS);
        const back = pieces.toReversed().reduce(addCounts, NO_COUNTS);
        expect(there).toEqual(back);
        expect(there.made).toBe(pieces.reduce((sum, { made }) => sum + made, 0));
      }),
    );
  });

  it("shows shares of all offers, and none of nothing", () => {
    const steps = funnelSteps({ ...NO_COUNTS, made: 8, answered: 6, completed: 1 });
    expect(steps.map((step) => step.shareBps)).toEqual([10_000, 7_500, 0, 0, 0, 1_250]);
    expect(funnelSteps(NO_COUNTS).every((step) => step.shareBps === null)).toBe(true);
    expect(shareBps(1, 3)).toBe(3_333);
  });
});

describe("changeOf", () => {
  it("goes with the sign of the difference and does not divide by nothing", () => {
    expect(changeOf(12, 10)).toEqual({ direction: "up", bps: 2_000 });
    expect(changeOf(5, 10)).toEqual({ direction: "down", bps: -5_000 });
    expect(changeOf(-5, -10)).toEqual({ direction: "up", bps: 5_000 });
    expect(changeOf(3, 0)).toEqual({ direction: "up", bps: null });
    expect(changeOf(0, 0)).toEqual({ direction: "flat", bps: 0 });
    expect(changeOf(null, 1)).toBeNull();
    expect(changeOf(1, null)).toBeNull();
  });
});

describe("bands", () => {
  it("put every time to answer into the band that ends above it", () => {
    expect(ANSWER_BANDS).toHaveLength(ANSWER_BAND_ENDS_MS.length + 1);
    fc.assert(
      fc.property(fc.nat({ max: 200_000_000 }), (ms) => {
        const index = ANSWER_BANDS.indexOf(answerBand(ms));
        expect(ms).toBeLessThan(ANSWER_BAND_ENDS_MS[index] ?? Number.POSITIVE_INFINITY);
        expect(ms).toBeGreaterThanOrEqual(ANSWER_BAND_ENDS_MS[index - 1] ?? 0);
      }),
    );
  });

  it("put every discount into the band that begins below it", () => {
    expect(DISCOUNT_BANDS).toHaveLength(DISCOUNT_BAND_STARTS_BPS.length + 1);
    const named = [-1, 0, 1, 99, 100, 300, 500, 800, 1_200, 9_000].map(discountBand);
    expect(named).toEqual(["above", "none", "1", "1", "3", "5", "8", "12", "more", "more"]);
  });

  it("measure discounts from the asking price", () => {
    expect(discountBps(100_000, 97_000)).toBe(300);
    expect(discountBps(100_000, 101_000)).toBe(-100);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (asking) => {
        expect(discountBps(asking, asking)).toBe(0);
        expect(discountBps(asking, asking * 2)).toBe(-10_000);
      }),
    );
  });
});

const anyEnd: fc.Arbitrary<OfferEnd> = fc.record({
  status: fc.constantFrom(...OFFER_STATUSES),
  closedBy: fc.constantFrom("BUYER" as const, "SELLER" as const, null),
  closeReason: fc.oneof(fc.constantFrom(...OFFER_CLOSE_REASONS, null), fc.string()),
  answered: fc.boolean(),
  reservation: fc.constantFrom(...RESERVATION_STATUSES, null),
});

describe("lostReasonOf", () => {
  it("has a reason for every end that is no sale, and none for the others", () => {
    fc.assert(
      fc.property(anyEnd, fc.constantFrom("BUYER" as const, "SELLER" as const), (end, viewer) => {
        const reason = lostReasonOf(end, viewer);
        if (end.status === "OPEN") expect(reason).toBeNull();
        else if (end.status === "ACCEPTED") {
          const failed = end.reservation === "CANCELLED" || end.reservation === "EXPIRED";
          expect(reason !== null).toBe(failed);
        } else expect(LOST_REASONS).toContain(reason);
      }),
    );
  });

  it("never tells the buyer of the seller's floor", () => {
    fc.assert(
      fc.property(anyEnd, (end) => {
        expect(lostReasonOf(end, "BUYER")).not.toBe("BELOW_FLOOR");
      }),
    );
    const declined: OfferEnd = {
      status: "REJECTED",
      closedBy: "SELLER",
      closeReason: "BELOW_FLOOR",
      answered: true,
      reservation: null,
    };
    expect(lostReasonOf(declined, "SELLER")).toBe("BELOW_FLOOR");
    expect(lostReasonOf(declined, "BUYER")).toBe("REJECTED");
  });

  it("keeps what the platform's rules closed apart, and what it does not know under other", () => {
    const closed = (closeReason: string): OfferEnd => ({
      status: "CLOSED",
      closedBy: null,
      closeReason,
      answered: false,
      reservation: null,
    });
    for (const reason of OFFER_CLOSE_REASONS) {
      expect(lostReasonOf(closed(reason), "SELLER")).not.toBe("OTHER");
    }
    expect(lostReasonOf(closed("whatever"), "SELLER")).toBe("OTHER");
  });
});
