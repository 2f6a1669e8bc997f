import { fold, MAX_RECENT_SEARCHES } from "@oto/domain";
import type { DealerContext } from "../context";
import type { RecentSearchInput } from "./search.input";
import type { RecentSearchesView } from "./search.views";

/** What two spellings of the same search have in common. */
const keyOf = (q: string): string => fold(q).replace(/\s+/g, " ").trim();

/** What the caller searched for lately. */
export async function listRecentSearches(ctx: DealerContext): Promise<RecentSearchesView> {
  const { userId } = ctx.identity;
  const rows = await ctx.db.read((tx) =>
    tx.recentSearch.findMany({
      where: { userId },
      orderBy: { usedAt: "desc" },
      take: MAX_RECENT_SEARCHES,
      select: { q: true, usedAt: true },
    }),
  );
  return { items: rows.map(({ q, usedAt }) => ({ q, usedAt: usedAt.toISOString() })) };
}

/** Remembers what was searched for; the oldest make room. */
export async function addRecentSearch(
  ctx: DealerContext,
  { q }: RecentSearchInput,
): Promise<RecentSearchesView> {
  const { userId } = ctx.identity;
  const key = keyOf(q);
  const usedAt = ctx.now();
  await ctx.db.write(async (tx) => {
    await tx.recentSearch.upsert({
      where: { userId_key: { userId, key } },
      create: { userId, key, galleryId: ctx.gallery.id, q, usedAt },
      update: { q, usedAt },
      select: { key: true },
    });
    await tx.$executeRaw`
      delete from recent_search where user_id = ${userId}::uuid and key not in (
        select key from recent_search where user_id = ${userId}::uuid
        order by used_at desc limit ${MAX_RECENT_SEARCHES})`;
  });
  return listRecentSearches(ctx);
}

/** Forgets one of them; also when there is none like it. */
export async function removeRecentSearch(
  ctx: DealerContext,
  { q }: RecentSearchInput,
): Promise<RecentSearchesView> {
  const { userId } = ctx.identity;
  await ctx.db.write((tx) => tx.recentSearch.deleteMany({ where: { userId, key: keyOf(q) } }));
  return listRecentSearches(ctx);
}

/** Forgets all of it. */
export async function clearRecentSearches(ctx: DealerContext): Promise<RecentSearchesView> {
  const { userId } = ctx.identity;
  await ctx.db.write((tx) => tx.recentSearch.deleteMany({ where: { userId } }));
  return { items: [] };
}
