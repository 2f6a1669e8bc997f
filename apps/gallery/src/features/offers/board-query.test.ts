import { describe, expect, it } from "vitest";
import type { BoardState } from "./board-query";
import { activeFilters, isNarrowed, toFilters, toListInput } from "./board-query";

const plain: BoardState = {
  ...{ side: "incoming", view: "board", stage: "open", lane: null, mine: false, unread: false },
  ...{ q: "", vehicle: null, with: null, min: null, max: null, sort: "updated" },
};

describe("toFilters", () => {
  it("asks for one's own side and for nothing that is not set", () => {
    expect(toFilters(plain)).toEqual({ side: "SELLER" });
    expect(toFilters({ ...plain, side: "outgoing" })).toEqual({ side: "BUYER" });
  });

  it("passes on what narrows, and drops what the API would refuse", () => {
    const state = { ...plain, q: "x".repeat(300), min: 0, max: 95, unread: true, with: "g" };
    expect(toFilters(state)).toEqual({
      side: "SELLER",
      q: "x".repeat(100),
      maxPercent: 95,
      unread: true,
      counterpartId: "g",
    });
    expect(toFilters({ ...plain, min: 1001, max: 2.5 })).toEqual({ side: "SELLER" });
  });
});

describe("toListInput", () => {
  it("takes the lane before the stage", () => {
    expect(toListInput(plain)).toMatchObject({ status: ["OPEN"], sort: "updated" });
    expect(toListInput({ ...plain, stage: "all" })).not.toHaveProperty("status");
    const soon = toListInput({ ...plain, lane: "SOON", stage: "done" });
    expect(soon).toMatchObject({ lane: "SOON" });
    expect(soon).not.toHaveProperty("status");
    expect(toListInput({ ...plain, mine: true })).toMatchObject({ myTurn: true });
  });
});

describe("activeFilters", () => {
  it("counts the share of the asking price once", () => {
    expect(activeFilters({ ...plain, min: 90, max: 99, vehicle: "v" })).toBe(2);
    expect(isNarrowed(plain)).toBe(false);
    expect(isNarrowed({ ...plain, lane: "MINE" })).toBe(true);
    expect(isNarrowed({ ...plain, q: "golf" })).toBe(true);
  });
});
