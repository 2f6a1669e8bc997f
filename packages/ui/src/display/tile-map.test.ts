import { describe, expect, it } from "vitest";
import { nearestTile } from "./nearest-tile";
import { tileStep } from "./tile-map";

const tiles = ["a b . c", "d . . e", ". f g ."].flatMap((line, row) =>
  line.split(" ").flatMap((id, column) => (id === "." ? [] : [{ id, column, row }])),
);
const go = (from: string, move: [number, number]) => {
  const start = tiles.find(({ id }) => id === from);
  return start && nearestTile(tiles, start, move)?.id;
};

describe("nearestTile", () => {
  it("goes to the neighbour, over gaps too", () => {
    expect(go("a", [1, 0])).toBe("b");
    expect(go("b", [1, 0])).toBe("c");
    expect(go("d", [1, 0])).toBe("e");
  });

  it("steps aside where there is nothing straight ahead", () => {
    expect(go("d", [0, 1])).toBe("f");
    expect(go("e", [0, 1])).toBe("g");
  });

  it("stays at the border", () => {
    expect(go("c", [1, 0])).toBeUndefined();
    expect(go("a", [0, -1])).toBeUndefined();
  });
});

describe("tileStep", () => {
  it("shows nothing as nothing and a little as something", () => {
    expect([0, 1, 20, 100].map((value) => tileStep(value, 100))).toEqual([0, 1, 2, 3]);
    expect(tileStep(0, 0)).toBe(0);
  });
});
