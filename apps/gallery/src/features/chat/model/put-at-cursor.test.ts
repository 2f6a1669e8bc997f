import { describe, expect, it } from "vitest";
import { putAtCursor } from "./put-at-cursor";

describe("a sign", () => {
  it("stands where somebody writes, and writing goes on behind it", () => {
    expect(putAtCursor("iyi günler", "🚗", { start: 3, end: 3 })).toEqual({
      text: "iyi🚗 günler",
      cursor: 5,
    });
    expect(putAtCursor("", "👍", { start: 0, end: 0 })).toEqual({ text: "👍", cursor: 2 });
  });

  it("takes the place of what is marked", () => {
    expect(putAtCursor("çok güzel", "🎉", { start: 4, end: 9 })).toEqual({
      text: "çok 🎉",
      cursor: 6,
    });
  });

  it("never falls out of the text", () => {
    expect(putAtCursor("ab", "x", { start: 9, end: 12 })).toEqual({ text: "abx", cursor: 3 });
    expect(putAtCursor("ab", "x", { start: 1, end: 0 })).toEqual({ text: "axb", cursor: 2 });
  });
});
