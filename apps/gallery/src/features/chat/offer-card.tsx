"use client";

import { Badge, Button, PriceText, StatusBadge, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { Handshake } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useTRPC } from "../../trpc";
import { OfferActions } from "../offers/offer-actions";
import type { OfferView } from "../offers/offer-views";
import { TimeLeft } from "../offers/time-left";
import { useAt } from "../offers/use-at";
import { useDistance } from "../offers/use-distance";
import { useOfferLooks } from "../offers/use-offer-looks";
import { useOfferMoves } from "../offers/use-offer-moves";
import { usePermission } from "../session/session-provider";
import type { OfferCardSnapshot } from "./chat-views";

/** A negotiation in a conversation, as it is now, with what the reader may do about it. */
export function OfferCard({ offer }: { offer: OfferCardSnapshot }) {
  const trpc = useTRPC();
  const mayRead = usePermission("offer:read");
  const { data, refetch } = useQuery(
    trpc.offer.get.queryOptions({ offerId: offer.offerId }, { enabled: mayRead }),
  );
  useAt(data?.status === "OPEN" ? data.expiresAt : null, () => void refetch());
  return <Card offer={offer} live={data} />;
}

interface CardProps {
  /** As the message has it. */
  offer: OfferCardSnapshot;
  /** As it is now, from the reader's side; the message has to do without it. */
  live: OfferView | undefined;
}

function Card({ offer, live }: CardProps) {
  const t = useTranslations("offers");
  const chat = useTranslations("chat");
  const locale = intlLocale(useLocale());
  const looks = useOfferLooks();
  const distance = useDistance();
  const mayRespond = usePermission("offer:respond");
  const moves = useOfferMoves();
  const { amount, final, round, status } = live ?? offer;
  const open = status === "OPEN";
  const reservationId = offer.reservationId;
  return (
    <article
      aria-label={`${chat("offerCard.title")}: ${offer.vehicleTitle}`}
      className="flex w-96 max-w-full flex-col gap-3 rounded-card border bg-surface p-4 shadow-card"
    >
      <div className="flex flex-wrap items-center gap-2">
        <Handshake aria-hidden="true" className="size-4.5 text-brand-strong" />
        {open && live ? (
          <Badge tone={live.myTurn ? "accent" : "neutral"} dot>
            {t(live.myTurn ? "turnMine" : "turnTheirs")}
          </Badge>
        ) : (
          <StatusBadge status={status} looks={looks} />
        )}
        {final && open ? <Badge tone="warn">{t("final")}</Badge> : null}
        {open ? (
          <TimeLeft
            until={(live ?? offer).expiresAt}
            label={t("timeToAnswer")}
            className="ml-auto"
          />
        ) : null}
      </div>
      <div>
        <p className="text-ink-muted text-sm">
          {offer.vehicleTitle} · {t("round", { number: round })}
        </p>
        <PriceText money={amount} locale={locale} size="lg" />
        <p className="text-ink-muted text-sm">{distance(offer.askingPrice, amount)}</p>
      </div>
      {open && live && mayRespond ? (
        <OfferActions key={round} offer={live} moves={moves} compact />
      ) : null}
      <Button asChild variant="ghost" size="sm" className="self-start">
        <UiLink
          href={
            status === "ACCEPTED" && reservationId !== null
              ? `/rezervasyonlar/${reservationId}`
              : `/teklifler/${offer.offerId}`
          }
        >
          {chat(
            status === "ACCEPTED" && reservationId !== null
              ? "offerCard.toReservation"
              : "offerCard.open",
          )}
        </UiLink>
      </Button>
    </article>
  );
}
