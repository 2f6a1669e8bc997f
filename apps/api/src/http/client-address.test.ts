import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

const request = (remoteAddress: string, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: { "x-forwarded-for": forwarded, forwarded: "for=198.51.100.9" },
});

describe("clientAddress", () => {
  it("believes nobody unless told to", () => {
    const of = clientAddress([]);
    expect(of(request("203.0.113.7", "198.51.100.1"))).toBe("203.0.113.7");
    expect(of(request("::ffff:203.0.113.7"))).toBe("203.0.113.7");
  });

  it.each([
    ["10.0.0.5", "198.51.100.1", "198.51.100.1"],
    ["10.0.0.5", "evil, 198.51.100.1", "198.51.100.1"],
    ["10.0.0.5", "198.51.100.66, 198.51.100.1, 10.0.0.9", "198.51.100.1"],
    ["::1", "2001:db8::5", "2001:db8::5"],
    ["203.0.113.7", "198.51.100.1", "203.0.113.7"],
    ["10.0.0.5", undefined, "10.0.0.5"],
    ["10.0.0.5", "evil", "unknown"],
  ])("from %s with %s is %s", (remote, forwarded, address) => {
    const of = clientAddress(["10.0.0.0/8", "loopback"]);
    expect(of(request(remote, forwarded))).toBe(address);
  });
});
