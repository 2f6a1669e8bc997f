import { z } from "zod";

/** Values of the platform's contract; their order is the order screens show them in. */
export const FUELS = ["GASOLINE", "DIESEL", "LPG", "HYBRID", "PLUGIN_HYBRID", "ELECTRIC"] as const;
export const TRANSMISSIONS = ["MANUAL", "AUTOMATIC", "SEMI_AUTOMATIC"] as const;
export const DRIVETRAINS = ["FWD", "RWD", "AWD"] as const;
export const BODY_TYPES = [
  "SEDAN",
  "HATCHBACK",
  "STATION_WAGON",
  "SUV",
  "COUPE",
  "CONVERTIBLE",
  "MPV",
  "PICKUP",
  "VAN",
] as const;
export const COLORS = [
  "WHITE",
  "BLACK",
  "GREY",
  "SILVER",
  "BLUE",
  "RED",
  "GREEN",
  "BROWN",
  "BEIGE",
  "YELLOW",
  "ORANGE",
  "PURPLE",
  "GOLD",
  "BURGUNDY",
  "OTHER",
] as const;
export const CURRENCIES = ["TRY", "EUR", "USD"] as const;
export const GALLERY_STATUSES = ["PENDING", "APPROVED", "REJECTED", "SUSPENDED"] as const;
export const VEHICLE_STATUSES = [
  "DRAFT",
  "IN_REVIEW",
  "PUBLISHED",
  "PAUSED",
  "RESERVED",
  "SOLD",
  "ARCHIVED",
] as const;
export const OFFER_STATUSES = [
  "OPEN",
  "ACCEPTED",
  "REJECTED",
  "WITHDRAWN",
  "EXPIRED",
  "CLOSED",
] as const;
export const RESERVATION_STATUSES = ["ACTIVE", "COMPLETED", "CANCELLED", "EXPIRED"] as const;
export const MEDIA_STATUSES = ["PENDING", "PROCESSING", "READY", "FAILED"] as const;

/** The two parties of a negotiation and of a reservation. */
export const SIDES = ["BUYER", "SELLER"] as const;
/** Companies carry a VKN, sole traders their TCKN. */
export const TAX_TYPES = ["VKN", "TCKN"] as const;
export const CONDITIONS = ["NEW", "USED"] as const;
export const PLATE_KINDS = [
  "STANDARD",
  "COMMERCIAL",
  "OFFICIAL",
  "DIPLOMATIC",
  "TEMPORARY",
  "FOREIGN",
] as const;
/** What the seller states about the insurers' damage record (Tramer). */
export const DAMAGE_STATUSES = ["NONE", "RECORDED", "UNKNOWN"] as const;
export const DAMAGE_KINDS = ["COLLISION", "GLASS", "THEFT", "FLOOD", "FIRE", "OTHER"] as const;
export const LIEN_STATES = ["NONE", "PLEDGE", "LIEN"] as const;
/** State of the electronic advert verification of a vehicle. */
export const EIDS_STATUSES = ["NONE", "PENDING", "VERIFIED", "REFUSED", "EXPIRED"] as const;
export const OTP_PURPOSES = ["register", "reset"] as const;
export const LOCALES = ["tr", "en"] as const;

export type Fuel = (typeof FUELS)[number];
export type Transmission = (typeof TRANSMISSIONS)[number];
export type Drivetrain = (typeof DRIVETRAINS)[number];
export type BodyType = (typeof BODY_TYPES)[number];
export type Color = (typeof COLORS)[number];
export type Currency = (typeof CURRENCIES)[number];
export type GalleryStatus = (typeof GALLERY_STATUSES)[number];
export type VehicleStatus = (typeof VEHICLE_STATUSES)[number];
export type OfferStatus = (typeof OFFER_STATUSES)[number];
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number];
export type MediaStatus = (typeof MEDIA_STATUSES)[number];
export type Side = (typeof SIDES)[number];
export type TaxType = (typeof TAX_TYPES)[number];
export type Condition = (typeof CONDITIONS)[number];
export type PlateKind = (typeof PLATE_KINDS)[number];
export type DamageStatus = (typeof DAMAGE_STATUSES)[number];
export type DamageKind = (typeof DAMAGE_KINDS)[number];
export type LienState = (typeof LIEN_STATES)[number];
export type EidsStatus = (typeof EIDS_STATUSES)[number];
export type OtpPurpose = (typeof OTP_PURPOSES)[number];
export type Locale = (typeof LOCALES)[number];

export const fuelField = z.enum(FUELS);
export const transmissionField = z.enum(TRANSMISSIONS);
export const drivetrainField = z.enum(DRIVETRAINS);
export const bodyTypeField = z.enum(BODY_TYPES);
export const colorField = z.enum(COLORS);
export const currencyField = z.enum(CURRENCIES);
export const galleryStatusField = z.enum(GALLERY_STATUSES);
export const vehicleStatusField = z.enum(VEHICLE_STATUSES);
export const offerStatusField = z.enum(OFFER_STATUSES);
export const reservationStatusField = z.enum(RESERVATION_STATUSES);
export const mediaStatusField = z.enum(MEDIA_STATUSES);
export const sideField = z.enum(SIDES);
export const taxTypeField = z.enum(TAX_TYPES);
export const conditionField = z.enum(CONDITIONS);
export const plateKindField = z.enum(PLATE_KINDS);
export const damageStatusField = z.enum(DAMAGE_STATUSES);
export const damageKindField = z.enum(DAMAGE_KINDS);
export const lienStateField = z.enum(LIEN_STATES);
export const eidsStatusField = z.enum(EIDS_STATUSES);
export const otpPurposeField = z.enum(OTP_PURPOSES);
export const localeField = z.enum(LOCALES);
