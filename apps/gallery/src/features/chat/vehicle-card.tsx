"use client";

import { PriceText, ResponsiveImage, UiLink } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { pictureOf } from "../market/picture-of";
import { useMe } from "../session/session-provider";
import type { VehicleCardView } from "./chat-views";

/** Where the reader finds a vehicle: in the own stock, on the market, or nowhere any more. */
export function vehicleHref(
  vehicle: Pick<VehicleCardView, "available" | "galleryId" | "vehicleId">,
  galleryId: string | undefined,
): string | null {
  if (vehicle.galleryId === galleryId) return `/stok/${vehicle.vehicleId}`;
  return vehicle.available ? `/pazar/${vehicle.vehicleId}` : null;
}

/** A vehicle in a conversation, as it is now. */
export function VehicleCard({ vehicle }: { vehicle: VehicleCardView }) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const locale = intlLocale(useLocale());
  const { km } = useFormats();
  const { gallery } = useMe();
  const { cover, mileageKm, modelYear, price, title } = vehicle;
  const href = vehicleHref(vehicle, gallery?.id);
  return (
    <article className="relative w-72 max-w-full overflow-hidden rounded-card border bg-surface shadow-card">
      <ResponsiveImage
        {...pictureOf(cover, common(cover ? "photoOf" : "noPhoto", { title }))}
        ratio={16 / 9}
        sizes="18rem"
      />
      <div className="flex flex-col gap-0.5 p-3">
        <h3 className="line-clamp-2 font-medium leading-snug">
          {href === null ? (
            title
          ) : (
            <UiLink
              href={href}
              className="outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-ring"
            >
              {title}
            </UiLink>
          )}
        </h3>
        <p className="text-ink-muted text-sm">
          {modelYear} · {km(mileageKm)}
        </p>
        {price === null ? null : <PriceText money={price} locale={locale} />}
        {href === null ? <p className="text-ink-muted text-sm">{t("vehicleCard.gone")}</p> : null}
      </div>
    </article>
  );
}
