import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance";

describe("editDistance", () => {
  it.each([
    ["passat", "passat", 0],
    ["pasat", "passat", 1],
    ["passta", "passat", 1],
    ["passad", "passat", 1],
    ["mersedez", "mercedes", 2],
    ["golf", "astra", 3],
  ])("%s → %s is %d", (a, b, edits) => {
    expect(editDistance(a, b, 2)).toBe(edits);
  });

  it("is symmetric, zero only for equals, and stops at the limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const edits = editDistance(a, b, 2);
        expect(edits).toBe(editDistance(b, a, 2));
        expect(edits === 0).toBe(a === b);
        expect(edits).toBeLessThanOrEqual(3);
        if (edits < 3) expect(editDistance(a, b, 8)).toBe(edits);
      }),
    );
  });
});
