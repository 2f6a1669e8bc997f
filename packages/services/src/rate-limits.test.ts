import { describe, expect, it } from "vitest";
import { otpOfAll, RATE_LIMIT_NAMES, rateLimit } from "./rate-limits";

describe("limits while nothing can be counted", () => {
  it("let requests through and refuse whatever guards a secret or costs a message", () => {
    const policies = [...RATE_LIMIT_NAMES.map(rateLimit), otpOfAll(500)];
    const open = policies.filter(({ onFailure }) => onFailure === "open").map(({ name }) => name);
    expect(open.every((name) => name.startsWith("api-"))).toBe(true);
    const closed = policies.filter(({ onFailure }) => onFailure === "closed");
    expect(closed.map(({ name }) => name.split("-")[0])).toEqual(
      expect.arrayContaining(["otp", "login", "register", "links", "joins"]),
    );
    expect(closed.filter(({ name }) => name.startsWith("api-"))).toEqual([]);
  });

  it("have numbers that mean something", () => {
    for (const { points, windowS } of RATE_LIMIT_NAMES.map(rateLimit)) {
      expect(points).toBeGreaterThan(0);
      expect([60, 3_600]).toContain(windowS);
    }
  });
});
