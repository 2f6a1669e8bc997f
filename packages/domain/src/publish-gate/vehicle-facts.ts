import type {
  Condition,
  DamageStatus,
  EidsStatus,
  Fuel,
  GalleryStatus,
  LienState,
} from "../values";

/** All the gate looks at: flat and serialisable, so that a screen may evaluate it too. */
export interface VehicleFacts {
  galleryStatus: GalleryStatus;
  licenceNo: string | null;
  /** Last day of the trade licence, `YYYY-MM-DD`. */
  licenceExpiresOn: string | null;
  makeName: string | null;
  seriesName: string | null;
  modelName: string | null;
  trimName: string | null;
  modelYear: number | null;
  condition: Condition;
  /** `YYYY-MM-DD` */
  firstRegistrationDate: string | null;
  fuel: Fuel | null;
  mileageKm: number | null;
  /** Minor units. */
  priceAmount: number | null;
  vin: string | null;
  plate: string | null;
  /** How many of the thirteen panels are stated. */
  statedPanels: number;
  damageStatus: DamageStatus | null;
  liens: LienState | null;
  /** A warranty end is given, or that there is none. */
  warrantyStated: boolean;
  readyPhotos: number;
  /** The cover exists and is READY. */
  hasCover: boolean;
  description: string | null;
  eidsStatus: EidsStatus;
  /** Day of the latest expertise report, `YYYY-MM-DD`. */
  expertiseDate: string | null;
}
