import { Badge, PriceText } from "@oto/ui/display";
import { ResponsiveImage } from "@oto/ui/media";
import { MapPin } from "lucide-react";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { intlLocale, localePath } from "../../i18n/locale";
import type { ListingItem } from "./listing.types";
import { pictureSources } from "./picture-sources";
import { vehiclePath } from "./vehicle-path";

interface VehicleCardProps {
  vehicle: ListingItem;
  /** Heading level of the title on its page. */
  level?: 2 | 3;
  /** For cards that are on the first screen. */
  priority?: boolean;
  sizes?: string;
}

const CARD_SIZES = "(min-width: 80rem) 20rem, (min-width: 40rem) 45vw, 92vw";

/** A vehicle in a list: the whole card leads to it. */
export function VehicleCard({
  vehicle,
  level = 3,
  priority = false,
  sizes = CARD_SIZES,
}: VehicleCardProps) {
  const t = useTranslations("vehicle");
  const labels = useTranslations("domain");
  const format = useFormatter();
  const locale = useLocale();
  const Heading = `h${level}` as const;
  const facts = [
    String(vehicle.modelYear),
    `${format.number(vehicle.mileageKm)} km`,
    labels(`fuel.${vehicle.fuel}`),
    labels(`transmission.${vehicle.transmission}`),
  ];
  return (
    <article className="group relative flex min-w-0 flex-col overflow-hidden rounded-card border bg-surface shadow-card transition-[border-color,box-shadow] hover:border-control hover:shadow-raised">
      <div className="relative">
        <ResponsiveImage
          sources={pictureSources(vehicle.cover?.variants ?? [])}
          alt={vehicle.cover === null ? t("noPhoto") : t("photoOf", { title: vehicle.title })}
          blurDataUrl={vehicle.cover?.placeholder ?? undefined}
          ratio={4 / 3}
          sizes={sizes}
          priority={priority}
        />
        <CardBadges vehicle={vehicle} />
      </div>
      <div className="flex flex-1 flex-col gap-1.5 p-4">
        <PriceText money={vehicle.price} locale={intlLocale(locale)} size="lg" />
        <Heading className="line-clamp-2 font-medium text-[0.9375rem] leading-snug">
          <Link
            href={localePath(locale, vehiclePath(vehicle))}
            className="after:absolute after:inset-0 after:rounded-card"
          >
            {vehicle.title}
          </Link>
        </Heading>
        <p className="text-ink-muted text-sm">{facts.join(" · ")}</p>
        <p className="mt-auto flex items-center gap-1.5 pt-2 text-ink-subtle text-sm">
          <MapPin aria-hidden="true" className="size-4 shrink-0" />
          <span className="truncate">
            {vehicle.district}, {vehicle.province.name} · {vehicle.gallery.name}
          </span>
        </p>
      </div>
    </article>
  );
}

function CardBadges({ vehicle }: { vehicle: ListingItem }) {
  const t = useTranslations("vehicle");
  const { paintedPanels: painted, replacedPanels: replaced } = vehicle;
  return (
    <div className="pointer-events-none absolute inset-x-3 top-3 flex flex-wrap gap-1.5">
      {vehicle.flawless ? <Badge tone="success">{t("flawless")}</Badge> : null}
      {painted > 0 ? <Badge tone="warn">{t("painted", { count: painted })}</Badge> : null}
      {replaced > 0 ? <Badge tone="danger">{t("replaced", { count: replaced })}</Badge> : null}
      {vehicle.warranty ? <Badge tone="info">{t("warranty")}</Badge> : null}
    </div>
  );
}
