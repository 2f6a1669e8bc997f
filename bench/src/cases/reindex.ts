import { seedCatalogue, seedMarket } from "@oto/db/seed";
import { reindexAll } from "@oto/services/marketplace";
import type { Arena, BenchCase } from "../bench-case";
import { Work } from "../bench-case";
import { openBenchPlatform } from "../platform";

async function openReindex(size: number): Promise<Arena> {
  const bench = await openBenchPlatform();
  await seedCatalogue(bench.platform.database);
  await seedMarket(bench.platform.database.pool, { vehicles: size });
  return {
    hasFloor: false,
    contenders: [
      {
        name: "every published vehicle into an empty index",
        once: true,
        prepare: () => bench.platform.adapters.searchIndex.clear(),
        run: async () => new Work(await reindexAll(bench.platform)),
      },
    ],
    close: bench.stop,
  };
}

/** How fast the market is made findable from nothing. */
export const reindex: BenchCase = {
  name: "reindex",
  about: "the whole index from the vehicles' rows; the bar: 2,000 vehicles a second",
  sizes: [1_000, 20_000],
  bar: { perSecond: 2_000 },
  open: openReindex,
};
