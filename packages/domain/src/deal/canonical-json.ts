/** What a log entry may hold: plain JSON without fractions, whose text is one and the same. */
export type LogValue =
  | null
  | boolean
  | number
  | string
  | readonly LogValue[]
  | { readonly [key: string]: LogValue };

const isList = (value: LogValue): value is readonly LogValue[] => Array.isArray(value);

/**
 * JSON Canonicalization Scheme (RFC 8785) for the values that logs hold: keys in the order of their
 * UTF-16 units, no white space. One value has exactly one text, whoever writes it.
 * @throws RangeError for a number that is not a safe integer
 */
export function canonicalJson(value: LogValue): string {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError("logs hold whole numbers only");
    return String(value === 0 ? 0 : value);
  }
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.join(",")}}`;
}
