"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc";

/** The catalogue changes a few times a year. */
const KEPT = { staleTime: 600_000 } as const;

interface Chosen {
  makeId: string | null;
  seriesId: string | null;
  modelId: string | null;
}

/** The lists of the catalogue, each once its parent has been chosen. */
export function useCatalog({ makeId, seriesId, modelId }: Chosen) {
  const { catalog } = useTRPC();
  return {
    makes: useQuery(catalog.makes.queryOptions(undefined, KEPT)),
    series: useQuery(
      catalog.series.queryOptions({ makeId: makeId ?? "" }, { ...KEPT, enabled: makeId !== null }),
    ),
    models: useQuery(
      catalog.models.queryOptions(
        { seriesId: seriesId ?? "" },
        { ...KEPT, enabled: seriesId !== null },
      ),
    ),
    trims: useQuery(
      catalog.trims.queryOptions(
        { modelId: modelId ?? "" },
        { ...KEPT, enabled: modelId !== null },
      ),
    ),
  };
}
