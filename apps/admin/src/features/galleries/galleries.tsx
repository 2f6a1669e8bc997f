"use client";

import { GALLERY_STATUSES } from "@oto/domain";
import type { DataColumn } from "@oto/ui";
import { Card, DataTable, EmptyState, PageHeader, Select } from "@oto/ui";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { ListEnd } from "../form/list-end";
import { QueryError } from "../form/query-error";
import { SearchField } from "../form/search-field";
import { useFormats } from "../labels/use-formats";
import { useGalleryColumns } from "./use-gallery-columns";
import type { GalleryRow } from "./use-gallery-list";
import { useGalleryList } from "./use-gallery-list";

const ALL = "ALL";

/** Every gallery there is, by state and search. */
export function Galleries() {
  const t = useTranslations("galleries");
  const review = useTranslations("review");
  const domain = useTranslations("domain");
  const router = useRouter();
  const { number, day } = useFormats();
  const [{ durum, q }, setFilters] = useQueryStates({
    durum: parseAsStringLiteral(GALLERY_STATUSES),
    q: parseAsString.withDefault(""),
  });
  const list = useGalleryList({ status: durum, q });
  const shared = useGalleryColumns();
  const columns = useMemo(
    (): DataColumn<GalleryRow>[] => [
      shared.gallery,
      shared.status,
      shared.owner,
      shared.location,
      {
        id: "vehicles",
        header: t("vehicles"),
        align: "end",
        from: "sm",
        cell: (row) => number(row.vehicles),
      },
      {
        id: "member",
        header: t("member"),
        from: "md",
        cell: (row) => <span className="whitespace-nowrap">{day(row.submittedAt)}</span>,
      },
    ],
    [shared, t, number, day],
  );
  const unfiltered = durum === null && q === "";
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mb-4 flex flex-col gap-3 sm:flex-row">
        <SearchField
          label={t("search")}
          hint={review("searchHint")}
          value={q}
          onSearch={(next) => void setFilters({ q: next || null })}
        />
        <Select
          aria-label={t("state")}
          className="w-full sm:w-60"
          value={durum ?? ALL}
          onValueChange={(next) => void setFilters({ durum: next === ALL ? null : next })}
          options={[
            { value: ALL, label: t("allStates") },
            ...GALLERY_STATUSES.map((value) => ({
              value,
              label: domain(`galleryStatus.${value}`),
              hint: list.counts === undefined ? undefined : number(list.counts[value]),
            })),
          ]}
        />
      </div>
      <Card padding="flush">
        {list.error !== null && list.data === undefined ? (
          <QueryError error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTable
            caption={t("table")}
            columns={columns}
            rows={list.rows}
            rowId={(row) => row.galleryId}
            onRowPress={(row) => router.push(`/kayitlar/${row.galleryId}`)}
            loadingRows={list.isPending ? 8 : 0}
            empty={
              <EmptyState
                title={t(unfiltered ? "emptyAllTitle" : "emptyTitle")}
                description={t(unfiltered ? "emptyAllText" : "emptyText")}
              />
            }
          />
        )}
      </Card>
      {list.rows.length > 0 ? <ListEnd query={list} /> : null}
    </>
  );
}
