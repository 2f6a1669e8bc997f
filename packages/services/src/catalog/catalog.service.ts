import type { Tx } from "@oto/db";
import { DomainError, trCompare } from "@oto/domain";
import type { Platform } from "../context";
import type { ModelsOfSeriesInput, SeriesOfMakeInput, TrimsOfModelInput } from "./catalog.input";
import {
  readMakes,
  readMakeWithSeries,
  readModelWithTrims,
  readSeriesWithModels,
} from "./catalog.repo";
import type { CatalogItem, CatalogList, MakeView, ModelView, TrimView } from "./catalog.view";

/** Tag of everything cached about the catalogue. */
export const CATALOG_TAG = "catalog";
const CACHE = { ttlMs: 600_000, tags: [CATALOG_TAG] };

function sorted<Item extends CatalogItem>(items: Item[]): CatalogList<Item> {
  return { items: items.sort((a, b) => trCompare(a.name, b.name)) };
}

function cached<List>(
  platform: Platform,
  key: string,
  load: (tx: Tx) => Promise<List>,
): Promise<List> {
  const db = platform.database.unsafeSystem("the catalogue belongs to no gallery");
  return platform.adapters.cache.getOrLoad(`catalog:${key}`, CACHE, () => db.read(load));
}

function found<Row>(row: Row | null): Row {
  if (row === null) throw new DomainError("notfound");
  return row;
}

/** Every make, in the order of the Turkish alphabet. */
export function listMakes(platform: Platform): Promise<CatalogList<MakeView>> {
  return cached(platform, "makes", async (tx) => sorted(await readMakes(tx)));
}

/** The series of a make. @throws DomainError `notfound` */
export function listSeries(
  platform: Platform,
  { makeId }: SeriesOfMakeInput,
): Promise<CatalogList<CatalogItem>> {
  return cached(platform, `series:${makeId}`, async (tx) =>
    sorted(found(await readMakeWithSeries(tx, makeId)).series),
  );
}

/** The models of a series with what fills the vehicle form. @throws DomainError `notfound` */
export function listModels(
  platform: Platform,
  { seriesId }: ModelsOfSeriesInput,
): Promise<CatalogList<ModelView>> {
  return cached(platform, `models:${seriesId}`, async (tx) =>
    sorted(found(await readSeriesWithModels(tx, seriesId)).models),
  );
}

/** The trims of a model with its specifications. @throws DomainError `notfound` */
export function listTrims(
  platform: Platform,
  { modelId }: TrimsOfModelInput,
): Promise<CatalogList<TrimView>> {
  return cached(platform, `trims:${modelId}`, async (tx) => {
    const { trims, ...specs } = found(await readModelWithTrims(tx, modelId));
    return sorted(trims.map((trim) => ({ ...trim, ...specs })));
  });
}
