import type { Sort } from "@oto/domain";
import type { Pool } from "pg";
import type { ListingPlace } from "../listing-order";
import { decodeCursor, encodeCursor } from "../listing-order";
import type { ListingDocument, SearchRequest, SearchResult } from "../search-index.port";
import type { FieldPage } from "./column-page";
import { newestSlots, pageOfSlots, placeOfSlot } from "./column-page";
import type { ColumnAnswer } from "./column-search";
import { askColumns, namedFacets, relevanceStart, restPlace } from "./column-search";
import type { ListingColumns } from "./listing-columns";
import { findWordSlots, rankListings } from "./word-slots";

/** Newest matches that relevance ranks; the others follow by their age. */
const RANKED = 1_000;

export interface ColumnSources {
  readonly pool: Pool;
  readonly market: ListingColumns;
  get(vehicleIds: readonly string[]): Promise<readonly ListingDocument[]>;
}

interface Plan {
  readonly sort: Sort;
  readonly tsquery: string | null;
}

/** What a page shows, one place more than it has room for when more follows. */
type Places = readonly (ListingPlace & { readonly cursor: ListingPlace })[];

function fieldPlaces(market: ListingColumns, found: Int32Array, want: FieldPage): Places {
  return pageOfSlots(market, found, want).map((slot) => {
    const place = placeOfSlot(market, want, slot);
    return { ...place, cursor: place };
  });
}

/** By rank among the newest matches, then the others by age. */
async function relevancePlaces(
  { market, pool }: ColumnSources,
  found: Int32Array,
  want: { tsquery: string; after: ListingPlace | null; limit: number },
): Promise<Places> {
  const { after, limit, tsquery } = want;
  const start = relevanceStart(after);
  if (!start) return [];
  const [newest = found, older = found] = newestSlots(market, found, RANKED);
  const places: (ListingPlace & { cursor: ListingPlace })[] = [];
  if (start.part === "ranked") {
    const ids = Array.from(newest, (slot) => market.ids.idOf(slot));
    const last = start.place;
    for (const { score, vehicleId } of await rankListings(pool, tsquery, ids)) {
      const value = String(score);
      const isBehind =
        !last ||
        score < Number(last.value) ||
        (score === Number(last.value) && vehicleId < last.vehicleId);
      if (isBehind) places.push({ value, vehicleId, cursor: { value, vehicleId } });
    }
  }
  const room = limit - places.length;
  if (room <= 0) return places.slice(0, limit);
  const rest = fieldPlaces(market, older, {
    sort: "newest",
    after: start.part === "rest" ? start.place : null,
    limit: room,
  });
  return [...places, ...rest.map((place) => ({ ...place, cursor: restPlace(place) }))];
}

async function placesOf(
  sources: ColumnSources,
  { found }: ColumnAnswer,
  want: Plan & { from?: number | undefined; after: ListingPlace | null; limit: number },
): Promise<Places> {
  const { sort, tsquery } = want;
  if (sort !== "relevance") return fieldPlaces(sources.market, found, { ...want, sort });
  return tsquery === null ? [] : relevancePlaces(sources, found, { ...want, tsquery });
}

/** Answers a request from the columns; PostgreSQL gives the words' matches and the documents. */
export async function searchColumns(
  sources: ColumnSources,
  request: SearchRequest,
  plan: Plan,
): Promise<SearchResult> {
  const { market, pool } = sources;
  const { cursor, from, limit } = request;
  const after = cursor ? decodeCursor(plan.sort, cursor) : null;
  const words = plan.tsquery === null ? null : await findWordSlots(pool, market, plan.tsquery);
  const answer = askColumns(market, request, words);
  const places = await placesOf(sources, answer, { ...plan, from, after, limit: limit + 1 });
  const shown = places.slice(0, limit);
  const [items, facets] = await Promise.all([
    sources.get(shown.map(({ vehicleId }) => vehicleId)),
    namedFacets(pool, market, answer.tallies),
  ]);
  const last = shown.at(-1);
  const hasMore = places.length > limit && last;
  return {
    items,
    facets,
    facetsAreExact: true,
    total: answer.found.length,
    totalIsExact: true,
    nextCursor: hasMore ? encodeCursor(plan.sort, last.cursor) : null,
  };
}
