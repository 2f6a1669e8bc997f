"use client";

import { Badge, PriceText, StatusBadge } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { DealRow } from "../offers/deal-row";
import { TimeLeft } from "../offers/time-left";
import type { ReservationCardView } from "./reservation-views";
import { useReservationLooks } from "./use-reservation-looks";

/** A reservation of the list. */
export function ReservationRow({ reservation }: { reservation: ReservationCardView }) {
  const t = useTranslations("reservations");
  const locale = intlLocale(useLocale());
  const looks = useReservationLooks();
  const formats = useFormats();
  const { extension, side, status } = reservation;
  return (
    <DealRow
      href={`/rezervasyonlar/${reservation.reservationId}`}
      vehicle={reservation.vehicle}
      counterpart={reservation.counterpart}
      amount={<PriceText money={reservation.amount} locale={locale} size="lg" />}
      state={
        <>
          <StatusBadge status={status} looks={looks} />
          <Badge variant="outline">{t(side === "BUYER" ? "buying" : "selling")}</Badge>
          {status === "ACTIVE" && extension && !extension.mine ? (
            <Badge tone="accent">{t("extensionAsked")}</Badge>
          ) : null}
          {status === "ACTIVE" ? (
            <TimeLeft until={reservation.expiresAt} label={t("timeLeft")} className="ml-auto" />
          ) : (
            <span className="ml-auto text-ink-subtle text-sm">
              {formats.instant(reservation.closedAt ?? reservation.updatedAt)}
            </span>
          )}
        </>
      }
    />
  );
}
