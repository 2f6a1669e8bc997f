import { z } from "zod";
import { MAX_AMOUNT } from "../money";
import {
  bodyTypeField,
  colorField,
  damageStatusField,
  drivetrainField,
  fuelField,
  PANELS,
  transmissionField,
} from "../values";
import { MAX_MILEAGE_KM } from "../vehicle";

export const SORTS = [
  "relevance",
  "newest",
  "price_asc",
  "price_desc",
  "km_asc",
  "year_desc",
  "distance",
] as const;
export type Sort = (typeof SORTS)[number];
export const sortField = z.enum(SORTS);

const MAX_CHOICES = 50;
/** As far as any two provinces lie apart. */
export const MAX_DISTANCE_KM = 2_000;
const choices = <T extends z.ZodType>(field: T) => z.array(field).max(MAX_CHOICES);
const whole = (max: number) => z.number().int().min(0).max(max);

const shape = z
  .strictObject({
    makeIds: choices(z.uuid()),
    seriesIds: choices(z.uuid()),
    modelIds: choices(z.uuid()),
    trimIds: choices(z.uuid()),
    yearMin: whole(2100),
    yearMax: whole(2100),
    kmMin: whole(MAX_MILEAGE_KM),
    kmMax: whole(MAX_MILEAGE_KM),
    /** Minor units of TRY. */
    priceMin: whole(MAX_AMOUNT),
    priceMax: whole(MAX_AMOUNT),
    engineCcMin: whole(20_000),
    engineCcMax: whole(20_000),
    powerHpMin: whole(3000),
    powerHpMax: whole(3000),
    fuels: choices(fuelField),
    transmissions: choices(transmissionField),
    bodyTypes: choices(bodyTypeField),
    drivetrains: choices(drivetrainField),
    colors: choices(colorField),
    provinceCodes: z.array(z.number().int().min(1).max(81)).max(81),
    /** District names as officially spelled; they narrow `provinceCodes`. */
    districts: choices(z.string().trim().min(1).max(60)),
    /** Provinces whose centre lies within so many kilometres of that of one. */
    near: z.strictObject({
      provinceCode: z.number().int().min(1).max(81),
      km: z.number().int().min(1).max(MAX_DISTANCE_KM),
    }),
    damageStatuses: choices(damageStatusField),
    /** All thirteen panels stated and original. */
    flawless: z.boolean(),
    maxPaintedPanels: whole(PANELS.length),
    /** The maker's warranty has not run out. */
    warranty: z.boolean(),
    tradeIn: z.boolean(),
    hasPhotos: z.boolean(),
    listedSinceDays: z.number().int().min(1).max(365),
    galleryId: z.uuid(),
    /** The seller's trust, 0..100; galleries without enough evidence have none and do not match. */
    trustMin: whole(100),
  })
  .partial();

export type MarketplaceFilters = z.infer<typeof shape>;

/** Pairs of lower and upper bound, in the unit of the filter's name. */
export const RANGE_FILTERS = [
  ["yearMin", "yearMax"],
  ["kmMin", "kmMax"],
  ["priceMin", "priceMax"],
  ["engineCcMin", "engineCcMax"],
  ["powerHpMin", "powerHpMax"],
] as const;

/** Filters of `marketplace.search`; an absent one does not filter. */
export const marketplaceFilters = shape.superRefine((filters, context) => {
  for (const [min, max] of RANGE_FILTERS) {
    const low = filters[min];
    const high = filters[max];
    if (low !== undefined && high !== undefined && low > high) {
      context.addIssue({
        code: "custom",
        message: "validation.range_reversed",
        path: [min],
        input: low,
      });
    }
  }
});

export const MAX_QUERY_LENGTH = 200;

/** Input of `marketplace.search`. */
export const marketplaceSearchInput = z.strictObject({
  q: z.string().trim().max(MAX_QUERY_LENGTH).optional(),
  filters: marketplaceFilters.optional(),
  sort: sortField.optional(),
  /**
   * Plate code that `distance` is measured from; without one it is the province of `near`, then that
   * of the caller's gallery. With none of them `distance` means `newest`.
   */
  fromProvinceCode: z.number().int().min(1).max(81).optional(),
  cursor: z.string().max(2000).nullish(),
  limit: z.number().int().min(1).max(100).default(24),
  /** What clients that page for ever send along; every list reads forward. */
  direction: z.enum(["forward", "backward"]).optional(),
});
export type MarketplaceSearchInput = z.infer<typeof marketplaceSearchInput>;

/** What people chose by hand wins over what was read from their words; bounds go by pairs. */
export function mergeFilters(
  understood: MarketplaceFilters,
  chosen: MarketplaceFilters,
): MarketplaceFilters {
  const base = { ...understood };
  for (const [min, max] of RANGE_FILTERS) {
    if (chosen[min] === undefined && chosen[max] === undefined) continue;
    delete base[min];
    delete base[max];
  }
  return { ...base, ...chosen };
}
