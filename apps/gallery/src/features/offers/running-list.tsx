"use client";

import { Badge, Button, PriceText, UiLink } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useTRPC } from "../../trpc";
import { useFormats } from "../labels/use-formats";
import { BoardEmpty } from "./board-empty";
import { DealRow } from "./deal-row";
import type { RunningOfferView } from "./offer-views";
import { PagedList } from "./paged-list";
import { TimeLeft } from "./time-left";

/** All that the gallery is buying or bidding on, what ends first on top. */
export function RunningList() {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.offer.running.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  return (
    <div className="mt-4">
      <p className="mb-4 flex flex-wrap items-center justify-between gap-3 text-ink-muted">
        {t("runningText")}
        <Button asChild variant="ghost" size="sm">
          <UiLink href="/rezervasyonlar">{t("toReservations")}</UiLink>
        </Button>
      </p>
      <PagedList
        query={query}
        items={query.data?.pages.flatMap((page) => page.items) ?? []}
        itemId={(offer) => offer.offerId}
        renderItem={(offer) => <RunningRow offer={offer} />}
        label={t("running")}
        empty={<BoardEmpty side="running" filtered={false} />}
      />
    </div>
  );
}

function RunningRow({ offer }: { offer: RunningOfferView }) {
  const t = useTranslations("offers");
  const reserved = offer.status === "ACCEPTED";
  return (
    <DealRow
      href={
        reserved && offer.reservationId !== null
          ? `/rezervasyonlar/${offer.reservationId}`
          : `/teklifler/${offer.offerId}`
      }
      vehicle={offer.vehicle}
      counterpart={offer.counterpart}
      unreadLabel={offer.unread ? t("unread") : undefined}
      amount={<RunningAmounts offer={offer} />}
      state={
        <>
          {reserved ? (
            <Badge tone="success" dot>
              {t("reserved")}
            </Badge>
          ) : (
            <Badge tone={offer.myTurn ? "accent" : "neutral"} dot>
              {t(offer.myTurn ? "turnMine" : "turnTheirs")}
            </Badge>
          )}
          {offer.final && !reserved ? <Badge tone="warn">{t("final")}</Badge> : null}
          <TimeLeft
            until={offer.runsUntil}
            label={t(reserved ? "reservedUntil" : "timeToAnswer")}
            className="ml-auto"
          />
        </>
      }
    />
  );
}

/** The agreed amount, or the last word of either side. */
function RunningAmounts({ offer }: { offer: RunningOfferView }) {
  const t = useTranslations("offers");
  const locale = intlLocale(useLocale());
  const { money } = useFormats();
  const { mine, theirs } = offer.lastAmounts;
  if (offer.status === "ACCEPTED") {
    return <PriceText money={offer.amount} locale={locale} size="lg" />;
  }
  return (
    <dl className="grid grid-cols-[auto_auto] gap-x-3 text-sm sm:justify-end">
      <dt className="text-ink-subtle">{t("mineShort")}</dt>
      <dd className="text-right font-semibold">{mine === null ? "–" : money(mine)}</dd>
      <dt className="text-ink-subtle">{t("theirsShort")}</dt>
      <dd className="text-right font-semibold">{theirs === null ? "–" : money(theirs)}</dd>
      <dt className="text-ink-subtle">{t("asking")}</dt>
      <dd className="text-right text-ink-muted">{money(offer.vehicle.askingPrice)}</dd>
    </dl>
  );
}
