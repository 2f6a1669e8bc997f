import { expect, it } from "vitest";
import { daysSince } from "./days-since";

it.each([
  ["2026-11-28T09:00:00Z", 0],
  ["2026-11-27T10:00:00Z", 1],
  ["2026-10-29T10:00:01Z", 29],
  ["2026-11-29T10:00:00Z", 0],
])("counts whole days since %s: %i", (iso, days) => {
  expect(daysSince(iso, Date.parse("2026-11-28T10:00:00Z"))).toBe(days);
});
