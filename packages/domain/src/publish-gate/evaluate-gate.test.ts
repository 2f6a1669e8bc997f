import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasMessage } from "../messages";
import type { GateRule, GateRuleRow, VehicleFacts } from ".";
import { DEFAULT_GATE_RULES, dayInTurkiye, evaluateGate, GATE_RULES, holdsContactData } from ".";

const now = new Date("2026-09-01T10:00:00Z");

const complete: VehicleFacts = {
  galleryStatus: "APPROVED",
  licenceNo: "34-0123",
  licenceExpiresOn: "2027-01-01",
  makeName: "Volkswagen",
  seriesName: "Passat",
  modelName: "1.6 TDI",
  trimName: "Comfortline",
  modelYear: 2019,
  condition: "USED",
  firstRegistrationDate: "2019-05-01",
  fuel: "DIESEL",
  mileageKm: 84_500,
  priceAmount: 124_500_000,
  vin: "WVWZZZ3CZKE123456",
  plate: "34ABC123",
  statedPanels: 13,
  damageStatus: "NONE",
  liens: "NONE",
  warrantyStated: true,
  readyPhotos: 3,
  hasCover: true,
  description: "Bakımları yetkili serviste yapıldı, 2 anahtar.",
  eidsStatus: "VERIFIED",
  expertiseDate: "2026-08-30",
};

function failed(facts: Partial<VehicleFacts>, at = now, rows = DEFAULT_GATE_RULES) {
  return evaluateGate({ ...complete, ...facts }, rows, at)
    .checks.filter((check) => !check.ok)
    .map((check) => check.rule);
}

