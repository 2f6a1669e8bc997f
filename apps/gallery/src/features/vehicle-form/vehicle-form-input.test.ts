import { PANELS } from "@oto/domain";
import { describe, expect, it } from "vitest";
import { changedFields, checkVehicleForm } from "./vehicle-form-input";
import type { VehicleFormValues } from "./vehicle-form-values";
import { EMPTY_VEHICLE } from "./vehicle-form-values";

const filled: VehicleFormValues = {
  ...EMPTY_VEHICLE,
  makeId: "01890a5d-ac96-774b-bcce-b302099a8057",
  seriesId: "01890a5d-ac96-774b-bcce-b302099a8058",
  modelYear: 2021,
  mileageKm: 84_500,
  fuel: "DIESEL",
  transmission: "AUTOMATIC",
  bodyType: "SEDAN",
  color: "WHITE",
  price: { amount: 124_500_000, currency: "TRY" },
};

const wrongFields = (values: VehicleFormValues) => {
  const issues = checkVehicleForm(values).error?.issues ?? [];
  return [...new Set(issues.map((issue) => issue.path.join(".")))];
};

describe("checkVehicleForm", () => {
  it("takes the essentials alone and names each that is missing", () => {
    expect(wrongFields(filled)).toEqual([]);
    expect(wrongFields(EMPTY_VEHICLE)).toEqual([
      "makeId",
      "seriesId",
      "modelYear",
      "mileageKm",
      "fuel",
      "transmission",
      "bodyType",
      "color",
      "price",
    ]);
  });

  it("says of blank parts that nothing was stated", () => {
    expect(checkVehicleForm({ ...filled, vin: " ", description: "" }).data).toMatchObject({
      vin: null,
      description: null,
      damageRecord: null,
      expertise: null,
      warrantyStated: false,
      warrantyUntil: null,
      panels: [],
    });
  });

  it("keeps damages only of a record that has some", () => {
    const events = [{ kind: "GLASS" as const, date: "", amount: null }];
    const record = { ...EMPTY_VEHICLE.damageRecord, events };
    const told = checkVehicleForm({ ...filled, damageRecord: { ...record, status: "RECORDED" } });
    expect(told.data?.damageRecord?.events).toEqual([{ kind: "GLASS", date: null, amount: null }]);
    const none = checkVehicleForm({ ...filled, damageRecord: { ...record, status: "NONE" } });
    expect(none.data?.damageRecord?.events).toEqual([]);
  });

  it("asks for the last day of a warranty that runs, and for a whole expertise report", () => {
    expect(wrongFields({ ...filled, warranty: "UNTIL" })).toEqual(["warrantyUntil"]);
    const expertise = { ...EMPTY_VEHICLE.expertise, firm: "Oto Ekspertiz" };
    expect(wrongFields({ ...filled, expertise })).toEqual(["expertise.date", "expertise.result"]);
  });
});

describe("changedFields", () => {
  const save = (values: VehicleFormValues) => {
    const checked = checkVehicleForm(values);
    if (!checked.success) throw new Error("the test's own values are wrong");
    return changedFields(filled, checked.data);
  };

  it("sends nothing when nothing changed", () => {
    expect(save(filled)).toEqual({});
    expect(save({ ...filled, plate: "" })).toEqual({});
  });

  it("sends what changed, and null for what was emptied", () => {
    const panels = Object.fromEntries(PANELS.map((panel) => [panel, "ORIGINAL"]));
    expect(Object.keys(save({ ...filled, mileageKm: 85_000, panels }))).toEqual([
      "mileageKm",
      "panels",
    ]);
    const before = {
      ...filled,
      plate: "34 ABC 123",
      cost: { amount: 1, currency: "TRY" },
    } as const;
    const after = checkVehicleForm({ ...filled, plate: "34abc123" });
    expect(after.success && changedFields(before, after.data)).toEqual({ cost: null });
  });
});
