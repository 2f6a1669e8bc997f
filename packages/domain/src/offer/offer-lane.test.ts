import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OFFER_STATUSES, SIDES } from "../values";
import { nextLaneChange, OFFER_SOON_MINUTES, offerLane } from ".";

const now = new Date("2026-03-28T22:30:00Z");
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
const open = { status: "OPEN", turn: "SELLER", expiresAt: inMinutes(600) } as const;

describe("offerLane", () => {
  it("tells whose turn it is, until the clock matters more", () => {
    expect(offerLane(open, "SELLER", now)).toBe("MINE");
    expect(offerLane(open, "BUYER", now)).toBe("THEIRS");
    const late = { ...open, expiresAt: inMinutes(OFFER_SOON_MINUTES) };
    expect(offerLane(late, "SELLER", now)).toBe("SOON");
    expect(offerLane(late, "BUYER", now)).toBe("SOON");
    const notYet = { ...open, expiresAt: inMinutes(OFFER_SOON_MINUTES + 1) };
    expect(offerLane(notYet, "SELLER", now)).toBe("MINE");
    expect(offerLane({ ...open, expiresAt: inMinutes(-5) }, "SELLER", now)).toBe("SOON");
  });

  it("keeps agreements apart from other ends", () => {
    expect(offerLane({ ...open, status: "ACCEPTED", turn: null }, "BUYER", now)).toBe("AGREED");
    for (const status of ["REJECTED", "WITHDRAWN", "EXPIRED", "CLOSED"] as const) {
      expect(offerLane({ ...open, status, turn: null }, "BUYER", now)).toBe("ENDED");
    }
  });
});

describe("nextLaneChange", () => {
  const offers = fc.record({
    status: fc.constantFrom(...OFFER_STATUSES),
    turn: fc.constantFrom(...SIDES),
    expiresAt: fc.integer({ min: -500, max: 5_000 }).map(inMinutes),
  });

  it("names the first instant at which the lane is another one, and none before", () => {
    fc.assert(
      fc.property(offers, fc.constantFrom(...SIDES), (offer, side) => {
        const change = nextLaneChange(offer, now);
        const lane = offerLane(offer, side, now);
        if (change === null) {
          expect(offer.status).not.toBe("OPEN");
          return;
        }
        if (change === offer.expiresAt) {
          expect(lane).toBe("SOON");
          return;
        }
        const at = Date.parse(change);
        expect(offerLane(offer, side, new Date(at - 1))).toBe(lane);
        expect(offerLane(offer, side, new Date(at))).toBe("SOON");
      }),
    );
  });
});
