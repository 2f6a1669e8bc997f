import { expect, it } from "vitest";
import { ProgressLine } from "./progress-line";

it("shows share, rate and what is left, part by part", () => {
  let now = 0;
  const line = new ProgressLine(() => now);
  now = 10_000;
  expect(line.render({ part: "rows", done: 25_000, total: 100_000 })).toBe(
    "PostgreSQL     [########----------------------]   25 %  25,000 of 100,000  2,500/s  30 s left",
  );
  now = 40_000;
  expect(line.render({ part: "rows", done: 100_000, total: 100_000 })).toMatch(
    /100 % {2}100,000 of 100,000 {2}2,500\/s$/,
  );
  line.render({ part: "server", done: 500, total: 100_000 });
  now = 41_000;
  expect(line.render({ part: "server", done: 1_500, total: 100_000 })).toMatch(
    /^search server .* 1,000\/s {2}1 min 39 s left$/,
  );
});
