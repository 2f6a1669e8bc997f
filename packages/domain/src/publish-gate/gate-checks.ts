import { validatePlate, validateVin } from "../identity";
import { PANELS } from "../values";
import { holdsContactData } from "./contact-data";
import type { GateRule } from "./gate-rules";
import type { VehicleFacts } from "./vehicle-facts";

export type GateParams = Readonly<Record<string, number>>;
export type GateTextParams = Readonly<Record<string, string | number>>;

export interface CheckInput {
  facts: VehicleFacts;
  params: GateParams;
  /** Today in Türkiye, `YYYY-MM-DD`. */
  today: string;
}

export interface Check {
  passes: (input: CheckInput) => boolean;
  /** Values for the rule's texts. */
  texts?: (input: CheckInput) => GateTextParams;
}

const stated = (text: string | null): boolean => text !== null && text.trim() !== "";

/** `day` plus whole calendar months; the last day of a shorter month stands in for a missing one. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  target.setUTCDate(Math.min(date.getUTCDate(), target.getUTCDate()));
  return target.toISOString().slice(0, 10);
}

/** Both six months and 6,000 km must have passed; a car never registered is no used car yet. */
function passesSixPlusSix({ facts, params, today }: CheckInput): boolean {
  if (facts.condition === "NEW") return true;
  if (facts.mileageKm === null || facts.mileageKm < (params.km ?? 6000)) return false;
  if (facts.firstRegistrationDate === null) return true;
  return addMonths(facts.firstRegistrationDate, params.months ?? 6) <= today;
}

/** Needed up to 8 model years and 160,000 km; `windowDays` bounds its age where it is set. */
function passesEkspertiz({ facts, params, today }: CheckInput): boolean {
  if (facts.condition === "NEW" || facts.modelYear === null || facts.mileageKm === null) {
    return true;
  }
  const age = Number(today.slice(0, 4)) - facts.modelYear;
  if (age > (params.maxAgeYears ?? 8) || facts.mileageKm > (params.maxKm ?? 160_000)) return true;
  if (facts.expertiseDate === null) return false;
  if (params.windowDays === undefined) return true;
  const days = (Date.parse(today) - Date.parse(facts.expertiseDate)) / 86_400_000;
  return days <= params.windowDays;
}

export const GATE_CHECKS: Record<GateRule, Check> = {
  gallery_approved: { passes: ({ facts }) => facts.galleryStatus === "APPROVED" },
  licence_stated: { passes: ({ facts }) => stated(facts.licenceNo) },
  licence_valid: {
    passes: ({ facts, today }) =>
      facts.licenceExpiresOn === null || facts.licenceExpiresOn >= today,
    texts: ({ facts }) => ({ date: facts.licenceExpiresOn ?? "" }),
  },
  make_series: { passes: ({ facts }) => stated(facts.makeName) && stated(facts.seriesName) },
  model: { passes: ({ facts }) => stated(facts.modelName) },
  trim: { passes: ({ facts }) => stated(facts.trimName) },
  model_year: { passes: ({ facts }) => facts.modelYear !== null },
  fuel: { passes: ({ facts }) => facts.fuel !== null },
  mileage: { passes: ({ facts }) => facts.mileageKm !== null && facts.mileageKm >= 0 },
  price: { passes: ({ facts }) => facts.priceAmount !== null && facts.priceAmount > 0 },
  vin: { passes: ({ facts }) => facts.vin !== null && validateVin(facts.vin) !== "invalid" },
  plate: {
    // A new car has no plate before its first registration.
    passes: ({ facts }) =>
      facts.plate === null || facts.plate === ""
        ? facts.condition === "NEW"
        : validatePlate(facts.plate) !== "invalid",
  },
  plate_unusual: {
    passes: ({ facts }) => facts.plate === null || validatePlate(facts.plate) !== "unusual",
  },
  panels: {
    passes: ({ facts }) => facts.statedPanels >= PANELS.length,
    texts: ({ facts }) => ({ missing: Math.max(0, PANELS.length - facts.statedPanels) }),
  },
  damage_record: { passes: ({ facts }) => facts.damageStatus !== null },
  damage_queried: { passes: ({ facts }) => facts.damageStatus !== "UNKNOWN" },
  liens: { passes: ({ facts }) => facts.liens !== null },
  warranty: { passes: ({ facts }) => facts.warrantyStated },
  photos: {
    passes: ({ facts, params }) => facts.readyPhotos >= (params.min ?? 3),
    texts: ({ facts, params }) => ({ ready: facts.readyPhotos, min: params.min ?? 3 }),
  },
  cover: { passes: ({ facts }) => facts.hasCover },
  description_contact: {
    passes: ({ facts }) => facts.description === null || !holdsContactData(facts.description),
  },
  eids: { passes: ({ facts }) => facts.eidsStatus === "VERIFIED" },
  six_plus_six: {
    passes: passesSixPlusSix,
    texts: ({ params }) => ({ months: params.months ?? 6, km: params.km ?? 6000 }),
  },
  ekspertiz: { passes: passesEkspertiz },
};
