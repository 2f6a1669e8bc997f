import { describe, expect, it } from "vitest";
import { networkOf } from "./auth-limits";
import { lockMinutes } from "./login-throttle";

describe("networkOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113"],
    ["::ffff:203.0.113.9", "203.0.113"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1"],
    ["2001:db8::1", "2001:db8"],
  ])("%s belongs to %s", (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe("lockMinutes", () => {
  it("forgives four failures, then doubles up to an hour", () => {
    expect([1, 4, 5, 6, 7, 10, 11, 12, 500].map(lockMinutes)).toEqual([
      0, 0, 1, 2, 4, 32, 60, 60, 60,
    ]);
  });
});
