"use client";

import type { Money } from "@oto/domain";
import { Card, ResponsiveImage, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import { pictureOf } from "../market/picture-of";
import type { OfferCardView } from "./offer-views";

interface DealVehicleProps {
  vehicle: Pick<OfferCardView["vehicle"], "vehicleId" | "title" | "cover">;
  side: OfferCardView["side"];
  /** What was asked for it when the negotiation began. */
  asking?: Money;
}

/** What a negotiation or reservation is about; leads to the vehicle's page. */
export function DealVehicle({ vehicle, side, asking }: DealVehicleProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const { money } = useFormats();
  const { cover, title, vehicleId } = vehicle;
  return (
    <Card padding="flush" className="overflow-hidden">
      <ResponsiveImage
        {...pictureOf(cover, common(cover ? "photoOf" : "noPhoto", { title }))}
        ratio={3 / 2}
        sizes="(min-width: 64rem) 22rem, 100vw"
      />
      <div className="p-4">
        <h2 className="font-medium leading-snug">{title}</h2>
        {asking ? (
          <p className="mt-1 text-ink-muted text-sm">{t("askingAt", { amount: money(asking) })}</p>
        ) : null}
        <UiLink
          href={side === "SELLER" ? `/stok/${vehicleId}` : `/pazar/${vehicleId}`}
          className="mt-2 inline-flex min-h-6 items-center font-medium text-brand-strong text-sm underline"
        >
          {t("toVehicle")}
        </UiLink>
      </div>
    </Card>
  );
}
