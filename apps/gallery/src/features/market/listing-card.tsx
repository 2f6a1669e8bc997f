"use client";

import { Badge, PriceText, ResponsiveImage, UiLink } from "@oto/ui";
import { Camera, MapPin, Store } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { intlLocale } from "../../i18n/locale";
import { CompareButton } from "../compare/compare-button";
import { FavoriteButton } from "../favorites/favorite-button";
import { useFormats } from "../labels/use-formats";
import type { ListingCardView } from "./market-views";
import { PanelBadge } from "./panel-badge";
import { pictureOf } from "./picture-of";

interface ListingCardProps {
  listing: ListingCardView;
  /** One of the first on the screen: its picture is asked for at once. */
  priority?: boolean;
  /** Heading level under what the list is called. */
  level?: 2 | 3;
  /** What else there is to say of it here, above its place. */
  note?: ReactNode;
}

/** A vehicle of the market: all of it leads to its page. */
export function ListingCard({ listing, priority = false, level = 2, note }: ListingCardProps) {
  const t = useTranslations("market");
  const common = useTranslations("common");
  const domain = useTranslations("domain");
  const locale = intlLocale(useLocale());
  const formats = useFormats();
  const Heading = `h${level}` as const;
  const facts = [
    String(listing.modelYear),
    formats.km(listing.mileageKm),
    domain(`fuel.${listing.fuel}`),
    domain(`transmission.${listing.transmission}`),
  ];
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-card border bg-surface shadow-card transition-shadow hover:shadow-raised">
      <div className="relative">
        <ResponsiveImage
          {...pictureOf(
            listing.cover,
            common(listing.cover ? "photoOf" : "noPhoto", { title: listing.title }),
          )}
          ratio={3 / 2}
          sizes="(min-width: 80rem) 22rem, (min-width: 40rem) 45vw, 100vw"
          priority={priority}
        />
        <div className="absolute inset-x-1.5 top-1.5 flex items-start gap-0">
          {listing.own ? (
            <Badge tone="brand" variant="solid" className="m-1.5">
              {t("own")}
            </Badge>
          ) : null}
          <span className="ml-auto flex">
            <CompareButton vehicleId={listing.vehicleId} title={listing.title} />
            {listing.own ? null : (
              <FavoriteButton vehicleId={listing.vehicleId} title={listing.title} />
            )}
          </span>
        </div>
        <div className="absolute right-3 bottom-3">
          {listing.photoCount > 0 ? (
            <span className="inline-flex h-6 items-center gap-1 rounded-full bg-black/65 px-2 font-medium text-white text-xs">
              <Camera aria-hidden="true" className="size-3.5" />
              <span className="sr-only">{t("photoCount", { count: listing.photoCount })}</span>
              <span aria-hidden="true">{listing.photoCount}</span>
            </span>
          ) : null}
        </div>
      </div>
      <div className="flex flex-1 flex-col gap-2 p-4">
        <PriceText money={listing.price} locale={locale} size="lg" />
        <Heading className="font-medium text-[0.9375rem] text-ink leading-snug">
          <UiLink
            href={`/pazar/${listing.vehicleId}`}
            className="after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring"
          >
            {listing.title}
          </UiLink>
        </Heading>
        <p className="text-ink-muted text-sm">{facts.join(" · ")}</p>
        <div className="flex flex-wrap gap-1.5">
          <PanelBadge
            flawless={listing.flawless}
            painted={listing.paintedPanels}
            replaced={listing.replacedPanels}
          />
          {listing.damageStatus === "RECORDED" ? <Badge tone="warn">{t("recorded")}</Badge> : null}
          {listing.warranty ? <Badge tone="info">{t("warranty")}</Badge> : null}
          {listing.tradeIn ? <Badge>{t("tradeIn")}</Badge> : null}
        </div>
        {note === undefined ? null : (
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">{note}</div>
        )}
        <div className="mt-auto grid gap-1 border-t pt-3 text-ink-muted text-sm [&_svg]:size-4 [&_svg]:shrink-0">
          <span className="flex min-w-0 items-center gap-1.5">
            <MapPin aria-hidden="true" />
            <span className="truncate">
              {listing.province.name}, {listing.district}
            </span>
          </span>
          <span className="flex min-w-0 items-center gap-1.5">
            <Store aria-hidden="true" />
            <span className="truncate">{listing.gallery.name}</span>
          </span>
        </div>
      </div>
    </article>
  );
}
