import type { Prisma, Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { MarketplaceFilters, MatchReason } from "@oto/domain";
import {
  DomainError,
  keyBounds,
  MAX_SAVED_SEARCHES,
  marketplaceFilters,
  mergeFilters,
  savedSearchAlertField,
  searchKeys,
  understand,
  wordsOf,
} from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { listingCards } from "../marketplace/listing-cards";
import { searchCatalog } from "../marketplace/search-catalog";
import { toMoney } from "../money-view";
import { decodeCursor, toPage } from "../paging";
import type {
  SavedSearchCreateInput,
  SavedSearchInput,
  SavedSearchMatchesInput,
  SavedSearchUpdateInput,
} from "./search.input";
import type { SavedSearchListView, SavedSearchMatchesView, SavedSearchView } from "./search.views";

const LONGEST_NAME = 80;

const columns = {
  id: true,
  name: true,
  q: true,
  filters: true,
  alert: true,
  createdAt: true,
} as const satisfies Prisma.SavedSearchSelect;
type Row = Prisma.SavedSearchGetPayload<{ select: typeof columns }>;

function viewOf(row: Row, newMatches: number): SavedSearchView {
  const filters = marketplaceFilters.safeParse(row.filters);
  return {
    savedSearchId: row.id,
    name: row.name,
    q: row.q,
    filters: filters.success ? filters.data : {},
    alert: savedSearchAlertField.parse(row.alert),
    newMatches,
    createdAt: row.createdAt.toISOString(),
  };
}

const NOTHING_SAID = { tr: "Bütün araçlar", en: "All vehicles" } as const;

interface Meaning {
  filters: MarketplaceFilters;
  words: string[];
  name: string;
}

/** What a search means now: later changes of the catalogue do not change what was saved. */
async function meaningOf(ctx: DealerContext, input: SavedSearchCreateInput): Promise<Meaning> {
  const { locale } = ctx.origin;
  const read = understand(input.q ?? "", await searchCatalog(ctx), locale);
  const labels = read.understood.map(({ label }) => label);
  const said = [...labels, read.rest].filter((part) => part !== "").join(" · ");
  return {
    filters: mergeFilters(read.filters, input.filters ?? {}),
    words: wordsOf(read.rest),
    name: input.name ?? (said.slice(0, LONGEST_NAME).trim() || NOTHING_SAID[locale]),
  };
}

/**
 * Keeps a search and looks for it in everything that is published from now on.
 * @throws DomainError `search.too_many`
 */
export async function createSavedSearch(
  ctx: DealerContext,
  input: SavedSearchCreateInput,
): Promise<SavedSearchView> {
  const { filters, name, words } = await meaningOf(ctx, input);
  const { userId } = ctx.identity;
  const galleryId = ctx.gallery.id;
  const id = newId();
  const bounds = keyBounds(filters);
  const row = await ctx.db.write(async (tx) => {
    // One at a time a person, so that the limit holds.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('saved-search'), hashtext(${userId}))::text`;
    const known = await tx.savedSearch.count({ where: { userId } });
    if (known >= MAX_SAVED_SEARCHES) throw new DomainError("search.too_many");
    const saved = await tx.savedSearch.create({
      data: {
        ...{ id, userId, galleryId, name, words, alert: input.alert },
        q: input.q || null,
        filters: input.filters ?? {},
        matchFilters: filters,
        createdAt: ctx.now(),
        seenAt: ctx.now(),
      },
      select: columns,
    });
    await tx.savedSearchKey.createMany({
      data: searchKeys(filters).map((key) => ({ key, savedSearchId: id, galleryId, ...bounds })),
    });
    return saved;
  });
  return viewOf(row, 0);
}

async function countNew(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    select s.id, count(*)::int as count from saved_search s
    join saved_search_match m on m.saved_search_id = s.id and m.matched_at > s.seen_at
    where s.id = any(${ids}::uuid[]) group by 1`;
  return new Map(rows.map(({ count, id }) => [id, count]));
}

/** The caller's saved searches, the latest first. */
export async function listSavedSearches(ctx: DealerContext): Promise<SavedSearchListView> {
  const { userId } = ctx.identity;
  return ctx.db.read(async (tx) => {
    const rows = await tx.savedSearch.findMany({
      where: { userId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MAX_SAVED_SEARCHES,
      select: columns,
    });
    const counts = await countNew(
      tx,
      rows.map(({ id }) => id),
    );
    return { items: rows.map((row) => viewOf(row, counts.get(row.id) ?? 0)), nextCursor: null };
  });
}

async function changeOwn(
  ctx: DealerContext,
  savedSearchId: string,
  data: Prisma.SavedSearchUpdateManyMutationInput,
): Promise<SavedSearchView> {
  const where = { id: savedSearchId, userId: ctx.identity.userId };
  return ctx.db.write(async (tx) => {
    const { count } = await tx.savedSearch.updateMany({ where, data });
    if (count === 0) throw new DomainError("search.not_found");
    const row = await tx.savedSearch.findUniqueOrThrow({ where, select: columns });
    const counts = await countNew(tx, [savedSearchId]);
    return viewOf(row, counts.get(savedSearchId) ?? 0);
  });
}

/**
 * Renames it or chooses when its owner hears of matches; `OFF` ends its alerts.
 * @throws DomainError `search.not_found`
 */
export async function updateSavedSearch(
  ctx: DealerContext,
  { alert, name, savedSearchId }: SavedSearchUpdateInput,
): Promise<SavedSearchView> {
  return changeOwn(ctx, savedSearchId, {
    ...(alert === undefined ? {} : { alert }),
    ...(name === undefined ? {} : { name }),
  });
}

/**
 * Its owner has looked: what matched so far is new no more.
 * @throws DomainError `search.not_found`
 */
export async function markSavedSearchSeen(
  ctx: DealerContext,
  { savedSearchId }: SavedSearchInput,
): Promise<SavedSearchView> {
  return changeOwn(ctx, savedSearchId, { seenAt: ctx.now() });
}

/** @throws DomainError `search.not_found` */
export async function removeSavedSearch(
  ctx: DealerContext,
  { savedSearchId }: SavedSearchInput,
): Promise<{ savedSearchId: string }> {
  const { userId } = ctx.identity;
  const { count } = await ctx.db.write((tx) =>
    tx.savedSearch.deleteMany({ where: { id: savedSearchId, userId } }),
  );
  if (count === 0) throw new DomainError("search.not_found");
  return { savedSearchId };
}

const matchCursor = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * What a saved search found since it was saved, the latest first.
 * @throws DomainError `search.not_found`
 */
export async function listSavedSearchMatches(
  ctx: DealerContext,
  { cursor, limit, savedSearchId }: SavedSearchMatchesInput,
): Promise<SavedSearchMatchesView> {
  const after = decodeCursor(cursor, matchCursor);
  const rows = await ctx.db.read(async (tx) => {
    const where = { id: savedSearchId, userId: ctx.identity.userId };
    const own = await tx.savedSearch.findFirst({ where, select: { id: true } });
    if (!own) throw new DomainError("search.not_found");
    const [at, vehicleId] = after ?? [];
    return tx.savedSearchMatch.findMany({
      where: {
        savedSearchId,
        ...(at && vehicleId
          ? { OR: [{ matchedAt: { lt: at } }, { matchedAt: at, vehicleId: { lt: vehicleId } }] }
          : {}),
      },
      orderBy: [{ matchedAt: "desc" }, { vehicleId: "desc" }],
      take: limit + 1,
      select: {
        vehicleId: true,
        reason: true,
        priceAmount: true,
        currency: true,
        matchedAt: true,
      },
    });
  });
  const cards = await listingCards(
    ctx,
    rows.map(({ vehicleId }) => vehicleId),
  );
  return toPage(rows, limit, {
    item: (row) => ({
      vehicleId: row.vehicleId,
      reason: row.reason as MatchReason,
      price: toMoney(row.priceAmount, row.currency),
      matchedAt: row.matchedAt.toISOString(),
      card: cards.get(row.vehicleId) ?? null,
    }),
    tuple: (row) => [row.matchedAt.toISOString(), row.vehicleId],
  });
}
