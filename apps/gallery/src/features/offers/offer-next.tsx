"use client";

import { RESERVATION_DEFAULT_HOURS } from "@oto/domain";
import { Button, UiLink } from "@oto/ui";
import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import { nextStepOf } from "./next-step";
import type { OfferView } from "./offer-views";

/** What happens next, in words; for a seller also who else is asking. */
export function OfferNext({ offer }: { offer: OfferView }) {
  const t = useTranslations("offers");
  const formats = useFormats();
  const step = nextStepOf(offer);
  return (
    <div className="flex flex-col gap-3 border-t pt-4 empty:hidden">
      {step === null ? null : (
        <p className="text-ink-muted text-sm">
          <strong className="font-medium text-ink">{t("nextTitle")}</strong>{" "}
          {t(`next.${step}`, {
            counterpart: offer.counterpart.name,
            time: formats.instant(offer.expiresAt),
            hours: RESERVATION_DEFAULT_HOURS,
          })}
        </p>
      )}
      {offer.rivals > 0 && offer.status === "OPEN" ? (
        <Button asChild variant="secondary" size="sm" className="w-fit">
          <UiLink href={`/teklifler/karsilastir/${offer.vehicle.vehicleId}`}>
            <Scale aria-hidden="true" />
            {t("compare.rivals", { count: offer.rivals })}
          </UiLink>
        </Button>
      ) : null}
    </div>
  );
}
