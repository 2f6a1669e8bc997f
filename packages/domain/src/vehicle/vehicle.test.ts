import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VehicleStatus } from "../values";
import { PANELS, VEHICLE_STATUSES } from "../values";
import {
  assertLowestPrice,
  transitionVehicle,
  VEHICLE_ACTIONS,
  vehicleActions,
  vehicleInput,
  vehiclePatch,
  vehicleTitle,
} from ".";

const minimal = {
  makeId: "01890a5d-ac96-774b-bcce-b302099a8057",
  seriesId: "01890a5d-ac96-774b-bcce-b302099a8058",
  modelYear: 2019,
  mileageKm: 84_500,
  fuel: "DIESEL",
  transmission: "AUTOMATIC",
  bodyType: "SEDAN",
  color: "WHITE",
  price: { amount: 124_500_000, currency: "TRY" },
};

describe("vehicle machine", () => {
  it("refuses what its table does not list", () => {
    for (const status of VEHICLE_STATUSES) {
      for (const action of VEHICLE_ACTIONS) {
        if (vehicleActions(status).includes(action)) {
          expect(VEHICLE_STATUSES).toContain(transitionVehicle(status, action));
        } else {
          expect(() => transitionVehicle(status, action)).toThrow("inventory.wrong_state");
        }
      }
    }
  });

  it("never reserves or sells what was not on the market", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VEHICLE_ACTIONS)), (actions) => {
        let status: VehicleStatus = "DRAFT";
        let published = false;
        for (const action of actions) {
          if (!vehicleActions(status).includes(action)) continue;
          const before: VehicleStatus = status;
          status = transitionVehicle(before, action);
          published ||= status === "PUBLISHED";
          if (status === "RESERVED") expect(before).toBe("PUBLISHED");
          if (status === "SOLD") expect(published).toBe(true);
          if (before === "ARCHIVED") expect(status).toBe("DRAFT");
        }
      }),
    );
  });
});

describe("vehicleInput", () => {
  it("takes the contract's fields alone, and blanks as not given", () => {
    expect(vehicleInput.parse(minimal)).toEqual(minimal);
    const full = vehicleInput.parse({
      ...minimal,
      plate: "34 abc 123",
      vin: "",
      panels: PANELS.map((panel) => ({ panel, state: "ORIGINAL" })),
      features: ["ABS", "SUNROOF", "ABS"],
      damageRecord: { status: "NONE" },
      liens: "NONE",
      lowestPrice: { amount: 120_000_000, currency: "TRY" },
      description: null,
    });
    expect(full.plate).toBe("34ABC123");
    expect(full.vin).toBeNull();
    expect(full.features).toEqual(["ABS", "SUNROOF"]);
    expect(full.damageRecord).toEqual({ status: "NONE", events: [] });
  });

  it.each([
    ["modelYear", 1949],
    ["modelYear", new Date().getUTCFullYear() + 2],
    ["mileageKm", -1],
    ["mileageKm", 2_000_001],
    ["price", { amount: 0, currency: "TRY" }],
    ["fuel", "COAL"],
    ["plate", "34"],
    ["vin", "WVW"],
    ["features", ["NOT_A_FEATURE"]],
    ["description", "x".repeat(5001)],
    ["engineCc", 1.5],
    ["firstRegistrationDate", "2999-01-01"],
    ["firstRegistrationDate", "2019-13-01"],
    [
      "panels",
      [
        { panel: "HOOD", state: "ORIGINAL" },
        { panel: "HOOD", state: "PAINTED" },
      ],
    ],
    ["lowestPrice", { amount: 124_500_001, currency: "TRY" }],
    ["lowestPrice", { amount: 100, currency: "EUR" }],
  ])("refuses %s = %j", (field, value) => {
    const result = vehicleInput.safeParse({ ...minimal, [field]: value });
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.path[0]).toBe(field);
  });

  it("patches one field at a time and clears with null", () => {
    expect(vehiclePatch.parse({})).toEqual({});
    expect(vehiclePatch.parse({ plate: null, mileageKm: 5 })).toEqual({
      plate: null,
      mileageKm: 5,
    });
    expect(vehiclePatch.safeParse({ price: null }).success).toBe(false);
  });

  it("keeps the lowest price below the asking price", () => {
    const price = { amount: 100, currency: "TRY" } as const;
    expect(() => assertLowestPrice(price, { amount: 101, currency: "TRY" })).toThrow(
      "input.invalid",
    );
    expect(() => assertLowestPrice(price, null)).not.toThrow();
  });
});

describe("vehicleTitle", () => {
  it.each([
    ["Volkswagen|Passat|1.6 TDI|Comfortline", "2019 Volkswagen Passat 1.6 TDI Comfortline"],
    ["Renault|Clio|Clio 1.0 TCe", "2019 Renault Clio 1.0 TCe"],
    ["BMW|3 Serisi|320d|M Sport", "2019 BMW 3 Serisi 320d M Sport"],
    ["Fiat|Egea", "2019 Fiat Egea"],
    ["Togg|T10X|T10X|V2", "2019 Togg T10X V2"],
    ["Skoda|Octavia|2.0 TDI RS|RS", "2019 Skoda Octavia 2.0 TDI RS"],
    ["Skoda|Octavia|2.0 TDI RS|S", "2019 Skoda Octavia 2.0 TDI RS S"],
  ])("%s → %s", (parts, title) => {
    const [makeName = "", seriesName = "", modelName, trimName] = parts.split("|");
    expect(vehicleTitle({ modelYear: 2019, makeName, seriesName, modelName, trimName })).toBe(
      title,
    );
  });
});
