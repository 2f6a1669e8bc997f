import { createHash } from "node:crypto";
import type { Sort } from "@oto/domain";
import { distanceRanks } from "@oto/domain";
import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import { ColumnFollower } from "./columns/column-follower";
import { searchColumns } from "./columns/search-columns";
import { ListingConditions, Parameters } from "./listing-conditions";
import type { Estimate } from "./listing-facets";
import { countFacets } from "./listing-facets";
import {
  afterPlace,
  decodeCursor,
  encodeCursor,
  orderOf,
  RANK_ROOM,
  sortOf,
} from "./listing-order";
import { suggestListings } from "./listing-suggestions";
import { ListingWriter } from "./listing-writer";
import type {
  Facet,
  ListingDocument,
  ListingVersion,
  SearchIndex,
  SearchRequest,
  SearchResult,
  Suggestion,
  SuggestRequest,
} from "./search-index.port";
import { WordMatcher } from "./word-matcher";

/** Matches that are counted one by one; more are estimated. */
const EXACT_TOTAL = 1_000;
/** Newest matches that relevance ranks: among more, the words say too little to rank by. */
const RANKED = 10_000;

interface ItemRow {
  doc: ListingDocument;
  place: string;
}

interface ExplainRow {
  "QUERY PLAN": { Plan: { "Plan Rows": number; "Total Cost": number } }[];
}

interface Page {
  readonly items: readonly ListingDocument[];
  readonly nextCursor: string | null;
}

/** Rows with what they are sorted by worked out; null where a column of the table says it. */
function sortedRows(plan: {
  readonly sort: Sort;
  readonly tsquery: string | null;
  readonly origin: number | undefined;
  readonly where: string;
  readonly parameters: Parameters;
}): string | null {
  const { origin, parameters, sort, tsquery, where } = plan;
  if (sort === "relevance" && tsquery !== null) {
    return `(SELECT doc, vehicle_id,
        (ts_rank(search_vector, ${parameters.add(tsquery)}::tsquery) * 1e6)::int AS score
      FROM search_listing WHERE ${where} ORDER BY published_at DESC LIMIT ${RANKED}) AS ranked`;
  }
  if (sort !== "distance" || origin === undefined) return null;
  const ranks = parameters.add(distanceRanks(origin).slice(1));
  return `(SELECT doc, vehicle_id, (${ranks}::bigint[])[province_code] * ${RANK_ROOM}::bigint
      - (extract(epoch from published_at) * 1000)::bigint AS distance_key
    FROM search_listing WHERE ${where}) AS placed`;
}

/**
 * Search on PostgreSQL: flat columns for filters, `tsvector` for words, keyset paging. What listings
 * are filtered, counted and sorted by is also kept in memory, where a million of them are counted in
 * milliseconds; until that is read, and whenever it cannot be, PostgreSQL counts.
 */
export class PostgresSearchIndex implements SearchIndex {
  readonly #pool: Pool;
  readonly #writer: ListingWriter;
  readonly #matcher: WordMatcher;
  readonly #columns: ColumnFollower | null;

  /** @param columns whether to keep what is counted in memory (true unless said) */
  constructor({
    pool,
    logger,
    columns = true,
  }: {
    readonly pool: Pool;
    readonly logger?: Logger | undefined;
    readonly columns?: boolean;
  }) {
    this.#pool = pool;
    this.#columns = columns ? new ColumnFollower(pool, logger) : null;
    this.#writer = new ListingWriter(pool);
    this.#matcher = new WordMatcher(pool);
  }

  upsert(documents: readonly ListingDocument[]): Promise<void> {
    return this.#writer.upsert(documents);
  }

  remove(entries: readonly ListingVersion[]): Promise<void> {
    return this.#writer.remove(entries);
  }

  refresh(documents: readonly ListingDocument[]): Promise<void> {
    return this.#writer.refresh(documents);
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const tsquery = request.q ? await this.#matcher.toQuery(request.q) : null;
    const sort = sortOf(request, tsquery !== null);
    const market = await this.#columns?.market();
    if (market) {
      const { get } = this;
      return searchColumns({ pool: this.#pool, market, get: get.bind(this) }, request, {
        sort,
        tsquery,
      });
    }
    const conditions = new ListingConditions(request, tsquery);
    const [page, counted] = await Promise.all([
      this.#page(request, { sort, tsquery, conditions }),
      this.#count(request.facets ?? [], conditions),
    ]);
    return { ...page, ...counted };
  }