describe("publish gate", () => {
  it("lets a complete vehicle through and lists every rule in force", () => {
    const result = evaluateGate(complete, DEFAULT_GATE_RULES, now);
    expect(result.checks.filter((check) => !check.ok)).toEqual([]);
    expect(result.ok).toBe(true);
    // The 6+6 rule ended on 1 July 2026.
    expect(result.checks.map((check) => check.rule)).toEqual(
      GATE_RULES.filter((rule) => rule !== "six_plus_six"),
    );
  });

  it.each<[GateRule, Partial<VehicleFacts>]>([
    ["gallery_approved", { galleryStatus: "SUSPENDED" }],
    ["licence_stated", { licenceNo: " " }],
    ["licence_valid", { licenceExpiresOn: "2026-08-31" }],
    ["make_series", { seriesName: null }],
    ["model", { modelName: null }],
    ["trim", { trimName: null }],
    ["model_year", { modelYear: null }],
    ["fuel", { fuel: null }],
    ["mileage", { mileageKm: null }],
    ["price", { priceAmount: 0 }],
    ["vin", { vin: null }],
    ["vin", { vin: "WVW123" }],
    ["plate", { plate: null }],
    ["plate_unusual", { plate: "CD1234" }],
    ["panels", { statedPanels: 12 }],
    ["damage_record", { damageStatus: null }],
    ["damage_queried", { damageStatus: "UNKNOWN" }],
    ["liens", { liens: null }],
    ["warranty", { warrantyStated: false }],
    ["photos", { readyPhotos: 2 }],
    ["cover", { hasCover: false }],
    ["description_contact", { description: "Ara: 0532 123 45 67" }],
    ["eids", { eidsStatus: "EXPIRED" }],
    ["ekspertiz", { expertiseDate: null }],
  ])("%s fails on %j alone, with texts", (rule, facts) => {
    expect(failed(facts)).toEqual([rule]);
    const check = evaluateGate({ ...complete, ...facts }, DEFAULT_GATE_RULES, now).checks.find(
      (each) => each.rule === rule,
    );
    expect(check && hasMessage(check.message.key)).toBe(true);
    expect(check?.fix && hasMessage(check.fix.key)).toBe(true);
  });

  it("blocks by severity only", () => {
    expect(evaluateGate({ ...complete, trimName: null }, DEFAULT_GATE_RULES, now).ok).toBe(true);
    expect(evaluateGate({ ...complete, vin: null }, DEFAULT_GATE_RULES, now).ok).toBe(false);
    const strict: GateRuleRow[] = [
      { rule: "eids", from: "2020-01-01", to: null, severity: "BLOCK", params: {} },
    ];
    expect(evaluateGate({ ...complete, eidsStatus: "NONE" }, strict, now).ok).toBe(false);
  });

  it("asks no plate, expertise or age of a new car", () => {
    const fresh: Partial<VehicleFacts> = {
      condition: "NEW",
      plate: null,
      mileageKm: 5,
      expertiseDate: null,
      firstRegistrationDate: null,
    };
    expect(failed(fresh)).toEqual([]);
    expect(failed(fresh, new Date("2026-01-01T00:00:00Z"))).toEqual([]);
  });

  it("applies the 6+6 rule while it was law: both bounds, to the day", () => {
    const at = new Date("2026-06-30T12:00:00Z");
    const facts = (firstRegistrationDate: string | null, mileageKm: number) => ({
      firstRegistrationDate,
      mileageKm,
    });
    expect(failed(facts("2025-12-31", 7000), at)).toEqual([]);
    expect(failed(facts("2026-01-01", 7000), at)).toEqual(["six_plus_six"]);
    expect(failed(facts("2025-01-01", 5999), at)).toEqual(["six_plus_six"]);
    expect(failed(facts("2026-01-01", 100), new Date("2026-07-01T12:00:00Z"))).toEqual([]);
  });

  it("needs no expertise report above 8 model years or 160,000 km", () => {
    expect(failed({ expertiseDate: null, modelYear: 2017 })).toEqual([]);
    expect(failed({ expertiseDate: null, modelYear: 2018 })).toEqual(["ekspertiz"]);
    expect(failed({ expertiseDate: null, mileageKm: 160_001 })).toEqual([]);
  });

  it("takes the row in force on the day in Türkiye, the latest of several", () => {
    const rows: GateRuleRow[] = [
      { rule: "photos", from: "2025-01-01", to: null, severity: "BLOCK", params: { min: 3 } },
      { rule: "photos", from: "2026-10-01", to: null, severity: "BLOCK", params: { min: 5 } },
      { rule: "cover", from: "2025-01-01", to: null, severity: "OFF", params: {} },
    ];
    expect(
      failed({ readyPhotos: 4, hasCover: false }, new Date("2026-09-30T20:59:00Z"), rows),
    ).toEqual([]);
    expect(failed({ readyPhotos: 4 }, new Date("2026-09-30T21:00:00Z"), rows)).toEqual(["photos"]);
    expect(dayInTurkiye(new Date("2026-09-30T21:00:00Z"))).toBe("2026-10-01");
  });

  it("never fails for more photos or more stated panels", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(13), (readyPhotos, statedPanels) => {
        const less = failed({ readyPhotos, statedPanels });
        const more = failed({ readyPhotos: readyPhotos + 1, statedPanels: statedPanels + 1 });
        expect(more.every((rule) => less.includes(rule))).toBe(true);
      }),
    );
  });
});

describe("holdsContactData", () => {
  it.each([
    "0532 123 45 67",
    "ara 5321234567",
    "+90 (532) 123-45-67",
    "5 3 2 1 2 3 4 5 6 7",
    "tel: 0212 555 44 33",
    "ali@example.com",
    "ali (at) example.com",
    "www.galeri.com",
    "https://example.org/x",
    "galerimiz.com.tr",
    "instagram: otogaleri",
    "@otogaleri takip edin",
  ])("sees %s", (text) => {
    expect(holdsContactData(text)).toBe(true);
  });

  it.each([
    "1.6 TDI, 84.500 km, 2019 model, 2 anahtar",
    "Fiyat 1.245.000 TL, takas olur",
    "15.000 km bakımı yapıldı, 4 lastik 2023",
    "Euro 6, 120 hp, 1598 cc",
  ])("lets %s pass", (text) => {
    expect(holdsContactData(text)).toBe(false);
  });
});
