import { describe, expect, it } from "vitest";
import { percentile, Reader, totalOf } from "./ledger";

const seqs = (numbers: readonly number[], expected = 4) => {
  const reader = new Reader(["r"]);
  for (const seq of numbers) reader.take({ roomId: "r", seq });
  reader.finish(new Map([["r", expected]]));
  return totalOf([reader]);
};
const nothing = { missing: 0, gaps: 0, doubles: 0, reordered: 0, resets: 0 };

describe("what a reader got", () => {
  it.each([
    ["everything in order", [1, 2, 3, 4], {}],
    ["one twice", [1, 2, 2, 3, 4], { doubles: 1 }],
    ["one never", [1, 2, 4], { gaps: 1, missing: 1 }],
    ["the last never", [1, 2, 3], { missing: 1 }],
    ["two in the wrong order", [1, 3, 2, 4], { gaps: 1, reordered: 1 }],
  ])("%s", (_name, numbers, wrong) => {
    expect(seqs(numbers)).toEqual({ ...nothing, ...wrong });
  });
});

it("tells percentiles", () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([0.5, 0.95, 0.99].map((share) => percentile(values, share))).toEqual([51, 96, 100]);
  expect(percentile([], 0.5)).toBe(0);
});
