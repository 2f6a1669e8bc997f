import { describe, expect, it } from "vitest";
import { nextStepOf } from "./next-step";
import type { OfferView } from "./offer-views";

const round: OfferView["rounds"][number] = {
  ...{
    round: 1,
    side: "BUYER",
    mine: true,
    final: false,
    message: null,
    seenAt: null,
    byRule: false,
  },
  amount: { amount: 100, currency: "TRY" },
  ...{ expiresAt: "2026-01-02T00:00:00.000Z", createdAt: "2026-01-01T00:00:00.000Z" },
};
const open = {
  ...{ status: "OPEN", final: false, myTurn: true, rounds: [round] },
  actions: ["accept"],
} as const satisfies Parameters<typeof nextStepOf>[0];

describe("nextStepOf", () => {
  it("tells whose turn it is, whether a final offer stands, and whether it was seen", () => {
    expect(nextStepOf({ ...open, rounds: [round] })).toBe("mine");
    expect(nextStepOf({ ...open, final: true })).toBe("mineFinal");
    expect(nextStepOf({ ...open, myTurn: false })).toBe("theirs");
    expect(nextStepOf({ ...open, myTurn: false, final: true })).toBe("theirsFinal");
    const seen = { ...round, seenAt: "2026-01-01T01:00:00.000Z" };
    expect(nextStepOf({ ...open, myTurn: false, rounds: [seen] })).toBe("theirsSeen");
  });

  it("says nothing once it is over or out of time", () => {
    expect(nextStepOf({ ...open, status: "REJECTED", actions: [] })).toBeNull();
    expect(nextStepOf({ ...open, actions: [] })).toBeNull();
  });
});
