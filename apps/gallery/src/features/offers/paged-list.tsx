"use client";

import { cn, LoadMore } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QueryError } from "../form/query-error";
import { RowsSkeleton } from "./rows-skeleton";

/** What of an infinite query a list stands on. */
interface PagedQuery {
  error: unknown;
  isError: boolean;
  isPending: boolean;
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

interface PagedListProps<Item> {
  query: PagedQuery;
  items: readonly Item[];
  itemId: (item: Item) => string;
  renderItem: (item: Item) => ReactNode;
  /** Names the list. */
  label: string;
  /** Stands there when there is nothing. */
  empty: ReactNode;
  skeleton?: ReactNode;
  className?: string;
}

/** A list that grows at its end, with all it may be instead: on its way, broken, empty. */
export function PagedList<Item>({
  query,
  items,
  itemId,
  renderItem,
  label,
  empty,
  skeleton = <RowsSkeleton />,
  className = "flex flex-col gap-3",
}: PagedListProps<Item>) {
  const common = useTranslations("common");
  if (query.isError && items.length === 0) {
    return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.isPending) return skeleton;
  if (items.length === 0) return empty;
  return (
    <>
      <ul
        aria-label={label}
        aria-busy={query.isPlaceholderData}
        className={cn(className, "transition-opacity", query.isPlaceholderData && "opacity-60")}
      >
        {items.map((item) => (
          <li key={itemId(item)}>{renderItem(item)}</li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <LoadMore
          hasMore
          loading={query.isFetchingNextPage}
          onLoadMore={() => void query.fetchNextPage()}
          label={common("more")}
          loadingLabel={common("loading")}
          auto={!query.isFetchNextPageError}
        />
      ) : null}
    </>
  );
}
