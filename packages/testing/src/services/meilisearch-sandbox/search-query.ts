import { ApiError } from "./api-error";

/** A search request with its documented defaults. */
export interface SearchQuery {
  readonly q: string;
  readonly offset: number;
  readonly limit: number;
  readonly page?: number;
  readonly hitsPerPage?: number;
  readonly filter: unknown;
  readonly facets: readonly string[] | null;
  readonly sort: readonly string[];
  readonly attributesToRetrieve: readonly string[];
  readonly attributesToSearchOn: readonly string[] | null;
  readonly matchingStrategy: "last" | "all";
  readonly showRankingScore: boolean;
}

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isTexts = (value: unknown) =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

const CHECKS: Record<string, (value: unknown) => boolean> = {
  q: (value) => typeof value === "string",
  offset: isCount,
  limit: isCount,
  page: isCount,
  hitsPerPage: isCount,
  filter: () => true,
  facets: isTexts,
  sort: isTexts,
  attributesToRetrieve: isTexts,
  attributesToSearchOn: isTexts,
  matchingStrategy: (value) => value === "last" || value === "all" || value === "frequency",
  showRankingScore: (value) => typeof value === "boolean",
};

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** @throws ApiError for an unknown parameter or one of the wrong type */
export function readSearchQuery(body: Record<string, unknown>): SearchQuery {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  for (const [name, value] of Object.entries(given)) {
    const check = CHECKS[name];
    if (!check) {
      const known = Object.keys(CHECKS).join("`, `");
      throw new ApiError("bad_request", `Unknown field \`${name}\`: expected one of \`${known}\``);
    }
    if (!check(value)) {
      throw new ApiError(`invalid_search_${snake(name)}`, `Invalid value at \`.${name}\``);
    }
  }
  const defaults = {
    q: "",
    offset: 0,
    limit: 20,
    filter: null,
    facets: null,
    sort: [],
    attributesToRetrieve: ["*"],
    attributesToSearchOn: null,
    matchingStrategy: "last" as const,
    showRankingScore: false,
  };
  return { ...defaults, ...given };
}
