"use client";

import { SUPPORT_KINDS } from "@oto/domain";
import {
  Button,
  Card,
  Chip,
  DataTable,
  EmptyState,
  Field,
  PageHeader,
  Select,
  Tabs,
  UiLink,
} from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Inbox, MessageSquareQuote } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTRPC } from "../../trpc";
import { ListEnd } from "../form/list-end";
import { QueryError } from "../form/query-error";
import { SearchField } from "../form/search-field";
import { LiveBadge } from "../labels/live-badge";
import { usePermission } from "../session/session-provider";
import { useCaseColumns } from "./use-case-columns";

const STATES = ["OPEN", "WAITING", "DONE", "ALL"] as const;
const ASSIGNEES = ["ME", "NOBODY"] as const;
const ALL = "ALL";
const POLL_MS = 10_000;

/** The inbox of support: what waits for staff comes first. */
export function SupportInbox() {
  const t = useTranslations("support");
  const router = useRouter();
  const { admin } = useTRPC();
  const mayAnswer = usePermission("support:answer");
  const [{ durum, kime, q, tur }, setFilters] = useQueryStates({
    durum: parseAsStringLiteral(STATES).withDefault("OPEN"),
    kime: parseAsStringLiteral(ASSIGNEES),
    tur: parseAsStringLiteral(SUPPORT_KINDS),
    q: parseAsString.withDefault(""),
  });
  const query = useInfiniteQuery(
    admin.support.list.infiniteQueryOptions(
      {
        state: durum,
        ...(kime === null ? {} : { assignee: kime }),
        ...(tur === null ? {} : { kind: tur }),
        ...(q === "" ? {} : { q }),
      },
      {
        getNextPageParam: (page) => page.nextCursor,
        placeholderData: keepPreviousData,
        refetchInterval: POLL_MS,
      },
    ),
  );
  const columns = useCaseColumns();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = query.data?.pages[0]?.counts;
  const countOf = { OPEN: counts?.open, WAITING: counts?.waiting, DONE: undefined, ALL: undefined };
  const toggle = (who: (typeof ASSIGNEES)[number]) =>
    void setFilters({ kime: kime === who ? null : who });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <LiveBadge updatedAt={query.dataUpdatedAt} failing={query.isError} />
            {mayAnswer ? (
              <Button asChild variant="secondary" size="sm">
                <UiLink href="/destek/hazir-yanitlar">
                  <MessageSquareQuote aria-hidden="true" />
                  {t("cannedTitle")}
                </UiLink>
              </Button>
            ) : null}
          </>
        }
        below={
          <Tabs
            label={t("tabs")}
            value={durum}
            onValueChange={(id) =>
              void setFilters({ durum: STATES.find((state) => state === id) ?? "OPEN" })
            }
            items={STATES.map((id) => ({ id, label: t(`state.${id}`), count: countOf[id] }))}
          />
        }
      />
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <SearchField
          label={t("search")}
          hint={t("searchHint")}
          value={q}
          onSearch={(next) => void setFilters({ q: next || null })}
        />
        <Field label={t("kind")} hideLabel className="w-full sm:w-48">
          <Select
            value={tur ?? ALL}
            onValueChange={(next) =>
              void setFilters({ tur: SUPPORT_KINDS.find((kind) => kind === next) ?? null })
            }
            options={[
              { value: ALL, label: t("allKinds") },
              ...SUPPORT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
            ]}
          />
        </Field>
        <fieldset aria-label={t("assignee")} className="flex gap-2">
          <Chip selected={kime === "ME"} onPress={() => toggle("ME")}>
            {t("mine", { count: counts?.mine ?? 0 })}
          </Chip>
          <Chip selected={kime === "NOBODY"} onPress={() => toggle("NOBODY")}>
            {t("unassigned", { count: counts?.unassigned ?? 0 })}
          </Chip>
        </fieldset>
      </div>
      <Card padding="flush">
        {query.isError && query.data === undefined ? (
          <QueryError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <DataTable
            caption={t("title")}
            columns={columns}
            rows={rows}
            rowId={(row) => row.caseId}
            onRowPress={(row) => router.push(`/destek/${row.caseId}`)}
            loadingRows={query.isPending ? 8 : 0}
            empty={
              <EmptyState
                icon={<Inbox aria-hidden="true" />}
                title={t("emptyTitle")}
                description={t("emptyText")}
              />
            }
          />
        )}
      </Card>
      {rows.length > 0 ? <ListEnd query={query} /> : null}
    </>
  );
}
