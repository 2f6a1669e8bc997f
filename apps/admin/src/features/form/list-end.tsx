"use client";

import { LoadMore } from "@oto/ui";
import { useTranslations } from "next-intl";

interface ListEndProps {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
}

/** Under a list that comes page by page. */
export function ListEnd({ query }: ListEndProps) {
  const t = useTranslations("common");
  return (
    <LoadMore
      hasMore={query.hasNextPage}
      loading={query.isFetchingNextPage}
      onLoadMore={() => void query.fetchNextPage()}
      label={t("loadMore")}
      loadingLabel={t("loadingMore")}
      endLabel={t("endOfList")}
    />
  );
}
