export {
  type ModelsOfSeriesInput,
  modelsOfSeriesInput,
  type SeriesOfMakeInput,
  seriesOfMakeInput,
  type TrimsOfModelInput,
  trimsOfModelInput,
} from "./catalog.input";
export { CATALOG_TAG, listMakes, listModels, listSeries, listTrims } from "./catalog.service";
export type {
  CatalogItem,
  CatalogList,
  MakeView,
  ModelSpecs,
  ModelView,
  TrimView,
} from "./catalog.view";
export {
  type CatalogChoice,
  type CatalogNames,
  resolveChain,
} from "./catalog-chain";
