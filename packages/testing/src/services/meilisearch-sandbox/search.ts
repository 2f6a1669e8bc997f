import { ApiError } from "./api-error";
import { facetsOf } from "./facets";
import type { Document } from "./filter-match";
import { fieldOf, matcher } from "./filter-match";
import { parseFilter } from "./filter-parser";
import type { Term, TermMatch } from "./query-terms";
import { candidatesOf, matchTerm, termsOf } from "./query-terms";
import type { SandboxIndex } from "./sandbox-index";
import type { SearchQuery } from "./search-query";

interface Found {
  readonly document: Document;
  /** How many words of the query it has. */
  readonly words: number;
  readonly matches: readonly TermMatch[];
}

type Rule = (a: Found, b: Found) => number;

const KINDS = ["number", "string"];

/** Numbers before texts before nothing, whatever the direction. */
function compareValues(a: unknown, b: unknown, direction: string): number {
  const rank = (value: unknown) =>
    (KINDS.indexOf(typeof value) + KINDS.length + 1) % (KINDS.length + 1);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const sign = direction === "asc" ? 1 : -1;
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  if (typeof a !== "string" || typeof b !== "string" || a === b) return 0;
  return a < b ? -sign : sign;
}

const byField = (field: string, direction: string): Rule => {
  return (a, b) => compareValues(fieldOf(a.document, field), fieldOf(b.document, field), direction);
};

const sum = (found: Found, of: (match: TermMatch) => number) =>
  found.matches.reduce((total, match) => total + of(match), 0);

const BUILT_IN: Record<string, Rule> = {
  words: (a, b) => b.words - a.words,
  typo: (a, b) => sum(a, ({ typos }) => typos) - sum(b, ({ typos }) => typos),
  attributeRank: (a, b) =>
    sum(a, ({ attribute }) => attribute) - sum(b, ({ attribute }) => attribute),
  wordPosition: (a, b) => sum(a, ({ position }) => position) - sum(b, ({ position }) => position),
  exactness: (a, b) => sum(b, ({ isExact }) => +isExact) - sum(a, ({ isExact }) => +isExact),
  proximity: () => 0,
};
const attribute: Rule = (a, b) =>
  (BUILT_IN.attributeRank?.(a, b) ?? 0) || (BUILT_IN.wordPosition?.(a, b) ?? 0);

function sortRules(index: SandboxIndex, sort: readonly string[]): Rule[] {
  return sort.map((each) => {
    const found = /^(.+):(asc|desc)$/.exec(each);
    const [, field = "", direction = ""] = found ?? [];
    if (!found) {
      throw new ApiError(
        "invalid_search_sort",
        `Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${each}\`.`,
      );
    }
    if (!index.settings.sortableAttributes.includes(field)) {
      const known = [...index.settings.sortableAttributes].sort().join(", ");
      throw new ApiError(
        "invalid_search_sort",
        `Attribute \`${field}\` is not sortable. Available sortable attributes are: \`${known}\`.`,
      );
    }
    return byField(field, direction);
  });
}

function rulesOf(index: SandboxIndex, query: SearchQuery): Rule[] {
  const sort = sortRules(index, query.sort);
  const { rankingRules } = index.settings;
  if (sort.length > 0 && !rankingRules.includes("sort")) {
    throw new ApiError(
      "invalid_search_sort",
      "You must specify where `sort` is listed in the rankingRules setting to use the sort parameter at search time.",
    );
  }
  return rankingRules.flatMap((name): Rule[] => {
    if (name === "sort") return sort;
    if (name === "attribute") return [attribute];
    const custom = /^(.+):(asc|desc)$/.exec(name);
    if (custom) return [byField(custom[1] ?? "", custom[2] ?? "")];
    const rule = BUILT_IN[name];
    return rule ? [rule] : [];
  });
}

