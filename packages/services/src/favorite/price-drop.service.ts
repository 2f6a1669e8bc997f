import type { Tx } from "@oto/db";
import type { ConsumedBy, EventOf } from "@oto/events";
import type { Platform } from "../context";
import { groupBy } from "../group-by";
import { isFindable, readListings } from "../marketplace/listing.repo";
import { toMoney } from "../money-view";
import { wakeScreens } from "../notification/feed";
import { noteNews } from "../notification/news";

type PriceEvent = EventOf<ConsumedBy<"tell-followers-when-price-drops">>;

const followersOf = (tx: Tx, { galleryId, vehicleId }: PriceEvent["payload"]) =>
  tx.favorite.findMany({
    where: { vehicleId, galleryId: { not: galleryId } },
    orderBy: { userId: "asc" },
    select: { userId: true, galleryId: true },
  });

/** Tells everybody who follows a vehicle that it got cheaper. */
export async function tellPriceDrop(
  platform: Platform,
  tx: Tx,
  event: PriceEvent & { readonly eventId: string },
): Promise<void> {
  const { currency, fromAmount, toAmount, vehicleId } = event.payload;
  if (toAmount >= fromAmount) return;
  const [listing] = await readListings(tx, [vehicleId]);
  if (!listing || !isFindable(listing)) return;
  const byGallery = groupBy(await followersOf(tx, event.payload), (each) => each.galleryId);
  const news = [...byGallery].map(([galleryId, followers]) => ({
    type: "favorite.price_dropped" as const,
    galleryId,
    facts: {
      vehicleTitle: listing.title,
      previousAmount: toMoney(fromAmount, currency),
      amount: toMoney(toAmount, currency),
    },
    ids: { vehicleId },
    href: `/pazar/${vehicleId}`,
    userIds: followers.map(({ userId }) => userId),
  }));
  await noteNews(platform, tx, { news, occasion: event.eventId });
}

/** Wakes the screens of those who were told, after the commit. */
export async function wakeFollowers(platform: Platform, event: PriceEvent): Promise<void> {
  const followers = await platform.database
    .unsafeSystem("followers of a vehicle belong to many galleries")
    .read((tx) => followersOf(tx, event.payload));
  await wakeScreens(platform, new Set(followers.map(({ galleryId }) => galleryId)));
}
