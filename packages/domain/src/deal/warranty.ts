import { dayInTurkiye } from "../publish-gate";

/** What a dealer has to answer for, as of a day. `to` is the first day on which it is not law. */
export interface WarrantyRule {
  readonly from: string;
  readonly to: string | null;
  readonly months: number;
  readonly km: number;
  /** Vehicles above this age in model years, or above this mileage, are exempt. */
  readonly maxAge: number;
  readonly maxMileageKm: number;
}

/** Regulation on the trade in motor vehicles of 27 August 2024: 3 months or 5,000 km. */
export const WARRANTY_RULES: readonly WarrantyRule[] = [
  { from: "2024-08-27", to: null, months: 3, km: 5_000, maxAge: 8, maxMileageKm: 160_000 },
];

export interface WarrantyNote {
  applies: boolean;
  months: number;
  km: number;
  maxAge: number;
  maxMileageKm: number;
  /** Last day, `YYYY-MM-DD`, once the day of delivery is known. */
  until: string | null;
  /** Odometer reading at which it ends. */
  untilKm: number | null;
}

/** Adds months to a day; a day that the month does not have becomes its last one. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return end.toISOString().slice(0, 10);
}

/**
 * The dealer's warranty on a vehicle by the rule in force on the day of the sale.
 * @returns null where no rule was in force or the facts are not known
 */
export function warrantyNote(
  vehicle: { modelYear: number | null; mileageKm: number | null },
  sold: { agreedAt: Date; deliveredAt: Date | null },
  rules: readonly WarrantyRule[] = WARRANTY_RULES,
): WarrantyNote | null {
  const day = dayInTurkiye(sold.agreedAt);
  const rule = rules.findLast(({ from, to }) => from <= day && (to === null || day < to));
  const { mileageKm, modelYear } = vehicle;
  if (!rule || modelYear === null || mileageKm === null) return null;
  const { km, maxAge, maxMileageKm, months } = rule;
  const age = Number(day.slice(0, 4)) - modelYear;
  const applies = age <= maxAge && mileageKm <= maxMileageKm;
  const delivered = applies && sold.deliveredAt ? dayInTurkiye(sold.deliveredAt) : null;
  return {
    ...{ applies, months, km, maxAge, maxMileageKm },
    until: delivered ? addMonths(delivered, months) : null,
    untilKm: applies ? mileageKm + km : null,
  };
}