function evaluator(index: SandboxIndex, query: SearchQuery, terms: readonly Term[]) {
  const only = query.attributesToSearchOn ?? undefined;
  const strict = index.settings.typoTolerance.disableOnAttributes;
  return (document: Document): Found => {
    const places = index.placesIn(document, only);
    const allowsTypos = (rank: number) => !strict.includes(index.attributeName(document, rank));
    const matches: TermMatch[] = [];
    for (const term of terms) {
      const match = matchTerm(places, term, allowsTypos);
      if (!match) break;
      matches.push(match);
    }
    return { document, words: matches.length, matches };
  };
}

function findAll(
  index: SandboxIndex,
  query: SearchQuery,
  keep: (document: Document) => boolean,
): Found[] {
  const terms = termsOf(index, query.q);
  const found: Found[] = [];
  if (terms.length === 0) {
    for (const document of index.documents()) {
      if (keep(document)) found.push({ document, words: 0, matches: [] });
    }
    return found;
  }
  const evaluate = evaluator(index, query, terms);
  const sets = terms.map((term) => candidatesOf(index, term));
  const needed = query.matchingStrategy === "all" ? sets.length : 1;
  for (const document of sets[0] ?? []) {
    if (!sets.slice(0, needed).every((set) => set.has(document)) || !keep(document)) continue;
    const result = evaluate(document);
    if (result.words >= needed) found.push(result);
  }
  return found;
}

/** The smallest few of many, in order, without sorting all of them. */
function firstOf(found: Found[], compare: Rule, count: number): Found[] {
  if (count * 8 >= found.length) return found.sort(compare).slice(0, count);
  const first: Found[] = [];
  for (const each of found) {
    const last = first[first.length - 1];
    if (first.length === count && (!last || compare(each, last) >= 0)) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = first[middle];
      if (other && compare(each, other) < 0) high = middle;
      else low = middle + 1;
    }
    first.splice(low, 0, each);
    if (first.length > count) first.pop();
  }
  return first;
}

function presented(
  index: SandboxIndex,
  query: SearchQuery,
  { document, words, matches }: Found,
): Document {
  const { displayedAttributes } = index.settings;
  const allowed = (name: string) =>
    displayedAttributes.includes("*") || displayedAttributes.includes(name);
  const wanted = query.attributesToRetrieve;
  const names = Object.keys(document).filter(
    (name) => allowed(name) && (wanted.includes("*") || wanted.includes(name)),
  );
  const hit: Document = Object.fromEntries(names.map((name) => [name, document[name]]));
  if (query.showRankingScore) {
    const typos = matches.reduce((total, match) => total + match.typos, 0);
    hit._rankingScore = words === 0 ? 1 : 1 / (1 + typos + 0.01 * (matches[0]?.attribute ?? 0));
  }
  return hit;
}

/** Answers one search as the documentation describes it. @throws ApiError for a bad request */
export function search(index: SandboxIndex, query: SearchQuery): Document {
  const started = performance.now();
  const { maxTotalHits } = index.settings.pagination;
  const filter = parseFilter(query.filter);
  const keep = filter ? matcher(filter, new Set(index.settings.filterableAttributes)) : () => true;
  const rules = rulesOf(index, query);
  const found = findAll(index, query, keep);
  const facets = facetsOf(
    index,
    query,
    found.map(({ document }) => document),
  );
  const total = Math.min(found.length, maxTotalHits);
  const { page, hitsPerPage } = query;
  const isPaged = page !== undefined || hitsPerPage !== undefined;
  const limit = isPaged ? (hitsPerPage ?? 20) : query.limit;
  const offset = isPaged ? ((page ?? 1) - 1) * limit : query.offset;
  const compare: Rule = (a, b) => {
    for (const rule of rules) {
      const order = rule(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
  const reach = Math.min(offset + limit, maxTotalHits);
  const hits = firstOf(found, compare, reach).slice(offset);
  return {
    hits: hits.map((each) => presented(index, query, each)),
    query: query.q,
    processingTimeMs: Math.round(performance.now() - started),
    ...(isPaged
      ? {
          hitsPerPage: limit,
          page: page ?? 1,
          totalPages: limit > 0 ? Math.ceil(total / limit) : 0,
          totalHits: total,
        }
      : { limit, offset, estimatedTotalHits: total }),
    ...facets,
  };
}
