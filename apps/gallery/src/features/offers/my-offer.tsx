"use client";

import { Button, Callout, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { ListingView } from "../market/market-views";
import { TimeLeft } from "./time-left";

/** The caller's open negotiation, where a new one would have begun. */
export function MyOffer({ offer }: { offer: NonNullable<ListingView["myOffer"]> }) {
  const t = useTranslations("offers");
  const { money } = useFormats();
  const mine = offer.turn === "BUYER";
  return (
    <Callout
      tone={mine ? "warn" : "brand"}
      title={t(mine ? "turnMine" : "turnTheirs")}
      actions={
        <Button asChild size="sm">
          <UiLink href={`/teklifler/${offer.offerId}`}>{t("openNegotiation")}</UiLink>
        </Button>
      }
    >
      <p>{t(mine ? "theirAmount" : "myAmount", { amount: money(offer.amount) })}</p>
      <TimeLeft until={offer.expiresAt} label={t("timeToAnswer")} className="mt-1" />
    </Callout>
  );
}
