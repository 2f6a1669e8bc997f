import type { Sort } from "@oto/domain";
import { DomainError, SORTS } from "@oto/domain";
import { z } from "zod";
import type { Parameters } from "./listing-conditions";
import type { SearchRequest } from "./search-index.port";

/** How a sort reads and pages: by its column, ties broken by the vehicle's id. */
interface Order {
  readonly column: string;
  readonly type: "timestamptz" | "bigint" | "int";
  readonly direction: "ASC" | "DESC";
}

const ORDERS: Record<Sort, Order> = {
  relevance: { column: "score", type: "int", direction: "DESC" },
  newest: { column: "published_at", type: "timestamptz", direction: "DESC" },
  price_asc: { column: "price_try", type: "bigint", direction: "ASC" },
  price_desc: { column: "price_try", type: "bigint", direction: "DESC" },
  km_asc: { column: "mileage_km", type: "int", direction: "ASC" },
  year_desc: { column: "model_year", type: "int", direction: "DESC" },
  distance: { column: "distance_key", type: "bigint", direction: "ASC" },
};

/** What a request is really sorted by: words or a place that are not there sort nothing. */
export function sortOf({ from, sort = "relevance" }: SearchRequest, hasWords: boolean): Sort {
  const isMissing = sort === "relevance" ? !hasWords : sort === "distance" && from === undefined;
  return isMissing ? "newest" : sort;
}

/** Room for an instant behind the rank of a province. */
export const RANK_ROOM = 1e13;

/** One number that sorts by how near the province is, then the newest first. */
export const distanceKey = (rank: number, publishedMs: number): number =>
  rank * RANK_ROOM - publishedMs;

/** What a `distanceKey` was made of. */
export function readDistanceKey(key: number): { rank: number; publishedMs: number } {
  const rank = Math.max(0, Math.ceil(key / RANK_ROOM));
  return { rank, publishedMs: rank * RANK_ROOM - key };
}

export function orderOf(sort: Sort): Order {
  return ORDERS[sort];
}

const cursorSchema = z.tuple([z.enum(SORTS), z.string().max(40), z.uuid()]);

/** Where a page ended: the sort, the last item's value in it, and its id. */
export interface ListingPlace {
  readonly value: string;
  readonly vehicleId: string;
}

export function encodeCursor(sort: Sort, { value, vehicleId }: ListingPlace): string {
  return Buffer.from(JSON.stringify([sort, value, vehicleId])).toString("base64url");
}

/** @throws DomainError `input.invalid` for anything that `encodeCursor` did not make for this sort */
export function decodeCursor(sort: Sort, cursor: string): ListingPlace {
  try {
    const json: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const [madeFor, value, vehicleId] = cursorSchema.parse(json);
    const fits =
      ORDERS[sort].type === "timestamptz"
        ? !Number.isNaN(Date.parse(value))
        : /^-?\d+$/.test(value);
    if (madeFor === sort && fits) return { value, vehicleId };
  } catch {
    // Fall through: whatever is wrong with it, the answer is the same.
  }
  throw new DomainError("input.invalid", {}, { fields: { cursor: ["validation.invalid"] } });
}

/** SQL condition for what comes after a place. */
export function afterPlace(sort: Sort, place: ListingPlace, parameters: Parameters): string {
  const { column, type, direction } = ORDERS[sort];
  const comparison = direction === "ASC" ? ">" : "<";
  const value = parameters.add(place.value);
  const vehicleId = parameters.add(place.vehicleId);
  return `(${column}, vehicle_id) ${comparison} (${value}::${type}, ${vehicleId}::uuid)`;
}
