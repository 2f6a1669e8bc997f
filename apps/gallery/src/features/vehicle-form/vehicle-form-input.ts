import type { Panel, PanelEntry, PanelState, VehicleInput } from "@oto/domain";
import { formatPlate, PANELS, vehicleInput } from "@oto/domain";
import type { VehicleView } from "../vehicle/vehicle-view";
import type { VehicleFormValues, WarrantyAnswer } from "./vehicle-form-values";
import { EMPTY_VEHICLE } from "./vehicle-form-values";

const text = (value: string) => (value.trim() === "" ? null : value);
/** A missing choice reads as "required" only when it is absent, not null. */
const required = <V>(value: V | null) => value ?? undefined;

function panelsOf(values: VehicleFormValues["panels"]): PanelEntry[] {
  return PANELS.flatMap((panel) => {
    const state = values[panel];
    return state === undefined ? [] : [{ panel, state }];
  });
}

function damageOf({ damageRecord }: VehicleFormValues) {
  const { status, queriedAt, totalAmount, events } = damageRecord;
  if (status === null) return null;
  if (status !== "RECORDED") return { status, queriedAt: text(queriedAt), events: [] };
  return {
    status,
    queriedAt: text(queriedAt),
    totalAmount,
    events: events.map((event) => ({ ...event, date: text(event.date) })),
  };
}

function expertiseOf({ expertise }: VehicleFormValues) {
  const { firm, date, result, reportNo } = expertise;
  const blank = [firm, date, result, reportNo].every((value) => value.trim() === "");
  return blank ? null : { firm, date, result, reportNo: text(reportNo) };
}

/** What the form holds, as the input of the API: blanks are null, what is required stays absent. */
export function toVehicleInput(values: VehicleFormValues) {
  const { warranty, warrantyUntil } = values;
  return {
    makeId: required(values.makeId),
    seriesId: required(values.seriesId),
    modelId: values.modelId,
    trimId: values.trimId,
    modelYear: required(values.modelYear),
    mileageKm: required(values.mileageKm),
    fuel: required(values.fuel),
    transmission: required(values.transmission),
    bodyType: required(values.bodyType),
    drivetrain: values.drivetrain,
    engineCc: values.engineCc,
    powerHp: values.powerHp,
    color: required(values.color),
    interiorColor: values.interiorColor,
    condition: values.condition,
    price: required(values.price),
    plate: text(values.plate),
    plateKind: values.plateKind,
    vin: text(values.vin),
    stockNo: text(values.stockNo),
    firstRegistrationDate: text(values.firstRegistrationDate),
    ownerCount: values.ownerCount,
    panels: panelsOf(values.panels),
    features: values.features,
    damageRecord: damageOf(values),
    liens: values.liens,
    warrantyStated: warranty !== "UNSTATED",
    warrantyUntil: warranty === "UNTIL" ? text(warrantyUntil) : null,
    tradeIn: values.tradeIn,
    expertise: expertiseOf(values),
    description: text(values.description),
    lowestPrice: values.lowestPrice,
    cost: values.cost,
    internalNotes: text(values.internalNotes),
  };
}

/** Checks the form by the rules of the domain; a warranty "until" needs its day. */
export function checkVehicleForm(values: VehicleFormValues) {
  return vehicleInput
    .refine((input) => values.warranty !== "UNTIL" || input.warrantyUntil, {
      error: "validation.required",
      path: ["warrantyUntil"],
    })
    .safeParse(toVehicleInput(values));
}

/** The fields whose checked values differ: all that `inventory.update` has to be told. */
export function changedFields(
  before: VehicleFormValues,
  after: VehicleInput,
): Partial<VehicleInput> {
  const known: Record<string, unknown> = checkVehicleForm(before).data ?? toVehicleInput(before);
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field]),
  );
  return Object.fromEntries(changed);
}

function warrantyOf(vehicle: VehicleView): WarrantyAnswer {
  if (vehicle.warrantyUntil !== null) return "UNTIL";
  return vehicle.warrantyStated ? "NONE" : "UNSTATED";
}

/** A stored vehicle as the form holds it. */
export function fromVehicle(vehicle: VehicleView): VehicleFormValues {
  const { damageRecord: damage, expertise } = vehicle;
  const panels: Partial<Record<Panel, PanelState>> = Object.fromEntries(
    vehicle.panels.map(({ panel, state }) => [panel, state]),
  );
  return {
    ...EMPTY_VEHICLE,
    makeId: vehicle.makeId,
    seriesId: vehicle.seriesId,
    modelId: vehicle.modelId,
    trimId: vehicle.trimId,
    modelYear: vehicle.modelYear,
    mileageKm: vehicle.mileageKm,
    fuel: vehicle.fuel,
    transmission: vehicle.transmission,
    bodyType: vehicle.bodyType,
    drivetrain: vehicle.drivetrain,
    engineCc: vehicle.engineCc,
    powerHp: vehicle.powerHp,
    color: vehicle.color,
    interiorColor: vehicle.interiorColor,
    condition: vehicle.condition,
    price: vehicle.price,
    plate: vehicle.plate === null ? "" : formatPlate(vehicle.plate),
    plateKind: vehicle.plateKind,
    vin: vehicle.vin ?? "",
    stockNo: vehicle.stockNo,
    firstRegistrationDate: vehicle.firstRegistrationDate ?? "",
    ownerCount: vehicle.ownerCount,
    panels,
    features: vehicle.features,
    damageRecord: {
      status: damage?.status ?? null,
      queriedAt: damage?.queriedAt ?? "",
      totalAmount: damage?.totalAmount ?? null,
      events: (damage?.events ?? []).map(({ kind, date, amount }) => ({
        kind,
        date: date ?? "",
        amount: amount ?? null,
      })),
    },
    liens: vehicle.liens,
    warranty: warrantyOf(vehicle),
    warrantyUntil: vehicle.warrantyUntil ?? "",
    tradeIn: vehicle.tradeIn,
    expertise: {
      firm: expertise?.firm ?? "",
      date: expertise?.date ?? "",
      result: expertise?.result ?? "",
      reportNo: expertise?.reportNo ?? "",
    },
    description: vehicle.description ?? "",
    lowestPrice: vehicle.lowestPrice,
    cost: vehicle.cost,
    internalNotes: vehicle.internalNotes ?? "",
  };
}
