"use client";

import { Button, EmptyState, PageHeader, RadioGroup, Tabs, UiLink } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { CalendarCheck2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTRPC } from "../../trpc";
import { PagedList } from "../offers/paged-list";
import { ReservationRow } from "./reservation-row";

const STAGES = ["active", "past"] as const;
const STAGE_OF = { active: "running", past: "ended" } as const;
const SIDES = ["all", "BUYER", "SELLER"] as const;

/** What the gallery has reserved, bought or sold. */
export function ReservationList() {
  const t = useTranslations("reservations");
  const deals = useTranslations("deals");
  const trpc = useTRPC();
  const [stage, setStage] = useQueryState(
    "stage",
    parseAsStringLiteral(STAGES).withDefault("active"),
  );
  const [side, setSide] = useQueryState("side", parseAsStringLiteral(SIDES).withDefault("all"));
  const query = useInfiniteQuery(
    trpc.deal.list.infiniteQueryOptions(
      { stage: STAGE_OF[stage], ...(side === "all" ? {} : { side }) },
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
      <RadioGroup
        label={deals("side")}
        variant="segments"
        value={side}
        onValueChange={(next) => void setSide(next === "all" ? null : next)}
        options={SIDES.map((value) => ({ value, label: deals(`sides.${value}`) }))}
        className="mb-4 sm:max-w-sm"
      />
      <PagedList
        query={query}
        items={items}
        itemId={(deal) => deal.dealId}
        renderItem={(deal) => <ReservationRow deal={deal} />}
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
