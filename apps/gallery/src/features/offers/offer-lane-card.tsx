"use client";

import { Badge, Checkbox, cn, PriceText, ResponsiveImage, StatusBadge, UiLink } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { pictureOf } from "../market/picture-of";
import type { OfferCardView } from "./offer-views";
import { TimeLeft } from "./time-left";
import { useDistance } from "./use-distance";
import { useOfferLooks } from "./use-offer-looks";
import type { OfferSelection } from "./use-selection";
import { isSelectable } from "./use-selection";

interface OfferLaneCardProps {
  offer: OfferCardView;
  /** Absent where nothing can be chosen. */
  selection?: OfferSelection | undefined;
}

/** A negotiation in a column of the board; all of it leads to its page. */
export function OfferLaneCard({ offer, selection }: OfferLaneCardProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const locale = intlLocale(useLocale());
  const distance = useDistance();
  const { counterpart, unread, vehicle } = offer;
  const { cover, title } = vehicle;
  const chosen = selection?.has(offer) === true;
  return (
    <article
      data-offer={offer.offerId}
      className={cn(
        "group relative flex flex-col gap-2.5 rounded-card border bg-surface p-3 shadow-card transition-shadow hover:shadow-raised",
        unread && "border-accent",
        chosen && "border-brand bg-brand-soft/50",
      )}
    >
      <div className="flex gap-3">
        <ResponsiveImage
          {...pictureOf(cover, common(cover ? "photoOf" : "noPhoto", { title }))}
          sizes="5rem"
          className="w-16 shrink-0 self-start rounded-control"
        />
        <div className="min-w-0 flex-1">
          <h3 className="flex items-start gap-2 font-medium text-sm leading-snug">
            {unread ? (
              <span className="mt-1 size-2.5 shrink-0 rounded-full bg-accent">
                <span className="sr-only">{t("unread")}</span>
              </span>
            ) : null}
            <UiLink
              href={`/teklifler/${offer.offerId}`}
              className="line-clamp-2 after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring"
            >
              {title}
            </UiLink>
          </h3>
          <p className="truncate text-ink-muted text-sm">
            {counterpart.name} · {counterpart.province.name}
          </p>
        </div>
      </div>
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <PriceText money={offer.amount} locale={locale} size="lg" />
          <p className="text-ink-subtle text-sm">{distance(vehicle.askingPrice, offer.amount)}</p>
          <LastWords offer={offer} />
        </div>
        {selection && isSelectable(offer) ? (
          <Checkbox
            label={t("bulk.choose", { counterpart: counterpart.name, vehicle: title })}
            hideLabel
            checked={chosen}
            onCheckedChange={() => selection.toggle(offer)}
            className="relative z-10 -mt-1.5 w-fit gap-0"
          />
        ) : null}
      </div>
      {offer.message === null || offer.status !== "OPEN" ? null : (
        <p className="line-clamp-2 text-ink-muted text-sm">“{offer.message}”</p>
      )}
      <LaneCardFoot offer={offer} />
    </article>
  );
}

/** Where the two sides stand, once both have named an amount. */
function LastWords({ offer }: { offer: OfferCardView }) {
  const t = useTranslations("offers");
  const { money } = useFormats();
  const { mine, theirs } = offer.lastAmounts;
  if (mine === null || theirs === null) return null;
  return (
    <p className="text-ink-muted text-sm">
      {t("lastWords", { mine: money(mine), theirs: money(theirs) })}
    </p>
  );
}

/** Whose turn it is and how long, or how it ended. */
function LaneCardFoot({ offer }: { offer: OfferCardView }) {
  const t = useTranslations("offers");
  const looks = useOfferLooks();
  const formats = useFormats();
  if (offer.status !== "OPEN") {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge status={offer.status} looks={looks} />
        <span className="ml-auto text-ink-subtle text-sm">
          {formats.day(offer.closedAt ?? offer.updatedAt)}
        </span>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Badge tone={offer.myTurn ? "accent" : "neutral"} dot>
        {t(offer.myTurn ? "turnMine" : "turnTheirs")}
      </Badge>
      {offer.final ? <Badge tone="warn">{t("final")}</Badge> : null}
      <TimeLeft until={offer.expiresAt} label={t("timeToAnswer")} className="ml-auto" />
    </div>
  );
}
