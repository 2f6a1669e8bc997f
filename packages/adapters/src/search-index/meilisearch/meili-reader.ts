import type { Sort } from "@oto/domain";
import { fold } from "@oto/domain";
import type { Meilisearch, MultiSearchQuery, SearchResponse } from "meilisearch";
import { sortOf } from "../listing-order";
import type {
  ListingDocument,
  SearchRequest,
  SearchResult,
  Suggestion,
  SuggestRequest,
} from "../search-index.port";
import { MeiliConditions } from "./meili-conditions";
import { distancePage } from "./meili-distance";
import type { MeiliListing } from "./meili-document";
import { parseSeriesFacet } from "./meili-document";
import { facetFields, facetGroups, readFacets } from "./meili-facets";
import type { FieldSort, RelevancePlace } from "./meili-order";
import {
  afterCursor,
  cursorAfter,
  decodeRelevance,
  relevanceCursor,
  sortParameter,
} from "./meili-order";
import { NAME_FIELDS } from "./meili-settings";
import { searchQuery } from "./meili-words";

/** How far before its place a page by relevance looks for the item it follows. */
const LOOK_BACK = 100;
/** Pages by relevance end here: so far down, words say nothing any more. */
const RANKED = 10_000;

type Response = SearchResponse<MeiliListing>;
type Page = Pick<SearchResult, "items" | "nextCursor">;

const toDocument = ({ doc }: { readonly doc: ListingDocument }): ListingDocument => doc;

/** Asks the server for listings, and reads its answers as PostgreSQL's would be read. */
export class MeiliReader {
  readonly #client: Meilisearch;
  readonly #indexUid: string;

  constructor(client: Meilisearch, indexUid: string) {
    this.#client = client;
    this.#indexUid = indexUid;
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const q = request.q ? searchQuery(request.q) : null;
    const sort = sortOf(request, q !== null);
    const conditions = new MeiliConditions(request);
    const groups = facetGroups(request.facets ?? [], conditions);
    const ask = (filters: readonly string[]) => ({
      indexUid: this.#indexUid,
      q: q ?? "",
      matchingStrategy: "all" as const,
      filter: [...filters],
    });
    const counts = groups.map(
      (group): MultiSearchQuery => ({
        ...ask(conditions.filters(group.except)),
        ...facetFields(group),
        attributesToRetrieve: ["id"],
        // Asking for numbered pages makes the total exact.
        hitsPerPage: 1,
      }),
    );
    const { page, results } = await this.#page(request, {
      sort,
      ask: ask(conditions.filters()),
      counts,
    });
    const [whole] = results;
    const facets = groups.map((group, at) => readFacets(group, results[at]?.facetDistribution));
    return {
      ...page,
      facets: Object.assign({}, ...facets),
      facetsAreExact: true,
      total: whole?.totalHits ?? 0,
      totalIsExact: true,
    };
  }

  /** The items, and what was counted beside them. */
  async #page(
    { cursor = null, from, limit }: SearchRequest,
    { ask, counts, sort }: PageRequest,
  ): Promise<{ page: Page; results: Response[] }> {
    const plan = sort === "distance" ? null : pageOf({ cursor, limit }, sort);
    const items = plan && {
      ...ask,
      filter: [...ask.filter, ...plan.filters],
      attributesToRetrieve: ["doc"],
      ...plan.parameters,
    };
    const queries = items ? [items, ...counts] : counts;
    const counting = this.#client.multiSearch<{ queries: MultiSearchQuery[] }, MeiliListing>({
      queries,
    });
    if (!plan) {
      const nearest = distancePage(this.#client, { ask, cursor, from: from ?? 0, limit });
      const [page, { results }] = await Promise.all([nearest, counting]);
      return { page, results: results as Response[] };
    }
    const [found, ...results] = (await counting).results as Response[];
    return { page: plan.read(found?.hits.map(toDocument) ?? []), results };
  }

  /** Makes whose own name begins with what was typed, then series, the most frequent first. */
  async suggest({ q, limit = 8, publicOnly = false }: SuggestRequest): Promise<Suggestion[]> {
    const words = searchQuery(q);
    if (words === null) return [];
    const { facetDistribution } = await this.#client.index(this.#indexUid).search(words, {
      matchingStrategy: "all",
      attributesToSearchOn: [...NAME_FIELDS],
      attributesToRetrieve: ["id"],
      facets: ["series_facet"],
      limit: 1,
      ...(publicOnly ? { filter: "public = true" } : {}),
    });
    const series = Object.entries(facetDistribution?.series_facet ?? {})
      .map(([value, count]): Suggestion => {
        const { makeName, seriesName, ...ids } = parseSeriesFacet(value);
        return { kind: "series", ...ids, makeName, text: `${makeName} ${seriesName}`, count };
      })
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
    const found = [...makesOf(series, fold(q).trim()), ...series];
    return found.slice(0, Math.max(1, Math.min(20, limit)));
  }
}

function makesOf(series: readonly Suggestion[], typed: string): Suggestion[] {
  const makes = new Map<string, Suggestion>();
  for (const { makeId, makeName, makeSlug, count } of series) {
    if (!fold(makeName).startsWith(typed)) continue;
    const total = count + (makes.get(makeId)?.count ?? 0);
    makes.set(makeId, {
      kind: "make",
      makeId,
      makeName,
      makeSlug,
      seriesId: null,
      text: makeName,
      count: total,
    });
  }
  return [...makes.values()];
}

interface PageRequest {
  readonly sort: Sort;
  readonly ask: MultiSearchQuery & { readonly filter: readonly string[] };
  readonly counts: MultiSearchQuery[];
}

interface PagePlan {
  readonly filters: readonly string[];
  readonly parameters: Partial<MultiSearchQuery>;
  read(documents: readonly ListingDocument[]): Page;
}

function pageOf(
  { cursor, limit }: Pick<SearchRequest, "cursor" | "limit">,
  sort: FieldSort | "relevance",
): PagePlan {
  if (sort === "relevance") return relevancePage(cursor ?? null, limit);
  return {
    filters: cursor ? [afterCursor(sort, cursor)] : [],
    parameters: { sort: sortParameter(sort), limit: limit + 1 },
    read(documents) {
      const items = documents.slice(0, limit);
      const last = items.at(-1);
      const hasMore = documents.length > limit && last;
      return { items, nextCursor: hasMore ? cursorAfter(sort, last) : null };
    },
  };
}

/**
 * Starts a little before its place and goes on after the item that ended the page before, so that
 * what was published or withdrawn meanwhile neither repeats an item nor hides one.
 */
function relevancePage(cursor: string | null, limit: number): PagePlan {
  const place: RelevancePlace | null = cursor ? decodeRelevance(cursor) : null;
  const isForeign = cursor !== null && place === null;
  const from = Math.max(0, (place?.offset ?? 0) - LOOK_BACK);
  const room = isForeign ? 0 : (place?.offset ?? 0) - from + LOOK_BACK + limit + 1;
  return {
    filters: [],
    parameters: { offset: from, limit: room },
    read(documents) {
      const seen = documents.findIndex(({ vehicleId }) => vehicleId === place?.vehicleId);
      const start = seen >= 0 ? seen + 1 : (place?.offset ?? 0) - from;
      const items = documents.slice(start, start + limit);
      const last = items.at(-1);
      const offset = from + start + items.length;
      const hasMore = documents.length > start + limit && offset < RANKED;
      const next = last && hasMore ? relevanceCursor({ offset, vehicleId: last.vehicleId }) : null;
      return { items, nextCursor: next };
    },
  };
}
