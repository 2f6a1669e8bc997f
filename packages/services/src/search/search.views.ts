import type { MarketplaceFilters, MatchReason, Money, SavedSearchAlert } from "@oto/domain";
import type { ListingCard } from "../marketplace";

export interface SavedSearchView {
  savedSearchId: string;
  name: string;
  /** What `marketplace.search` takes to run it. */
  q: string | null;
  filters: MarketplaceFilters;
  alert: SavedSearchAlert;
  /** Matches since its owner last looked (`search.saved.markSeen`). */
  newMatches: number;
  createdAt: string;
}

export interface SavedSearchListView {
  items: SavedSearchView[];
  nextCursor: null;
}

export interface SavedSearchMatchView {
  vehicleId: string;
  reason: MatchReason;
  /** The price when it matched. */
  price: Money;
  matchedAt: string;
  /** Null once the vehicle is off the market. */
  card: ListingCard | null;
}

export interface SavedSearchMatchesView {
  items: SavedSearchMatchView[];
  nextCursor: string | null;
}

export interface RecentSearchesView {
  /** The latest first. */
  items: { q: string; usedAt: string }[];
}
