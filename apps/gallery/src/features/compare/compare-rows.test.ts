import { describe, expect, it } from "vitest";
import type { ComparedListing } from "../market/market-views";
import { compareRows } from "./compare-rows";

const base = {
  price: { amount: 100_000_000, currency: "TRY" },
  modelYear: 2020,
  mileageKm: 80_000,
  modelName: "1.6 TDI",
  trimName: null,
  fuel: "DIESEL",
  transmission: "AUTOMATIC",
  bodyType: "SEDAN",
  drivetrain: null,
  engineCc: 1598,
  powerHp: 120,
  color: "WHITE",
  panelSummary: { painted: 0, replaced: 0 },
  damageStatus: "NONE",
  ownerCount: null,
  warranty: false,
  tradeIn: true,
  liens: "NONE",
  district: "Kadıköy",
  province: { code: 34, name: "İstanbul" },
  gallery: { name: "Bir Oto", trust: null },
  publishedAt: "2026-11-01T10:00:00.000Z",
};
const listing = (more: object = {}) => ({ ...base, ...more }) as ComparedListing;
const rowsOf = (...given: object[]) =>
  new Map(compareRows(given.map(listing)).map((row) => [row.key, row]));

describe("compareRows", () => {
  it("marks what differs and what is better", () => {
    const rows = rowsOf({}, { mileageKm: 60_000, modelYear: 2021 }, { mileageKm: 60_000 });
    expect(rows.get("km")).toMatchObject({ differs: true, best: [1, 2] });
    expect(rows.get("year")).toMatchObject({ differs: true, best: [1] });
    expect(rows.get("fuel")).toMatchObject({ differs: false, best: [] });
  });

  it("leaves out what nobody says, and takes unknown for different", () => {
    const rows = rowsOf({}, { ownerCount: 2 });
    expect(rows.has("drivetrain")).toBe(false);
    expect(rows.get("owners")).toMatchObject({ values: [null, 2], differs: true, best: [] });
  });

  it("does not call one price lower than another in another currency", () => {
    const rows = rowsOf({}, { price: { amount: 3_000_000, currency: "EUR" } });
    expect(rows.get("price")).toMatchObject({ differs: true, best: [] });
  });
});