  suggest(request: SuggestRequest): Promise<readonly Suggestion[]> {
    return suggestListings(this.#pool, this.#matcher, request);
  }

  async get(vehicleIds: readonly string[]): Promise<readonly ListingDocument[]> {
    const { rows } = await this.#pool.query<{ doc: ListingDocument }>({
      name: "search-get",
      text: `SELECT l.doc FROM unnest($1::uuid[]) WITH ORDINALITY AS w(vehicle_id, ord)
             JOIN search_listing l USING (vehicle_id) ORDER BY w.ord`,
      values: [vehicleIds],
    });
    return rows.map(({ doc }) => doc);
  }

  async versions(page: { readonly afterId?: string; readonly limit: number }) {
    const { rows } = await this.#pool.query<{ vehicle_id: string; version: string }>(
      `SELECT vehicle_id, version FROM search_listing
       WHERE $1::uuid IS NULL OR vehicle_id > $1 ORDER BY vehicle_id LIMIT $2`,
      [page.afterId ?? null, page.limit],
    );
    return rows.map((row) => ({ vehicleId: row.vehicle_id, version: Number(row.version) }));
  }

  async count(): Promise<number> {
    const { rows } = await this.#pool.query<{ count: string }>(
      "SELECT count(*) AS count FROM search_listing",
    );
    return Number(rows[0]?.count ?? 0);
  }

  /** Its rows are the only copy. */
  async reconcile(): Promise<number> {
    return 0;
  }

  async rebuild(): Promise<void> {
    // `refresh` rewrites rows in place.
  }

  async clear(): Promise<void> {
    await this.#writer.clear();
    this.#columns?.reset();
  }

  async #page(
    { cursor, from: origin, limit }: SearchRequest,
    plan: { sort: Sort; tsquery: string | null; conditions: ListingConditions },
  ): Promise<Page> {
    const { sort, tsquery, conditions } = plan;
    const { column, direction } = orderOf(sort);
    const parameters = new Parameters();
    const where = conditions.where(parameters);
    const sorted = sortedRows({ sort, tsquery, origin, where, parameters });
    const after = cursor ? afterPlace(sort, decodeCursor(sort, cursor), parameters) : "true";
    const sql = `SELECT doc, ${column === "published_at" ? "doc->>'publishedAt'" : `${column}::text`} AS place
      FROM ${sorted ?? "search_listing"} WHERE ${sorted === null ? `${where} AND ` : ""}${after}
      ORDER BY ${column} ${direction}, vehicle_id ${direction} LIMIT ${parameters.add(limit + 1)}`;
    const { rows } = await this.#pool.query<ItemRow>(this.#statement(sql, parameters));
    const items = rows.slice(0, limit).map(({ doc }) => doc);
    const last = rows[limit - 1];
    const hasMore = rows.length > limit && last !== undefined;
    const place = last && { value: last.place, vehicleId: last.doc.vehicleId };
    return { items, nextCursor: hasMore && place ? encodeCursor(sort, place) : null };
  }

  async #count(facets: readonly Facet[], conditions: ListingConditions) {
    const few = await this.#fewMatches(conditions);
    const estimate = (except?: Facet): Promise<Estimate> =>
      few !== null && except === undefined
        ? Promise.resolve({ rows: few, cost: 0 })
        : this.#expected(conditions, except);
    if (facets.length === 0) {
      const total = few ?? Math.max(EXACT_TOTAL + 1, (await estimate()).rows);
      return { facets: {}, facetsAreExact: true, total, totalIsExact: few !== null };
    }
    const counted = await countFacets(this.#pool, { conditions, facets, estimate });
    const exact = few ?? counted.total;
    return {
      facets: counted.facets,
      facetsAreExact: counted.exact,
      total: exact ?? Math.max(EXACT_TOTAL + 1, (await estimate()).rows),
      totalIsExact: exact !== null,
    };
  }

  /** The number of matches, or null when it is above `EXACT_TOTAL`. */
  async #fewMatches(conditions: ListingConditions): Promise<number | null> {
    const parameters = new Parameters();
    const sql = `SELECT count(*)::int AS count FROM (
      SELECT 1 FROM search_listing WHERE ${conditions.where(parameters)}
      LIMIT ${EXACT_TOTAL + 1}) AS found`;
    const { rows } = await this.#pool.query<{ count: number }>(this.#statement(sql, parameters));
    const count = rows[0]?.count ?? 0;
    return count > EXACT_TOTAL ? null : count;
  }

  async #expected(conditions: ListingConditions, except?: Facet): Promise<Estimate> {
    const parameters = new Parameters();
    const sql = `EXPLAIN (FORMAT JSON) SELECT 1 FROM search_listing
      WHERE ${conditions.where(parameters, except)}`;
    const { rows } = await this.#pool.query<ExplainRow>(sql, parameters.values);
    const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
    return { rows: plan?.["Plan Rows"] ?? 0, cost: plan?.["Total Cost"] ?? 0 };
  }

  /** Statements of few values are few themselves: those are worth preparing on the server. */
  #statement(text: string, { values }: Parameters) {
    if (values.length > 4) return { text, values };
    const name = `search-${createHash("sha1").update(text).digest("base64url").slice(0, 20)}`;
    return { name, text, values };
  }
}
