import { ApiError } from "./api-error";

/** All settings of an index, with their documented defaults. */
export interface IndexSettings {
  displayedAttributes: string[];
  searchableAttributes: string[];
  filterableAttributes: string[];
  sortableAttributes: string[];
  rankingRules: string[];
  stopWords: string[];
  nonSeparatorTokens: string[];
  separatorTokens: string[];
  dictionary: string[];
  synonyms: Record<string, string[]>;
  distinctAttribute: string | null;
  proximityPrecision: string;
  typoTolerance: {
    enabled: boolean;
    minWordSizeForTypos: { oneTypo: number; twoTypos: number };
    disableOnWords: string[];
    disableOnAttributes: string[];
    disableOnNumbers: boolean;
  };
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, string> };
  pagination: { maxTotalHits: number };
  searchCutoffMs: number | null;
  localizedAttributes: { locales: string[]; attributePatterns: string[] }[] | null;
  facetSearch: boolean;
  prefixSearch: string;
}

export const defaultSettings = (): IndexSettings => ({
  displayedAttributes: ["*"],
  searchableAttributes: ["*"],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ["words", "typo", "proximity", "attribute", "sort", "exactness"],
  stopWords: [],
  nonSeparatorTokens: [],
  separatorTokens: [],
  dictionary: [],
  synonyms: {},
  distinctAttribute: null,
  proximityPrecision: "byWord",
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { "*": "alpha" } },
  pagination: { maxTotalHits: 1_000 },
  searchCutoffMs: null,
  localizedAttributes: null,
  facetSearch: true,
  prefixSearch: "indexingTime",
});

const BUILT_IN_RULES =
  /^(words|typo|proximity|attribute|attributeRank|wordPosition|sort|exactness)$/;
const CUSTOM_RULE = /^[\w.]+:(asc|desc)$/;

type Check = (value: unknown) => boolean;
const strings: Check = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === "string");
const object: Check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOrNull: Check = (value) => typeof value === "string" || value === null;

const CHECKS: Record<keyof IndexSettings, Check> = {
  displayedAttributes: strings,
  searchableAttributes: strings,
  filterableAttributes: strings,
  sortableAttributes: strings,
  rankingRules: (value) =>
    strings(value) &&
    (value as string[]).every((rule) => BUILT_IN_RULES.test(rule) || CUSTOM_RULE.test(rule)),
  stopWords: strings,
  nonSeparatorTokens: strings,
  separatorTokens: strings,
  dictionary: strings,
  synonyms: (value) => object(value) && Object.values(value as object).every(strings),
  distinctAttribute: textOrNull,
  proximityPrecision: (value) => value === "byWord" || value === "byAttribute",
  typoTolerance: object,
  faceting: object,
  pagination: object,
  searchCutoffMs: (value) => value === null || Number.isInteger(value),
  localizedAttributes: (value) => value === null || Array.isArray(value),
  facetSearch: (value) => typeof value === "boolean",
  prefixSearch: (value) => value === "indexingTime" || value === "disabled",
};

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** @throws ApiError for a setting that does not exist or has another shape */
export function checkSettings(change: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(change)) {
    const check = CHECKS[name as keyof IndexSettings];
    if (!check) {
      const known = Object.keys(CHECKS).join("`, `");
      throw new ApiError("bad_request", `Unknown field \`${name}\`: expected one of \`${known}\``);
    }
    if (value !== null && !check(value)) {
      throw new ApiError(`invalid_settings_${snake(name)}`, `Invalid value at \`.${name}\``);
    }
  }
}

function merged(known: unknown, change: unknown): unknown {
  if (!object(known) || !object(change)) return change;
  const result: Record<string, unknown> = { ...(known as object) };
  for (const [key, value] of Object.entries(change as object)) {
    result[key] = merged(result[key], value);
  }
  return result;
}

/** Only what is named changes; null goes back to the default. Synonyms are replaced as a whole. */
export function changeSettings(
  known: IndexSettings,
  change: Record<string, unknown>,
): IndexSettings {
  const defaults = defaultSettings();
  const result: Record<string, unknown> = { ...known };
  for (const [name, value] of Object.entries(change)) {
    const key = name as keyof IndexSettings;
    if (value === null) result[key] = defaults[key];
    else if (key === "synonyms") result[key] = value;
    else result[key] = merged(result[key], value);
  }
  // cast: `checkSettings` has refused every other shape.
  return result as unknown as IndexSettings;
}
