import type { VehicleStatus } from "@oto/domain";
import type { StockFilters } from "./use-stock-filters";

/** The panel's filters; search, state and order stand elsewhere on the screen. */
export const PANEL_FILTERS = [
  "marka",
  "fiyatMin",
  "fiyatMax",
  "yilMin",
  "yilMax",
  "kmMin",
  "kmMax",
] as const satisfies readonly (keyof StockFilters)[];

type PanelFilters = Pick<StockFilters, (typeof PANEL_FILTERS)[number]>;

/** How many of the panel's filters are on. */
export const activeFilters = (filters: PanelFilters): number =>
  PANEL_FILTERS.filter((name) => filters[name] !== null).length;

function range(min: number | null, max: number | null, factor = 1) {
  if (min === null && max === null) return undefined;
  return {
    ...(min === null ? {} : { min: min * factor }),
    ...(max === null ? {} : { max: max * factor }),
  };
}

const MINOR_UNITS = 100;
const PAGE = 24;

/** The address as input of `inventory.list`: prices there are whole liras, here minor units. */
export function toListInput(filters: Omit<StockFilters, "gorunum">) {
  const { q, durum, marka, sirala } = filters;
  const price = range(filters.fiyatMin, filters.fiyatMax, MINOR_UNITS);
  const year = range(filters.yilMin, filters.yilMax);
  const km = range(filters.kmMin, filters.kmMax);
  const text = q.trim();
  const status: VehicleStatus[] | null = durum === null ? null : [durum];
  return {
    limit: PAGE,
    sort: sirala,
    ...(text === "" ? {} : { q: text }),
    ...(status === null ? {} : { status }),
    ...(marka === null ? {} : { makeId: marka }),
    ...(price === undefined ? {} : { price: { ...price, currency: "TRY" as const } }),
    ...(year === undefined ? {} : { year }),
    ...(km === undefined ? {} : { km }),
  };
}
