"use client";

import { Button, Card, Chip, DataTable, EmptyState, RadioGroup } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { useTRPC } from "../../trpc";
import { ListEnd } from "../form/list-end";
import { QueryError } from "../form/query-error";
import type { DeadLetter } from "./dead-letter";
import { DeadLetterSheet } from "./dead-letter-sheet";
import { useDeadLetterColumns } from "./use-dead-letter-columns";

const STATES = ["open", "resolved"] as const;
const POLL_MS = 5_000;

/** What consumers gave up on: look at the cause, then send it again or close it. */
export function DeadLetters() {
  const t = useTranslations("queues");
  const trpc = useTRPC();
  const [{ durum, tuketici }, setFilters] = useQueryStates({
    durum: parseAsStringLiteral(STATES).withDefault("open"),
    tuketici: parseAsString,
  });
  const [shown, setShown] = useState<DeadLetter | null>(null);
  const list = useInfiniteQuery(
    trpc.admin.deadLetters.list.infiniteQueryOptions(
      { state: durum, ...(tuketici === null ? {} : { consumerId: tuketici }) },
      {
        getNextPageParam: (page) => page.nextCursor,
        refetchInterval: POLL_MS,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const columns = useDeadLetterColumns({ resolved: durum === "resolved", onLook: setShown });
  return (
    <Card
      className="mt-6"
      title={t("deadTitle")}
      description={t("deadText")}
      padding="flush"
      actions={
        <RadioGroup
          label={t("state")}
          variant="segments"
          value={durum}
          onValueChange={(next) => void setFilters({ durum: next })}
          options={STATES.map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      {tuketici === null ? null : (
        <div className="px-5 pb-4">
          <Chip
            removeLabel={t("allConsumers")}
            onRemove={() => void setFilters({ tuketici: null })}
          >
            {t("onlyConsumer", { consumer: tuketici })}
          </Chip>
        </div>
      )}
      {list.error !== null && list.data === undefined ? (
        <QueryError error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          caption={t("table")}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          onRowPress={setShown}
          loadingRows={list.isPending ? 4 : 0}
          empty={
            <EmptyState
              title={t(durum === "open" ? "emptyOpenTitle" : "emptyResolvedTitle")}
              description={t(durum === "open" ? "emptyOpenText" : "emptyResolvedText")}
              actions={
                tuketici === null ? undefined : (
                  <Button variant="secondary" onClick={() => void setFilters({ tuketici: null })}>
                    {t("allConsumers")}
                  </Button>
                )
              }
            />
          }
        />
      )}
      {rows.length > 0 ? <ListEnd query={list} /> : null}
      <DeadLetterSheet
        letter={shown}
        onClose={() => setShown(null)}
        onConsumer={(consumerId) => {
          setShown(null);
          void setFilters({ tuketici: consumerId });
        }}
      />
    </Card>
  );
}
