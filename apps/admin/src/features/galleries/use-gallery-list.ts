"use client";

import type { AppRouter } from "@oto/api";
import type { GalleryStatus } from "@oto/domain";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useMemo } from "react";
import { useTRPC } from "../../trpc";

export type GalleryRow =
  inferRouterOutputs<AppRouter>["admin"]["galleries"]["list"]["items"][number];

const POLL_MS = 5_000;

interface GalleryListOptions {
  status: GalleryStatus | null;
  q: string;
}

/** Galleries page by page, refreshed while somebody looks, with how many are in each state. */
export function useGalleryList({ status, q }: GalleryListOptions) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.admin.galleries.list.infiniteQueryOptions(
      { ...(status === null ? {} : { status }), ...(q === "" ? {} : { q }) },
      {
        getNextPageParam: (page) => page.nextCursor,
        refetchInterval: POLL_MS,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const { data } = query;
  const rows = useMemo(() => {
    // Whoever moves from one page to another between two reads must not be listed twice.
    const byId = new Map(
      data?.pages.flatMap(({ items }) => items).map((item) => [item.galleryId, item]),
    );
    return [...byId.values()];
  }, [data]);
  return { ...query, rows, counts: data?.pages.at(-1)?.counts };
}
