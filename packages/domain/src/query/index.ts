export type { ChipKey, Understood } from "./chip";
export { hasChip, withoutChip } from "./chip";
export * from "./marketplace-filters";
export type { CatalogModel } from "./model-badges";
export type { CatalogMake, CatalogSeries, QueryCatalog } from "./query-catalog";
export * from "./understand";
