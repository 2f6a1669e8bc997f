import type { QueryCatalog } from "@oto/domain";
import { CATALOG_TAG } from "../catalog";
import type { Platform } from "../context";

const CACHE = { ttlMs: 600_000, tags: [CATALOG_TAG] };

/** Makes with their other spellings, series and versions: what understanding a query needs to know. */
export function searchCatalog(platform: Platform): Promise<QueryCatalog> {
  const db = platform.database.unsafeSystem("the catalogue belongs to no gallery");
  return platform.adapters.cache.getOrLoad("marketplace:catalog", CACHE, () =>
    db.read(async (tx) => ({
      makes: await tx.make.findMany({
        select: { id: true, name: true, slug: true, aliases: true },
      }),
      series: await tx.series.findMany({
        select: { id: true, makeId: true, name: true, slug: true },
      }),
      models: await tx.catalogModel.findMany({ select: { id: true, seriesId: true, name: true } }),
    })),
  );
}
