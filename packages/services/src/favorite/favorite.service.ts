import { DomainError, MAX_FAVORITES } from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { listingCards } from "../marketplace/listing-cards";
import { toMoney } from "../money-view";
import { decodeCursor, toPage } from "../paging";
import type { FavoriteInput, FavoriteListInput } from "./favorite.input";
import type { FavoriteIdsView, FavoriteListView, FavoriteView } from "./favorite.views";

const REASON = "favourites are vehicles of other galleries, whose titles were public";

/**
 * Follows a vehicle of the market; once more changes nothing.
 * @throws DomainError `marketplace.not_found`, `marketplace.too_many_favorites`
 */
export async function addFavorite(
  ctx: DealerContext,
  { vehicleId }: FavoriteInput,
): Promise<FavoriteView> {
  const [listing] = await ctx.adapters.searchIndex.get([vehicleId]);
  if (!listing) throw new DomainError("marketplace.not_found");
  const { userId } = ctx.identity;
  const { amount, currency } = listing.price;
  await ctx.db.write(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('favorite'), hashtext(${userId}))::text`;
    const others = await tx.favorite.count({ where: { userId, vehicleId: { not: vehicleId } } });
    if (others >= MAX_FAVORITES) throw new DomainError("marketplace.too_many_favorites");
    await tx.favorite.upsert({
      where: { userId_vehicleId: { userId, vehicleId } },
      create: {
        ...{ userId, vehicleId, galleryId: ctx.gallery.id, currency },
        priceAmount: BigInt(amount),
        createdAt: ctx.now(),
      },
      update: {},
      select: { vehicleId: true },
    });
  });
  return { vehicleId, favorite: true };
}

/** Follows it no more; also when it never was. */
export async function removeFavorite(
  ctx: DealerContext,
  { vehicleId }: FavoriteInput,
): Promise<FavoriteView> {
  const { userId } = ctx.identity;
  await ctx.db.write((tx) => tx.favorite.deleteMany({ where: { userId, vehicleId } }));
  return { vehicleId, favorite: false };
}

/** Ids of everything that the caller follows, for marking cards. */
export async function listFavoriteIds(ctx: DealerContext): Promise<FavoriteIdsView> {
  const rows = await ctx.db.read((tx) =>
    tx.favorite.findMany({
      where: { userId: ctx.identity.userId },
      orderBy: { createdAt: "desc" },
      take: MAX_FAVORITES,
      select: { vehicleId: true },
    }),
  );
  return { items: rows.map(({ vehicleId }) => vehicleId) };
}

const favoriteCursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** What the caller follows, the latest first. */
export async function listFavorites(
  ctx: DealerContext,
  { cursor, limit }: FavoriteListInput,
): Promise<FavoriteListView> {
  const [at, after] = decodeCursor(cursor, favoriteCursor) ?? [];
  const rows = await ctx.db.read((tx) =>
    tx.favorite.findMany({
      where: {
        userId: ctx.identity.userId,
        ...(at && after
          ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, vehicleId: { lt: after } }] }
          : {}),
      },
      orderBy: [{ createdAt: "desc" }, { vehicleId: "desc" }],
      take: limit + 1,
      select: { vehicleId: true, priceAmount: true, currency: true, createdAt: true },
    }),
  );
  const ids = rows.map(({ vehicleId }) => vehicleId);
  const [cards, vehicles] = await Promise.all([
    listingCards(ctx, ids),
    ctx.database
      .unsafeSystem(REASON)
      .read((tx) =>
        tx.vehicle.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } }),
      ),
  ]);
  const titles = new Map(vehicles.map(({ id, title }) => [id, title]));
  return toPage(rows, limit, {
    item: (row) => ({
      vehicleId: row.vehicleId,
      priceThen: toMoney(row.priceAmount, row.currency),
      addedAt: row.createdAt.toISOString(),
      title: titles.get(row.vehicleId) ?? "",
      card: cards.get(row.vehicleId) ?? null,
    }),
    tuple: (row) => [row.createdAt.toISOString(), row.vehicleId],
  });
}
