import type {
  BodyType,
  Color,
  Condition,
  Currency,
  DamageKind,
  DamageStatus,
  Drivetrain,
  Feature,
  Fuel,
  LienState,
  Money,
  Panel,
  PanelState,
  PlateKind,
  Transmission,
} from "@oto/domain";

/** What the form says about the maker's warranty. */
export type WarrantyAnswer = "UNSTATED" | "NONE" | "UNTIL";

export interface DamageEventValues {
  kind: DamageKind;
  date: string;
  amount: Money | null;
}

/** Everything the vehicle form holds: texts are never null, choices are null until made. */
export interface VehicleFormValues {
  makeId: string | null;
  seriesId: string | null;
  modelId: string | null;
  trimId: string | null;
  modelYear: number | null;
  mileageKm: number | null;
  fuel: Fuel | null;
  transmission: Transmission | null;
  bodyType: BodyType | null;
  drivetrain: Drivetrain | null;
  engineCc: number | null;
  powerHp: number | null;
  color: Color | null;
  interiorColor: Color | null;
  condition: Condition;
  price: Money | null;
  plate: string;
  plateKind: PlateKind | null;
  vin: string;
  stockNo: string;
  firstRegistrationDate: string;
  ownerCount: number | null;
  panels: Partial<Record<Panel, PanelState>>;
  features: Feature[];
  damageRecord: {
    status: DamageStatus | null;
    queriedAt: string;
    totalAmount: Money | null;
    events: DamageEventValues[];
  };
  liens: LienState | null;
  warranty: WarrantyAnswer;
  warrantyUntil: string;
  tradeIn: boolean;
  expertise: { firm: string; date: string; result: string; reportNo: string };
  description: string;
  lowestPrice: Money | null;
  cost: Money | null;
  internalNotes: string;
}

/** The currency of new amounts. */
export const HOME_CURRENCY: Currency = "TRY";

export const EMPTY_VEHICLE: VehicleFormValues = {
  makeId: null,
  seriesId: null,
  modelId: null,
  trimId: null,
  modelYear: null,
  mileageKm: null,
  fuel: null,
  transmission: null,
  bodyType: null,
  drivetrain: null,
  engineCc: null,
  powerHp: null,
  color: null,
  interiorColor: null,
  condition: "USED",
  price: null,
  plate: "",
  plateKind: null,
  vin: "",
  stockNo: "",
  firstRegistrationDate: "",
  ownerCount: null,
  panels: {},
  features: [],
  damageRecord: { status: null, queriedAt: "", totalAmount: null, events: [] },
  liens: null,
  warranty: "UNSTATED",
  warrantyUntil: "",
  tradeIn: false,
  expertise: { firm: "", date: "", result: "", reportNo: "" },
  description: "",
  lowestPrice: null,
  cost: null,
  internalNotes: "",
};
