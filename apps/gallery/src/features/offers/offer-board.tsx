"use client";

import type { OfferStatus } from "@oto/domain";
import { Button, Chip, EmptyState, PageHeader, Tabs, UiLink } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsBoolean, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTRPC } from "../../trpc";
import { OfferRow } from "./offer-row";
import { PagedList } from "./paged-list";

const SIDES = ["incoming", "outgoing"] as const;
const STAGES = ["open", "done", "all"] as const;

const STATUSES: Record<(typeof STAGES)[number], OfferStatus[] | undefined> = {
  open: ["OPEN"],
  done: ["ACCEPTED", "REJECTED", "WITHDRAWN", "EXPIRED", "CLOSED"],
  all: undefined,
};

/** All negotiations of the gallery. */
export function OfferBoard() {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const [{ side, stage, mine }, setState] = useQueryStates({
    side: parseAsStringLiteral(SIDES).withDefault("incoming"),
    stage: parseAsStringLiteral(STAGES).withDefault("open"),
    mine: parseAsBoolean.withDefault(false),
  });
  const query = useInfiniteQuery(
    trpc.offer.list.infiniteQueryOptions(
      {
        side: side === "incoming" ? "SELLER" : "BUYER",
        status: STATUSES[stage],
        ...(mine ? { myTurn: true } : {}),
      },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const counts = query.data?.pages[0]?.counts;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = mine || stage === "done";
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Tabs
        label={t("sides")}
        value={side}
        onValueChange={(id) => void setState({ side: SIDES.find((each) => each === id) ?? null })}
        items={[
          { id: "incoming", label: t("incoming"), count: counts?.incomingOpen },
          { id: "outgoing", label: t("outgoing"), count: counts?.outgoingOpen },
        ]}
      />
      <fieldset aria-label={t("filter")} className="my-4 flex flex-wrap gap-2">
        {STAGES.map((each) => (
          <Chip
            key={each}
            selected={stage === each}
            onPress={() => void setState({ stage: each, mine: null })}
          >
            {t(`stage.${each}`)}
          </Chip>
        ))}
        <Chip
          selected={mine}
          onPress={() => void setState(mine ? { mine: null } : { mine: true, stage: "open" })}
        >
          {counts === undefined ? t("myTurn") : t("myTurnCount", { count: counts.myTurn })}
        </Chip>
      </fieldset>
      <PagedList
        query={query}
        items={items}
        itemId={(offer) => offer.offerId}
        renderItem={(offer) => <OfferRow offer={offer} />}
        label={t(side)}
        empty={
          <EmptyState
            icon={<Handshake aria-hidden="true" />}
            title={t(filtered ? "emptyFiltered" : `empty.${side}`)}
            description={t(filtered ? "emptyFilteredText" : `emptyText.${side}`)}
            actions={
              <Button asChild variant="secondary">
                <UiLink href={side === "incoming" ? "/stok" : "/pazar"}>
                  {t(side === "incoming" ? "toStock" : "toMarket")}
                </UiLink>
              </Button>
            }
          />
        }
      />
    </>
  );
}
