"use client";

import { formatPlate } from "@oto/domain";
import { PriceText, UiLink } from "@oto/ui";
import { ImageIcon, LoaderCircle } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { AgeBadge } from "../vehicle/age-badge";
import { VehicleStatusBadge } from "../vehicle/vehicle-status-badge";
import type { StockItem } from "../vehicle/vehicle-view";
import { VehiclePicture } from "./vehicle-picture";

interface StockCardProps {
  item: StockItem;
  /** One of the first on the screen. */
  priority?: boolean;
}

/** A vehicle of the stock: its picture, what it is, what it costs, how long it has stood. */
export function StockCard({ item, priority = false }: StockCardProps) {
  const t = useTranslations("stock");
  const domain = useTranslations("domain");
  const locale = useLocale();
  const formats = useFormats();
  const { plate, photosInProgress } = item;
  return (
    <article className="group relative flex min-w-0 flex-col overflow-hidden rounded-card border bg-surface shadow-card transition-[border-color,box-shadow] focus-within:border-ring hover:border-control hover:shadow-raised">
      <div className="relative">
        <VehiclePicture
          item={item}
          priority={priority}
          sizes="(min-width: 80rem) 22rem, (min-width: 40rem) 45vw, 100vw"
        />
        <div className="absolute top-2.5 left-2.5">
          <VehicleStatusBadge status={item.status} />
        </div>
        <p className="absolute right-2.5 bottom-2.5 flex h-6 items-center gap-1 rounded-full bg-black/60 px-2 text-white text-xs">
          <ImageIcon aria-hidden="true" className="size-3.5" />
          <span aria-hidden="true">{item.photoCount}</span>
          <span className="sr-only">{t("photos", { count: item.photoCount })}</span>
        </p>
      </div>
      <div className="flex flex-1 flex-col gap-2 p-4">
        <h2 className="text-heading">
          <UiLink
            href={`/stok/${item.vehicleId}`}
            className="line-clamp-2 outline-none after:absolute after:inset-0"
          >
            {item.title}
          </UiLink>
        </h2>
        <p className="text-ink-muted text-sm">
          {[
            formats.km(item.mileageKm),
            domain(`fuel.${item.fuel}`),
            domain(`transmission.${item.transmission}`),
          ].join(" · ")}
        </p>
        <p className="text-ink-subtle text-sm">
          <span className="font-medium text-ink-muted">
            {plate === null ? t("noPlate") : formatPlate(plate)}
          </span>
          {` · ${item.stockNo}`}
        </p>
        {photosInProgress > 0 ? (
          <p className="flex items-center gap-1.5 text-info-strong text-sm">
            <LoaderCircle aria-hidden="true" className="size-4 animate-spin" />
            {t("photosInProgress", { count: photosInProgress })}
          </p>
        ) : null}
        <div className="mt-auto flex flex-wrap items-center justify-between gap-2 pt-1">
          <PriceText money={item.price} size="lg" locale={intlLocale(locale)} />
          <AgeBadge days={item.daysInStock} />
        </div>
      </div>
    </article>
  );
}
