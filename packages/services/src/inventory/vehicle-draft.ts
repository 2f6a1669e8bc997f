import type {
  AutoCounter,
  BodyType,
  Color,
  Condition,
  DamageRecord,
  Drivetrain,
  Expertise,
  Feature,
  Fuel,
  LienState,
  Money,
  PanelEntry,
  PlateKind,
  Transmission,
  VehicleInput,
  VehiclePatch,
} from "@oto/domain";
import { assertAutoCounter, assertLowestPrice, DomainError } from "@oto/domain";

/** All that a dealer states about a vehicle, nothing left open: null is "not stated". */
export interface VehicleDraft {
  makeId: string;
  seriesId: string;
  modelId: string | null;
  trimId: string | null;
  stockNo: string | null;
  modelYear: number;
  firstRegistrationDate: string | null;
  mileageKm: number;
  fuel: Fuel;
  transmission: Transmission;
  bodyType: BodyType;
  drivetrain: Drivetrain | null;
  engineCc: number | null;
  powerHp: number | null;
  color: Color;
  interiorColor: Color | null;
  condition: Condition;
  plate: string | null;
  plateKind: PlateKind | null;
  vin: string | null;
  ownerCount: number | null;
  warrantyUntil: string | null;
  warrantyStated: boolean;
  tradeIn: boolean;
  panels: PanelEntry[];
  features: Feature[];
  damageRecord: DamageRecord | null;
  expertise: Expertise | null;
  liens: LienState | null;
  description: string | null;
  price: Money;
  lowestPrice: Money | null;
  autoCounter: AutoCounter | null;
  cost: Money | null;
  internalNotes: string | null;
}

const nothingStated = {
  modelId: null,
  trimId: null,
  stockNo: null,
  firstRegistrationDate: null,
  drivetrain: null,
  engineCc: null,
  powerHp: null,
  interiorColor: null,
  condition: "USED",
  plate: null,
  plateKind: null,
  vin: null,
  ownerCount: null,
  warrantyUntil: null,
  warrantyStated: false,
  tradeIn: false,
  panels: [],
  features: [],
  damageRecord: null,
  expertise: null,
  liens: null,
  description: null,
  lowestPrice: null,
  autoCounter: null,
  cost: null,
  internalNotes: null,
} as const;

type Stated<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys whose value is undefined: absent means unchanged. */
function stated<T extends object>(given: T): Stated<T> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Stated<T>;
}

function checked(draft: VehicleDraft): VehicleDraft {
  assertLowestPrice(draft.price, draft.lowestPrice);
  assertAutoCounter(draft.price, draft.autoCounter);
  if (draft.cost !== null && draft.cost.currency !== draft.price.currency) {
    throw new DomainError("input.invalid", {}, { fields: { cost: ["validation.money"] } });
  }
  return draft;
}

/** @throws DomainError `input.invalid` */
export function draftOf(input: VehicleInput): VehicleDraft {
  const draft: VehicleDraft = {
    ...nothingStated,
    panels: [],
    features: [],
    ...required(input),
    ...stated(input),
  };
  return checked({
    ...draft,
    warrantyStated: draft.warrantyStated || draft.warrantyUntil !== null,
  });
}

const required = ({ makeId, seriesId, modelYear, mileageKm, ...rest }: VehicleInput) => ({
  makeId,
  seriesId,
  modelYear,
  mileageKm,
  fuel: rest.fuel,
  transmission: rest.transmission,
  bodyType: rest.bodyType,
  color: rest.color,
  price: rest.price,
});

/** What a chosen part leaves of the parts below it, which belonged to another one. */
function orphansCleared(patch: Stated<VehiclePatch>, current: VehicleDraft): Stated<VehiclePatch> {
  const moved = (key: "seriesId" | "modelId") =>
    patch[key] !== undefined && patch[key] !== current[key];
  if (moved("seriesId")) return { modelId: null, trimId: null };
  if (moved("modelId")) return { trimId: null };
  return {};
}

/** The draft after a change. @throws DomainError `input.invalid` */
export function patchedDraft(current: VehicleDraft, patch: VehiclePatch): VehicleDraft {
  const changes = stated(patch);
  // A stock number can be replaced, not taken away.
  const stockNo = changes.stockNo ?? current.stockNo;
  const draft = { ...current, ...orphansCleared(changes, current), ...changes, stockNo };
  const ends = changes.warrantyUntil !== undefined && changes.warrantyUntil !== null;
  return checked({ ...draft, warrantyStated: draft.warrantyStated || ends });
}

/** The fields in which two drafts differ. */
export function changedFields(a: VehicleDraft, b: VehicleDraft): (keyof VehicleDraft)[] {
  const keys = Object.keys(a) as (keyof VehicleDraft)[];
  return keys.filter((key) => canonical(a[key]) !== canonical(b[key]));
}

/** Equal values give equal texts, whatever the order of keys and of panels or features. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).sort());
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).map(([key, inner]) => [key, canonical(inner)]);
  return JSON.stringify(entries.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
}
