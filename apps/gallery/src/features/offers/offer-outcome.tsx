"use client";

import { Button, Callout, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { OfferView } from "./offer-views";

const TONE = {
  ACCEPTED: "success",
  REJECTED: "danger",
  WITHDRAWN: "info",
  EXPIRED: "warn",
  CLOSED: "info",
} as const;

/** How a negotiation ended, why, and where it goes on. */
export function OfferOutcome({ offer }: { offer: OfferView }) {
  const t = useTranslations("offers");
  const domain = useTranslations("domain");
  const { money } = useFormats();
  const { closedBy, closeReason, closeMessage, counterpart, side, status } = offer;
  if (status === "OPEN") return null;
  const next = nextStepOf(offer);
  const who = closedBy === side ? "mine" : "theirs";
  return (
    <Callout
      tone={TONE[status]}
      title={domain(`offerStatus.${status}`)}
      actions={
        next === null ? undefined : (
          <Button asChild variant={status === "ACCEPTED" ? "primary" : "secondary"}>
            <UiLink href={next.href}>{t(next.label)}</UiLink>
          </Button>
        )
      }
    >
      <p>
        {closeReason === null
          ? t(`outcome.${status}`, {
              who: closedBy === null ? "none" : who,
              counterpart: counterpart.name,
              amount: money(offer.amount),
            })
          : `${domain(`offerCloseReason.${closeReason}`)}.`}
      </p>
      {closeMessage === null ? null : <p className="mt-1 italic">“{closeMessage}”</p>}
    </Callout>
  );
}

/** Where it goes on: the reservation, or the vehicle for another try. */
function nextStepOf({ closeReason, reservationId, side, vehicle }: OfferView) {
  if (reservationId !== null) {
    return { href: `/rezervasyonlar/${reservationId}`, label: "toReservation" };
  }
  if (side === "SELLER" || closeReason === "RIVAL_ACCEPTED") return null;
  return { href: `/pazar/${vehicle.vehicleId}`, label: "toVehicle" };
}
