import type { Money } from "@oto/domain";
import type { ListingCard } from "../marketplace";

export interface FavoriteView {
  vehicleId: string;
  favorite: boolean;
}

export interface FavoriteItem {
  vehicleId: string;
  /** The price when it was added. */
  priceThen: Money;
  addedAt: string;
  title: string;
  /** Null once it is off the market. */
  card: ListingCard | null;
}

export interface FavoriteListView {
  items: FavoriteItem[];
  nextCursor: string | null;
}

export interface FavoriteIdsView {
  items: string[];
}
