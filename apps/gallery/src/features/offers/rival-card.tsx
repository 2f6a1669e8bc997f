"use client";

import type { Money } from "@oto/domain";
import { Avatar, Badge, cn, PriceText, UiLink } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { BuyerTrust } from "./buyer-trust";
import { OfferActions } from "./offer-actions";
import type { RivalOfferView } from "./offer-views";
import { TimeLeft } from "./time-left";
import { useDifference } from "./use-distance";
import { useMinutes } from "./use-minutes";
import type { OfferMoves } from "./use-offer-moves";

interface RivalCardProps {
  offer: RivalOfferView;
  /** The lowest price one would take. */
  floor: Money | null;
  /** Nobody offers more. */
  highest: boolean;
  /** Null for those who may look only. */
  moves: OfferMoves | null;
}

/** One of several offers; its lines stand level with those of its neighbours. */
export function RivalCard({ offer, floor, highest, moves }: RivalCardProps) {
  const t = useTranslations("offers");
  const minutes = useMinutes();
  return (
    <li
      className={cn(
        "row-span-9 grid snap-start grid-rows-subgrid rounded-card border bg-surface p-4 shadow-card",
        highest && "border-brand",
      )}
    >
      <RivalHead offer={offer} highest={highest} />
      <RivalAmount offer={offer} floor={floor} />
      <Line label={t("compare.trust")}>
        <BuyerTrust trust={offer.trust} />
      </Line>
      <Line label={t("compare.course")}>
        <RivalCourse offer={offer} />
      </Line>
      <Line label={t("compare.speed")}>
        {offer.answerMinutes === null
          ? t("compare.noAnswerYet")
          : t("compare.answers", { time: minutes(offer.answerMinutes) })}
      </Line>
      <Line label={t("timeToAnswer")}>
        <span className="flex flex-wrap items-center gap-2">
          <TimeLeft until={offer.expiresAt} label={t("timeToAnswer")} />
          <Badge tone={offer.myTurn ? "accent" : "neutral"} dot>
            {t(offer.myTurn ? "turnMine" : "turnTheirs")}
          </Badge>
        </span>
      </Line>
      <Line label={t("compare.message")}>
        {offer.buyerMessage === null ? (
          <span className="text-ink-subtle">{t("compare.noMessage")}</span>
        ) : (
          <q className="line-clamp-4">{offer.buyerMessage}</q>
        )}
      </Line>
      <div className="flex flex-col justify-end gap-3 pt-3">
        {moves === null ? null : (
          <OfferActions key={offer.round} offer={{ ...offer, floor }} moves={moves} compact />
        )}
      </div>
      <UiLink
        href={`/teklifler/${offer.offerId}`}
        className="mt-1 inline-flex min-h-11 w-fit items-center font-medium text-brand-strong text-sm underline"
      >
        {t("openNegotiation")}
      </UiLink>
    </li>
  );
}

function RivalHead({ offer, highest }: Pick<RivalCardProps, "offer" | "highest">) {
  const t = useTranslations("offers");
  const { counterpart } = offer;
  return (
    <div className="flex items-start gap-3 pb-3">
      <Avatar name={counterpart.name} shape="square" />
      <div className="min-w-0">
        <h2 className="text-heading leading-snug">{counterpart.name}</h2>
        <p className="text-ink-muted text-sm">{counterpart.province.name}</p>
        <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
          {highest ? <Badge tone="brand">{t("highest")}</Badge> : null}
          {offer.unread ? <Badge tone="accent">{t("unread")}</Badge> : null}
          {offer.final ? <Badge tone="warn">{t("final")}</Badge> : null}
        </p>
      </div>
    </div>
  );
}

function RivalAmount({ offer, floor }: Pick<RivalCardProps, "offer" | "floor">) {
  const t = useTranslations("offers");
  const locale = intlLocale(useLocale());
  const { money } = useFormats();
  const difference = useDifference();
  // What is on the table is the buyer's own last word, whoever spoke last.
  const amount = offer.lastAmounts.theirs ?? offer.amount;
  const toFloor = floor === null ? null : amount.amount - floor.amount;
  return (
    <div className="border-t py-3">
      <p className="text-ink-subtle text-sm">{t("compare.amount")}</p>
      <PriceText money={amount} locale={locale} size="lg" />
      <p className="text-ink-muted text-sm">{difference(offer.vehicle.askingPrice, amount)}</p>
      {toFloor === null || floor === null ? null : (
        <p className={cn("text-sm", toFloor < 0 ? "text-warn-strong" : "text-success-strong")}>
          {t(toFloor < 0 ? "compare.belowFloor" : "compare.aboveFloor", {
            difference: money({ ...floor, amount: Math.abs(toFloor) }),
          })}
        </p>
      )}
    </div>
  );
}

/** From where the buyer came, and what one has asked for last. */
function RivalCourse({ offer }: { offer: RivalOfferView }) {
  const t = useTranslations("offers");
  const { money } = useFormats();
  const { mine } = offer.lastAmounts;
  return (
    <>
      <span className="block">
        {t("compare.began", { amount: money(offer.firstAmount), count: offer.proposals })}
      </span>
      {mine === null ? null : (
        <span className="block">{t("compare.asked", { amount: money(mine) })}</span>
      )}
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-t py-3 text-sm">
      <p className="text-ink-subtle">{label}</p>
      <div className="mt-0.5 text-ink">{children}</div>
    </div>
  );
}
