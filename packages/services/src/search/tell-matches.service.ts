import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { Currency } from "@oto/domain";
import { nextDigestAt } from "@oto/domain";
import type { Platform } from "../context";
import { groupBy } from "../group-by";
import { toMoney } from "../money-view";
import { wakeScreens } from "../notification/feed";
import type { News } from "../notification/news";
import { noteNews } from "../notification/news";

const REASON = "saved searches of all galleries are told what they found";
/** Matches told in one transaction. */
const BATCH = 200;
/** When daily alerts go out, Türkiye's time. */
export const DIGEST_HOUR = 9;
const DAY_MS = 86_400_000;

interface Waiting {
  savedSearchId: string;
  vehicleId: string;
  galleryId: string;
  userId: string;
  name: string;
  alert: string;
  title: string | null;
  priceAmount: bigint;
  currency: Currency;
}

/** The latest time that daily alerts went out, at or before now. */
export function lastDigestAt(now: Date): Date {
  const next = nextDigestAt(new Date(now.getTime() - DAY_MS), { mode: "DAILY", hour: DIGEST_HOUR });
  return next ?? now;
}

/** Takes waiting matches; others that run at the same time take other ones. */
async function takeWaiting(tx: Tx, due: Prisma.Sql): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    select m.saved_search_id as "savedSearchId", m.vehicle_id as "vehicleId",
      m.gallery_id as "galleryId", m.user_id as "userId", s.name, s.alert, v.title,
      m.price_amount as "priceAmount", m.currency::text as currency
    from saved_search_match m join saved_search s on s.id = m.saved_search_id
    left join vehicle v on v.id = m.vehicle_id
    where m.settled_at is null and ${due}
    order by m.user_id, m.matched_at limit ${BATCH} for update of m skip locked`;
}

/** One message for a person and vehicle, however many of their searches it matches. */
function instantNews(waiting: readonly Waiting[]): { news: News; occasion: string }[] {
  const told = new Map<string, { news: News; occasion: string }>();
  for (const each of waiting) {
    const { galleryId, name, savedSearchId, title, userId, vehicleId } = each;
    const key = `${userId} ${vehicleId}`;
    if (told.has(key) || title === null || each.alert !== "INSTANT") continue;
    const news: News = {
      type: "search.match",
      galleryId,
      facts: { vehicleTitle: title, name, amount: toMoney(each.priceAmount, each.currency) },
      ids: { vehicleId, savedSearchId },
      href: `/pazar/${vehicleId}`,
      userIds: [userId],
    };
    told.set(key, { news, occasion: `saved-search:${savedSearchId}:${vehicleId}` });
  }
  return [...told.values()];
}

/** One message for a saved search and day. */
function dailyNews(waiting: readonly Waiting[], slot: Date): { news: News; occasion: string }[] {
  const bySearch = groupBy(
    waiting.filter(({ alert }) => alert === "DAILY"),
    ({ savedSearchId }) => savedSearchId,
  );
  return [...bySearch.values()].flatMap((found) => {
    const [first] = found;
    if (!first) return [];
    const { galleryId, name, savedSearchId, userId } = first;
    const news: News = {
      type: "search.digest",
      galleryId,
      facts: { name, count: found.length },
      ids: { savedSearchId },
      href: `/pazar?arama=${savedSearchId}`,
      userIds: [userId],
    };
    return [{ news, occasion: `saved-search:${savedSearchId}:${slot.toISOString()}` }];
  });
}

async function tellBatch(platform: Platform, slot: Date): Promise<number> {
  const galleries = new Set<string>();
  const count = await platform.database.unsafeSystem(REASON).write(async (tx) => {
    const due = Prisma.sql`(s.alert <> 'DAILY' or m.matched_at < ${slot})`;
    const waiting = await takeWaiting(tx, due);
    for (const { news, occasion } of [...instantNews(waiting), ...dailyNews(waiting, slot)]) {
      await noteNews(platform, tx, { news: [news], occasion });
      galleries.add(news.galleryId);
    }
    for (const { savedSearchId, vehicleId } of waiting) {
      await tx.savedSearchMatch.update({
        where: { savedSearchId_vehicleId: { savedSearchId, vehicleId } },
        data: { settledAt: platform.now() },
        select: { vehicleId: true },
      });
    }
    return waiting.length;
  });
  await wakeScreens(platform, galleries);
  return count;
}

/**
 * Tells the owners of saved searches what was found: at once, or once a day where they chose so.
 * Each match is told once; runs side by side share the work.
 *
 * @returns how many matches were settled
 */
export async function tellSavedSearchMatches(
  platform: Platform,
  signal?: AbortSignal,
): Promise<number> {
  const slot = lastDigestAt(platform.now());
  let settled = 0;
  for (;;) {
    const count = await tellBatch(platform, slot);
    settled += count;
    if (count < BATCH || signal?.aborted) return settled;
  }
}
