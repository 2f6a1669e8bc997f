import type { DealerContext } from "../context";
import { listingCard } from "./listing.presenter";
import type { ListingCard } from "./marketplace.views";

/** Cards of those vehicles that are on the market, by id. */
export async function listingCards(
  ctx: DealerContext,
  vehicleIds: readonly string[],
): Promise<Map<string, ListingCard>> {
  const { searchIndex, storage } = ctx.adapters;
  const found = vehicleIds.length > 0 ? await searchIndex.get(vehicleIds) : [];
  return new Map(found.map((doc) => [doc.vehicleId, listingCard(doc, storage, ctx.gallery.id)]));
}
