import type {
  AutoCounter,
  BodyType,
  Color,
  Condition,
  DamageRecord,
  Drivetrain,
  EidsStatus,
  Expertise,
  Feature,
  Fuel,
  GateRule,
  LienState,
  Money,
  PanelEntry,
  PlateKind,
  Transmission,
  VehicleAction,
  VehicleStatus,
} from "@oto/domain";
import type { MediaView, PhotoView } from "../media/media.view";
import type { Page } from "../paging";

/** A vehicle in the gallery's own stock list. */
export interface StockItem {
  vehicleId: string;
  stockNo: string;
  status: VehicleStatus;
  version: number;
  title: string;
  makeName: string;
  seriesName: string;
  modelName: string | null;
  trimName: string | null;
  modelYear: number;
  mileageKm: number;
  fuel: Fuel;
  transmission: Transmission;
  bodyType: BodyType;
  color: Color;
  price: Money;
  plate: string | null;
  cover: PhotoView | null;
  /** READY photos. */
  photoCount: number;
  /** Photos that are not READY yet and have not failed. */
  photosInProgress: number;
  /** Whole days since it came into stock, until it was sold. */
  daysInStock: number;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  priceChangedAt: string | null;
  soldAt: string | null;
}

export interface StockList extends Page<StockItem> {
  /** Vehicles that fit the filters. */
  total: number;
  /** Vehicles by state that fit the filters other than `status`. */
  counts: Record<VehicleStatus, number>;
}

export interface PriceChangeView {
  /** Null for the first price. */
  from: Money | null;
  to: Money;
  actorId: string | null;
  at: string;
}

export interface TransitionView {
  from: VehicleStatus | null;
  to: VehicleStatus;
  action: string;
  actorId: string | null;
  at: string;
}

/** Everything a gallery knows about one of its vehicles. Days are `YYYY-MM-DD`. */
export interface VehicleView {
  vehicleId: string;
  stockNo: string;
  status: VehicleStatus;
  version: number;
  /** Whether its data and photos may be changed now. */
  editable: boolean;
  /** Changes of state that its state allows; a RESERVED one is its reservation's business. */
  actions: VehicleAction[];
  title: string;
  makeId: string;
  seriesId: string;
  modelId: string | null;
  trimId: string | null;
  makeName: string;
  seriesName: string;
  modelName: string | null;
  trimName: string | null;
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
  /** Private to the gallery, as are the next four. */
  lowestPrice: Money | null;
  /** The rule that answers offers by itself; at most once a negotiation. */
  autoCounter: AutoCounter | null;
  /** Null also for members who may not see what it cost. */
  cost: Money | null;
  internalNotes: string | null;
  eidsStatus: EidsStatus;
  /** Facts that the EİDS verification holds fast. */
  lockedByEids: boolean;
  media: MediaView[];
  priceHistory: PriceChangeView[];
  transitions: TransitionView[];
  daysInStock: number;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  priceChangedAt: string | null;
  soldAt: string | null;
}

/** One check of the publish gate in the caller's language. */
export interface GateCheckView {
  rule: GateRule;
  ok: boolean;
  severity: "BLOCK" | "WARN";
  message: string;
  /** How to mend it; null when nothing is wrong. */
  fix: string | null;
}

export interface GateView {
  ok: boolean;
  checks: GateCheckView[];
}

export interface VehicleStateView {
  vehicleId: string;
  status: VehicleStatus;
  version: number;
}

export interface CreatedVehicleView extends VehicleStateView {
  stockNo: string;
}

export interface ChangedVehicleView extends VehicleStateView {
  title: string;
  price: Money;
}
