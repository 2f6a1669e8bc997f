import type { SearchRequest, SearchResult } from "@oto/adapters";
import type { Platform } from "../context";

/** What every answer of the market depends on; whoever changes the index invalidates it. */
export const MARKET_TAG = "market";
const CACHE = { ttlMs: 30_000, tags: [MARKET_TAG] };

/** The same request in one spelling, whatever order its filters and their values came in. */
function normalKey(request: SearchRequest): string {
  return JSON.stringify(request, (_key, value: unknown) => {
    if (Array.isArray(value)) return [...value].sort();
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * A search of the market, the same answer again until a listing changes: the cache forgets at once
 * in the process that changed one and within two seconds in all others.
 */
export function searchCached(platform: Platform, request: SearchRequest): Promise<SearchResult> {
  const { cache, searchIndex } = platform.adapters;
  return cache.getOrLoad(`market:search:${normalKey(request)}`, CACHE, () =>
    searchIndex.search(request),
  );
}
