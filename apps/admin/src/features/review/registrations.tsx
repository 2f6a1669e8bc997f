"use client";

import type { GalleryStatus } from "@oto/domain";
import { GALLERY_STATUSES } from "@oto/domain";
import { Button, Card, DataTable, EmptyState, PageHeader, Tabs } from "@oto/ui";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { ListEnd } from "../form/list-end";
import { QueryError } from "../form/query-error";
import { SearchField } from "../form/search-field";
import { useGalleryList } from "../galleries/use-gallery-list";
import { LiveBadge } from "../labels/live-badge";
import { useRegistrationColumns } from "./use-registration-columns";

const ALL = "ALL";
const TABS: readonly (GalleryStatus | typeof ALL)[] = [...GALLERY_STATUSES, ALL];

/** The queue of registrations: whoever waits longest comes first. */
export function Registrations() {
  const t = useTranslations("review");
  const domain = useTranslations("domain");
  const router = useRouter();
  const [{ durum, q }, setFilters] = useQueryStates({
    durum: parseAsStringLiteral(TABS).withDefault("PENDING"),
    q: parseAsString.withDefault(""),
  });
  const list = useGalleryList({ status: durum === ALL ? null : durum, q });
  const columns = useRegistrationColumns(durum === "PENDING");
  const waitingNone = durum === "PENDING" && q === "";
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<LiveBadge updatedAt={list.dataUpdatedAt} failing={list.error !== null} />}
        below={
          <Tabs
            label={t("tabs")}
            value={durum}
            onValueChange={(id) =>
              void setFilters({ durum: TABS.find((tab) => tab === id) ?? "PENDING" })
            }
            items={TABS.map((id) =>
              id === ALL
                ? { id, label: t("all") }
                : { id, label: domain(`galleryStatus.${id}`), count: list.counts?.[id] },
            )}
          />
        }
      />
      <div className="mb-4">
        <SearchField
          label={t("search")}
          hint={t("searchHint")}
          value={q}
          onSearch={(next) => void setFilters({ q: next || null })}
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
                title={t(waitingNone ? "emptyPendingTitle" : "emptyTitle")}
                description={t(waitingNone ? "emptyPendingText" : "emptyText")}
                actions={
                  q === "" ? undefined : (
                    <Button variant="secondary" onClick={() => void setFilters({ q: null })}>
                      {t("clearSearch")}
                    </Button>
                  )
                }
              />
            }
          />
        )}
      </Card>
      {list.rows.length > 0 ? <ListEnd query={list} /> : null}
    </>
  );
}
