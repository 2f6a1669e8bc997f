import { distanceRanks, PROVINCES } from "@oto/domain";
import type { Meilisearch, MultiSearchQuery, SearchResponse } from "meilisearch";
import type { SearchResult } from "../search-index.port";
import { quoted } from "./meili-conditions";
import type { MeiliListing } from "./meili-document";
import { decodeDistance, distanceCursor, NEWEST_FIRST } from "./meili-order";

interface DistanceRequest {
  /** Words, filters and index: what is asked for in any order. */
  readonly ask: MultiSearchQuery & { readonly filter: readonly string[] };
  /** Plate code that is measured from. */
  readonly from: number;
  readonly cursor: string | null;
  readonly limit: number;
}

/** Provinces as near as one another, with what they have. */
interface Ring {
  readonly rank: number;
  readonly codes: number[];
  count: number;
}

const provincesFilter = (codes: readonly number[]): string =>
  `province IN [${codes.map(quoted).join(", ")}]`;

/** The rings around a province that have something, the nearest first. */
function ringsOf(from: number, counts: Readonly<Record<string, number>>): Ring[] {
  const ranks = distanceRanks(from);
  const rings = new Map<number, Ring>();
  for (const { code } of PROVINCES) {
    const count = counts[code] ?? 0;
    const rank = ranks[code];
    if (rank === undefined || count === 0) continue;
    const ring = rings.get(rank) ?? { rank, codes: [], count: 0 };
    ring.codes.push(code);
    ring.count += count;
    rings.set(rank, ring);
  }
  return [...rings.values()].sort((a, b) => a.rank - b.rank);
}

/** The first rings that together fill a page; the one a page before ended in may fill none of it. */
function ringsFor(rings: readonly Ring[], startedRank: number, most: number): Ring[] {
  const needed: Ring[] = [];
  let sure = 0;
  for (const ring of rings) {
    if (sure >= most) break;
    needed.push(ring);
    if (ring.rank !== startedRank) sure += ring.count;
  }
  return needed;
}

/**
 * A page of what lies nearest. Servers sort by fields only, so the provinces are counted first and
 * those that fill the page are asked one after the other, each for its newest.
 */
export async function distancePage(
  client: Meilisearch,
  { ask, cursor, from, limit }: DistanceRequest,
): Promise<Pick<SearchResult, "items" | "nextCursor">> {
  const after = cursor ? decodeDistance(cursor) : null;
  const ranks = distanceRanks(from);
  const ahead = PROVINCES.filter(({ code }) => (ranks[code] ?? 0) >= (after?.rank ?? 0));
  const counting: MultiSearchQuery = {
    ...ask,
    filter: [...ask.filter, provincesFilter(ahead.map(({ code }) => code))],
    facets: ["province"],
    attributesToRetrieve: ["id"],
    limit: 1,
  };
  const send = async (queries: MultiSearchQuery[]) => {
    type Queries = { queries: MultiSearchQuery[] };
    const { results } = await client.multiSearch<Queries, MeiliListing>({ queries });
    return results as SearchResponse<MeiliListing>[];
  };
  const [counted] = await send([counting]);
  const rings = ringsOf(from, counted?.facetDistribution?.province ?? {});
  const needed = ringsFor(rings, after?.rank ?? -1, limit + 1);
  if (needed.length === 0) return { items: [], nextCursor: null };
  const results = await send(
    needed.map(({ codes, rank }) => ({
      ...ask,
      filter: [
        ...ask.filter,
        provincesFilter(codes),
        ...(after && rank === after.rank ? [after.filter] : []),
      ],
      sort: [...NEWEST_FIRST],
      attributesToRetrieve: ["doc"],
      limit: limit + 1,
    })),
  );
  const found = results.flatMap(({ hits }) => hits.map(({ doc }) => doc));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const hasMore = found.length > limit && last;
  return {
    items,
    nextCursor: hasMore ? distanceCursor(ranks[last.provinceCode] ?? 0, last) : null,
  };
}
