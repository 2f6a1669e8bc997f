import { listingWords } from "@oto/adapters";
import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { MatchReason } from "@oto/domain";
import {
  comparableAmount,
  hasWords,
  listingKeys,
  marketplaceFilters,
  matchesFilters,
} from "@oto/domain";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import { isFindable, readListings } from "../marketplace/listing.repo";
import { listingDocument } from "../marketplace/listing-document";

type MarketEvent = EventOf<ConsumedBy<"match-saved-searches-when-vehicle-published">>;

/** Why an event may bring a vehicle to somebody's attention; null when it does not. */
function reasonOf(event: MarketEvent): MatchReason | null {
  if (event.name === "vehicle.published") return "PUBLISHED";
  const { fromAmount, toAmount } = event.payload;
  return toAmount < fromAmount ? "PRICE_DROP" : null;
}

interface Candidate {
  id: string;
  matchFilters: unknown;
  words: string[];
}

/**
 * Saved searches under one of the keys whose bounds hold. A price that cannot be compared is within
 * no bound.
 */
async function readCandidates(
  tx: Tx,
  listing: { keys: string[]; year: number; km: number; price: number | null; galleryId: string },
): Promise<Candidate[]> {
  const { galleryId, keys, km, price, year } = listing;
  const withinPrice =
    price === null
      ? Prisma.sql`k.price_min is null and k.price_max is null`
      : Prisma.sql`(k.price_min is null or k.price_min <= ${price})
          and (k.price_max is null or k.price_max >= ${price})`;
  return tx.$queryRaw<Candidate[]>`
    select distinct on (s.id) s.id, s.match_filters as "matchFilters", s.words
    from saved_search_key k join saved_search s on s.id = k.saved_search_id
    where k.key = any(${keys}::text[]) and ${withinPrice}
      and (k.year_min is null or k.year_min <= ${year})
      and (k.year_max is null or k.year_max >= ${year})
      and (k.km_max is null or k.km_max >= ${km})
      and s.alert <> 'OFF' and s.gallery_id <> ${galleryId}::uuid`;
}

/**
 * Finds the saved searches that a vehicle matches and notes each pair once; their owners are told
 * by `tell-saved-search-matches`. Looks only at searches filed under the vehicle's own keys, so the
 * work grows with the matches, not with the searches there are.
 *
 * @returns how many searches it is new to
 */
export async function matchSavedSearches(
  platform: Platform,
  tx: Tx,
  event: MarketEvent,
): Promise<number> {
  const reason = reasonOf(event);
  if (reason === null) return 0;
  const [row] = await readListings(tx, [event.payload.vehicleId]);
  if (!row || !isFindable(row)) return 0;
  const now = platform.now();
  const listing = listingDocument(row, now);
  const candidates = await readCandidates(tx, {
    keys: listingKeys(listing),
    year: listing.modelYear,
    km: listing.mileageKm,
    price: comparableAmount(listing),
    galleryId: listing.galleryId,
  });
  const words = listingWords(listing);
  const matching = candidates.filter((candidate) => {
    const filters = marketplaceFilters.safeParse(candidate.matchFilters);
    return (
      filters.success &&
      matchesFilters(listing, filters.data, now) &&
      hasWords(words, candidate.words)
    );
  });
  if (matching.length === 0) return 0;
  return tx.$executeRaw`
    insert into saved_search_match (saved_search_id, vehicle_id, gallery_id, user_id, reason,
      price_amount, currency, matched_at)
    select s.id, ${listing.vehicleId}::uuid, s.gallery_id, s.user_id, ${reason},
      ${row.priceAmount}, ${row.currency}::"Currency", ${now}
    from saved_search s where s.id = any(${matching.map(({ id }) => id)}::uuid[])
    on conflict do nothing`;
}
