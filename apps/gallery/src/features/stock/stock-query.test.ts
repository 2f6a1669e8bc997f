import { describe, expect, it } from "vitest";
import { activeFilters, toListInput } from "./stock-query";

const none = {
  q: "",
  durum: null,
  marka: null,
  fiyatMin: null,
  fiyatMax: null,
  yilMin: null,
  yilMax: null,
  kmMin: null,
  kmMax: null,
  sirala: "newest",
} as const;

describe("toListInput", () => {
  it("asks for everything when nothing is chosen", () => {
    expect(toListInput(none)).toEqual({ limit: 24, sort: "newest" });
    expect(activeFilters(none)).toBe(0);
  });

  it("writes prices in minor units and leaves open ends open", () => {
    const filters = {
      ...none,
      q: " 34 abc ",
      durum: "PAUSED",
      fiyatMin: 900_000,
      kmMax: 0,
    } as const;
    expect(toListInput(filters)).toEqual({
      limit: 24,
      sort: "newest",
      q: "34 abc",
      status: ["PAUSED"],
      price: { min: 90_000_000, currency: "TRY" },
      km: { max: 0 },
    });
    expect(activeFilters(filters)).toBe(2);
  });
});
