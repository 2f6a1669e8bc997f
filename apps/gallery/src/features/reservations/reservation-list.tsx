"use client";

import type { ReservationStatus } from "@oto/domain";
import { Button, EmptyState, PageHeader, Tabs, UiLink } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { CalendarCheck2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTRPC } from "../../trpc";
import { PagedList } from "../offers/paged-list";
import { ReservationRow } from "./reservation-row";

const STAGES = ["active", "past"] as const;
const STATUSES: Record<(typeof STAGES)[number], ReservationStatus[]> = {
  active: ["ACTIVE"],
  past: ["COMPLETED", "CANCELLED", "EXPIRED"],
};

/** What the gallery has reserved, bought or sold. */
export function ReservationList() {
  const t = useTranslations("reservations");
  const trpc = useTRPC();
  const [stage, setStage] = useQueryState(
    "stage",
    parseAsStringLiteral(STAGES).withDefault("active"),
  );
  const query = useInfiniteQuery(
    trpc.reservation.list.infiniteQueryOptions(
      { status: STATUSES[stage] },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Tabs
        label={t("stages")}
        value={stage}
        onValueChange={(id) => void setStage(STAGES.find((each) => each === id) ?? null)}
        items={STAGES.map((id) => ({ id, label: t(`stage.${id}`) }))}
        className="mb-4"
      />
      <PagedList
        query={query}
        items={items}
        itemId={(reservation) => reservation.reservationId}
        renderItem={(reservation) => <ReservationRow reservation={reservation} />}
        label={t(`stage.${stage}`)}
        empty={
          <EmptyState
            icon={<CalendarCheck2 aria-hidden="true" />}
            title={t(`empty.${stage}`)}
            description={t(`emptyText.${stage}`)}
            actions={
              <Button asChild variant="secondary">
                <UiLink href="/teklifler">{t("toOffers")}</UiLink>
              </Button>
            }
          />
        }
      />
    </>
  );
}
