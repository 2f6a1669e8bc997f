import { describe, expect, it } from "vitest";
import { changedFields } from "./changed-fields";

describe("changedFields", () => {
  it("names what differs, with both sides", () => {
    expect(
      changedFields(
        { status: "PENDING", round: 1 },
        { status: "APPROVED", round: 1, reason: null },
      ),
    ).toEqual([{ field: "status", before: "PENDING", after: "APPROVED" }]);
  });

  it("takes a missing side as empty, and nested values as they are", () => {
    expect(changedFields(null, { price: { amount: 5 } })).toEqual([
      { field: "price", before: null, after: '{"amount":5}' },
    ]);
    expect(changedFields(null, null)).toEqual([]);
  });
});
