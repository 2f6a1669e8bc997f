"use client";

import { Button, EmptyState, LoadMore, PageHeader, UiLink } from "@oto/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { CompareTray } from "../compare/compare-tray";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";
import { ListingCard } from "../market/listing-card";
import { ListingCardSkeleton } from "../market/listing-card-skeleton";
import type { FavoriteItem } from "../market/market-views";
import { GoneFavorite } from "./gone-favorite";
import { PriceSince } from "./price-since";

const GRID = "grid gap-4 sm:grid-cols-2 xl:grid-cols-3";
const EXPECTED = ["a", "b", "c", "d", "e", "f"] as const;

/** The vehicles that one follows, and how their prices have moved since. */
export function FavoritesPage() {
  const t = useTranslations("favorites");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Favorites />
      <CompareTray />
    </>
  );
}

function Favorites() {
  const t = useTranslations("favorites");
  const common = useTranslations("common");
  const formats = useFormats();
  const { favorite } = useTRPC();
  const query = useInfiniteQuery(
    favorite.list.infiniteQueryOptions(
      { limit: 24 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  if (query.isPending) {
    return (
      <div role="status" aria-label={common("loading")} className={GRID}>
        {EXPECTED.map((id) => (
          <ListingCardSkeleton key={id} />
        ))}
      </div>
    );
  }
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isError && items.length === 0) {
    return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (items.length === 0) {
    return (
      <EmptyState
        size="page"
        icon={<Heart aria-hidden="true" />}
        title={t("emptyTitle")}
        description={t("emptyText")}
        actions={
          <Button asChild>
            <UiLink href="/pazar">{t("toMarket")}</UiLink>
          </Button>
        }
      />
    );
  }
  return (
    <>
      <ul aria-label={t("title")} className={GRID}>
        {items.map((item) => (
          <li key={item.vehicleId}>
            <Favorite item={item} />
          </li>
        ))}
      </ul>
      <LoadMore
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        onLoadMore={() => void query.fetchNextPage()}
        label={t("loadMore")}
        loadingLabel={common("loading")}
        endLabel={t("end", { count: formats.number(items.length) })}
        auto={!query.isFetchNextPageError}
      />
    </>
  );
}

function Favorite({ item }: { item: FavoriteItem }) {
  const t = useTranslations("favorites");
  const formats = useFormats();
  if (item.card === null) return <GoneFavorite item={item} />;
  return (
    <ListingCard
      listing={item.card}
      note={
        <>
          <PriceSince then={item.priceThen} now={item.card.price} />
          <span className="text-ink-subtle text-xs">
            {t("since", { date: formats.day(item.addedAt), price: formats.money(item.priceThen) })}
          </span>
        </>
      }
    />
  );
}
