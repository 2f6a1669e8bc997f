import { describe, expect, it } from "vitest";
import { LIVE_SERVICES, staleServices } from "./stale-services";

describe("staleServices", () => {
  it.each([
    ["vehicle.price_changed", "inventory"],
    ["media.ready", "media"],
    ["media.ready", "inventory"],
    ["offer.countered", "offer"],
    ["offer.countered", "report"],
    ["reservation.completed", "inventory"],
    ["notification.created", "notification"],
    ["notification.created", "favorite"],
    ["notification.created", "search"],
  ] as const)("%s makes %s stale", (type, service) => {
    expect(staleServices(type)).toContain(service);
  });

  it("asks everything anew after a reset and nothing for what it does not know", () => {
    expect(staleServices("feed.reset")).toEqual(LIVE_SERVICES);
    expect(staleServices("otp.requested")).toEqual([]);
  });
});
