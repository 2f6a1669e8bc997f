"use client";

import { Badge, PriceText, StatusBadge } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import type { DealCardView } from "../deals/deal-views";
import { StepDots } from "../deals/step-dots";
import { useFormats } from "../labels/use-formats";
import { DealRow } from "../offers/deal-row";
import { TimeLeft } from "../offers/time-left";
import { useReservationLooks } from "./use-reservation-looks";

/** A deal of the list: how far it is, whose word is missing, how long it holds. */
export function ReservationRow({ deal }: { deal: DealCardView }) {
  const locale = intlLocale(useLocale());
  return (
    <DealRow
      href={`/rezervasyonlar/${deal.reservationId}`}
      vehicle={deal.vehicle}
      counterpart={deal.counterpart}
      amount={<PriceText money={deal.amount} locale={locale} size="lg" />}
      state={<DealState deal={deal} />}
    />
  );
}

function DealState({ deal }: { deal: DealCardView }) {
  const t = useTranslations("reservations");
  const deals = useTranslations("deals");
  const domain = useTranslations("domain");
  const looks = useReservationLooks();
  const formats = useFormats();
  const { dealStatus, extension, nextAppointment, side, status } = deal;
  const running = dealStatus === "OPEN";
  return (
    <>
      <StatusBadge status={status} looks={looks} />
      <Badge variant="outline">{t(side === "BUYER" ? "buying" : "selling")}</Badge>
      {running ? <StepDots steps={deal.steps} /> : null}
      {deal.disputed ? <Badge tone="danger">{deals("disputed")}</Badge> : null}
      {running && deal.confirmedByThem && !deal.confirmedByMe ? (
        <Badge tone="accent">{deals("yourTurn")}</Badge>
      ) : null}
      {running && deal.confirmedByMe && !deal.confirmedByThem ? (
        <Badge tone="info">{deals("theirTurn")}</Badge>
      ) : null}
      {deal.canRate ? <Badge tone="accent">{deals("rateNow")}</Badge> : null}
      {status === "ACTIVE" && extension && !extension.mine ? (
        <Badge tone="accent">{t("extensionAsked")}</Badge>
      ) : null}
      {running && nextAppointment ? (
        <span className="text-ink-muted text-sm">
          {domain(`dealStep.${nextAppointment.step}`)}: {formats.instant(nextAppointment.at)}
        </span>
      ) : null}
      <DealClock deal={deal} />
    </>
  );
}

function DealClock({ deal }: { deal: DealCardView }) {
  const t = useTranslations("reservations");
  const deals = useTranslations("deals");
  const formats = useFormats();
  if (deal.status !== "ACTIVE") {
    return (
      <span className="ml-auto text-ink-subtle text-sm">
        {formats.instant(deal.closedAt ?? deal.updatedAt)}
      </span>
    );
  }
  if (deal.held) return <span className="ml-auto text-ink-muted text-sm">{deals("held")}</span>;
  return <TimeLeft until={deal.expiresAt} label={t("timeLeft")} className="ml-auto" />;
}
