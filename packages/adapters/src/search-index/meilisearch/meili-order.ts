import type { Sort } from "@oto/domain";
import type { ListingPlace } from "../listing-order";
import { decodeCursor, distanceKey, encodeCursor, readDistanceKey } from "../listing-order";
import { comparablePrice } from "../listing-row";
import type { ListingDocument } from "../search-index.port";
import { idNumbers } from "./meili-document";

export type FieldSort = Exclude<Sort, "relevance" | "distance">;

const ORDERS: Record<FieldSort, readonly [field: string, direction: "asc" | "desc"]> = {
  newest: ["published", "desc"],
  price_asc: ["price", "asc"],
  price_desc: ["price", "desc"],
  km_asc: ["km", "asc"],
  year_desc: ["year", "desc"],
};

/** What a sort reads, written as PostgreSQL writes it: one engine goes on where the other ended. */
function placeValue(sort: FieldSort, doc: ListingDocument): string {
  if (sort === "newest") return doc.publishedAt;
  if (sort === "km_asc") return String(doc.mileageKm);
  if (sort === "year_desc") return String(doc.modelYear);
  return String(comparablePrice(doc));
}

/** The `sort` parameter: ties are broken by the id. */
export function sortParameter(sort: FieldSort): string[] {
  const [field, direction] = ORDERS[sort];
  return [`${field}:${direction}`, `id_high:${direction}`, `id_low:${direction}`];
}

/** @throws DomainError `input.invalid` for a cursor of another sort */
export function afterCursor(sort: FieldSort, cursor: string): string {
  const { value, vehicleId } = decodeCursor(sort, cursor);
  const [field, direction] = ORDERS[sort];
  const sign = direction === "asc" ? ">" : "<";
  const at = sort === "newest" ? Date.parse(value) : Number(value);
  const { high, low } = idNumbers(vehicleId);
  const byId = `id_high ${sign} ${high} OR (id_high = ${high} AND id_low ${sign} ${low})`;
  return `${field} ${sign} ${at} OR (${field} = ${at} AND (${byId}))`;
}

export function cursorAfter(sort: FieldSort, doc: ListingDocument): string {
  return encodeCursor(sort, { value: placeValue(sort, doc), vehicleId: doc.vehicleId });
}

/** The order among listings of equally near provinces. */
export const NEWEST_FIRST: readonly string[] = ["published:desc", "id_high:asc", "id_low:asc"];

export interface DistancePlace {
  /** How near the province of the last item is. */
  readonly rank: number;
  /** What follows it in provinces as near. */
  readonly filter: string;
}

/** @throws DomainError `input.invalid` for a cursor of another sort */
export function decodeDistance(cursor: string): DistancePlace {
  const { value, vehicleId } = decodeCursor("distance", cursor);
  const { publishedMs, rank } = readDistanceKey(Number(value));
  const { high, low } = idNumbers(vehicleId);
  const byId = `id_high > ${high} OR (id_high = ${high} AND id_low > ${low})`;
  const filter = `published < ${publishedMs} OR (published = ${publishedMs} AND (${byId}))`;
  return { rank, filter };
}

/** The place of an item, written as PostgreSQL writes it. */
export function distanceCursor(rank: number, doc: ListingDocument): string {
  const value = String(distanceKey(rank, Date.parse(doc.publishedAt)));
  return encodeCursor("distance", { value, vehicleId: doc.vehicleId });
}

/** Where a page by relevance ended. */
export interface RelevancePlace {
  /** How many came before the next page. */
  readonly offset: number;
  readonly vehicleId: string;
}

// Relevance is no number that a filter could compare: its place is counted. It is written as a
// negative number, which PostgreSQL's cursor by relevance never is.
export function relevanceCursor({ offset, vehicleId }: RelevancePlace): string {
  const place: ListingPlace = { value: String(-offset), vehicleId };
  return encodeCursor("relevance", place);
}

/**
 * Null for a place by another engine's measure, after which there is nothing to show.
 * @throws DomainError `input.invalid` for a cursor of another sort
 */
export function decodeRelevance(cursor: string): RelevancePlace | null {
  const { value, vehicleId } = decodeCursor("relevance", cursor);
  const offset = -Number(value);
  return offset > 0 ? { offset, vehicleId } : null;
}
