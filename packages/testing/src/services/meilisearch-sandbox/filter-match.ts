import { ApiError } from "./api-error";
import type { Filter } from "./filter-parser";

export type Document = Record<string, unknown>;
export type Match = (document: Document) => boolean;

/** Strings are compared without regard to case and to how their marks are encoded. */
function normal(text: string): string {
  // Most values are ids and codes, which need no decomposition.
  const plain = /[^ -~]/.test(text) ? text.normalize("NFKD") : text;
  return plain.trim().toLowerCase();
}

/** The value of a field, also of a nested one (`price.amount`). */
export function fieldOf(document: Document, field: string): unknown {
  if (field in document) return document[field];
  let value: unknown = document;
  for (const part of field.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Document)[part];
  }
  return value;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function equals(value: string): (candidate: unknown) => boolean {
  const wanted = normal(value);
  const number = value.trim() === "" ? Number.NaN : Number(value);
  return (candidate) => {
    if (typeof candidate === "number") return candidate === number;
    if (typeof candidate === "boolean") return String(candidate) === wanted;
    return typeof candidate === "string" && normal(candidate) === wanted;
  };
}

const ORDER: Record<string, (a: number, b: number) => boolean> = {
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
};

function compare({ field, operator, value }: Extract<Filter, { kind: "compare" }>): Match {
  if (operator === "=" || operator === "!=") {
    const isEqual = equals(value);
    const isWanted = operator === "=";
    return (document) => listOf(fieldOf(document, field)).some(isEqual) === isWanted;
  }
  const limit = Number(value);
  const holds = ORDER[operator];
  if (!holds || Number.isNaN(limit)) {
    throw new ApiError(
      "invalid_search_filter",
      `The value \`${value}\` is not a number: comparisons take numbers only.`,
    );
  }
  return (document) =>
    listOf(fieldOf(document, field)).some((each) => typeof each === "number" && holds(each, limit));
}

const isEmpty = (value: unknown) =>
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0);

/**
 * Turns a filter into a test of documents.
 * @throws ApiError `invalid_search_filter` for an attribute that is not filterable
 */
export function matcher(filter: Filter, filterable: ReadonlySet<string>): Match {
  if ("parts" in filter) {
    const parts = filter.parts.map((part) => matcher(part, filterable));
    return filter.kind === "and"
      ? (document) => parts.every((part) => part(document))
      : (document) => parts.some((part) => part(document));
  }
  if (filter.kind === "not") {
    const inner = matcher(filter.part, filterable);
    return (document) => !inner(document);
  }
  const { field } = filter;
  if (!filterable.has(field)) {
    const known = [...filterable].sort().join("`, `");
    throw new ApiError(
      "invalid_search_filter",
      `Attribute \`${field}\` is not filterable. Available filterable attribute patterns are: \`${known}\`.`,
    );
  }
  if (filter.kind === "compare") return compare(filter);
  if (filter.kind === "in") {
    const wanted = new Set(filter.values.map(normal));
    return (document) =>
      listOf(fieldOf(document, field)).some(
        (each) => each !== null && each !== undefined && wanted.has(normal(String(each))),
      );
  }
  if (filter.kind === "exists") return (document) => fieldOf(document, field) !== undefined;
  if (filter.kind === "null") return (document) => fieldOf(document, field) === null;
  return (document) => isEmpty(fieldOf(document, field));
}
