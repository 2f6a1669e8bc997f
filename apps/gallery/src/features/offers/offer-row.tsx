"use client";

import { Badge, PriceText, StatusBadge } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { DealRow } from "./deal-row";
import type { OfferCardView } from "./offer-views";
import { TimeLeft } from "./time-left";
import { useDistance } from "./use-distance";
import { useOfferLooks } from "./use-offer-looks";
import type { OfferSelection } from "./use-selection";
import { isSelectable } from "./use-selection";

interface OfferRowProps {
  offer: OfferCardView;
  /** Absent where nothing can be chosen. */
  selection?: OfferSelection | undefined;
}

/** A negotiation on the board: over what, with whom, at which amount, and who is on turn. */
export function OfferRow({ offer, selection }: OfferRowProps) {
  const t = useTranslations("offers");
  const locale = intlLocale(useLocale());
  const looks = useOfferLooks();
  const distance = useDistance();
  const formats = useFormats();
  return (
    <DealRow
      href={`/teklifler/${offer.offerId}`}
      vehicle={offer.vehicle}
      counterpart={offer.counterpart}
      choice={
        selection && isSelectable(offer)
          ? {
              label: t("bulk.choose", {
                counterpart: offer.counterpart.name,
                vehicle: offer.vehicle.title,
              }),
              chosen: selection.has(offer),
              onToggle: () => selection.toggle(offer),
            }
          : undefined
      }
      unreadLabel={offer.unread ? t("unread") : undefined}
      amount={
        <>
          <PriceText money={offer.amount} locale={locale} size="lg" />
          <p className="text-ink-subtle text-sm">
            {distance(offer.vehicle.askingPrice, offer.amount)}
          </p>
        </>
      }
      state={
        offer.status === "OPEN" ? (
          <>
            <Badge tone={offer.myTurn ? "accent" : "neutral"} dot>
              {t(offer.myTurn ? "turnMine" : "turnTheirs")}
            </Badge>
            {offer.final ? <Badge tone="warn">{t("final")}</Badge> : null}
            <span className="text-ink-subtle text-sm">{t("round", { number: offer.round })}</span>
            <TimeLeft until={offer.expiresAt} label={t("timeToAnswer")} className="ml-auto" />
          </>
        ) : (
          <>
            <StatusBadge status={offer.status} looks={looks} />
            <span className="ml-auto text-ink-subtle text-sm">
              {formats.instant(offer.closedAt ?? offer.updatedAt)}
            </span>
          </>
        )
      }
    />
  );
}
