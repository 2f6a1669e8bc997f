import { PriceText } from "@oto/ui/display";
import { ResponsiveImage } from "@oto/ui/media";
import { Search } from "lucide-react";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { intlLocale, localePath } from "../../i18n/locale";
import type { ListingItem } from "../vehicle/listing.types";
import { pictureSources } from "../vehicle/picture-sources";
import { vehiclePath } from "../vehicle/vehicle-path";

const EXAMPLES = ["a", "b", "c"] as const;

/** What this is, and the search. The form works without scripts. */
export function Hero({ vehicle }: { vehicle: ListingItem | undefined }) {
  const t = useTranslations("home");
  const locale = useLocale();
  const market = localePath(locale, "/araclar");
  return (
    <section className="brand-scene">
      <div className="mx-auto grid max-w-7xl items-center gap-10 px-4 py-12 sm:px-6 sm:py-16 lg:grid-cols-[1.15fr_1fr] lg:py-20">
        <div className="min-w-0">
          <p className="inline-flex rounded-full border border-white/25 px-3.5 py-1 font-medium text-sm">
            {t("badge")}
          </p>
          <h1 className="mt-5 text-display">{t("title")}</h1>
          <p className="mt-5 max-w-xl text-lg opacity-90">{t("text")}</p>
          <search className="mt-8 block max-w-xl">
            <form action={market} className="flex gap-2 rounded-[1rem] bg-white p-2 shadow-overlay">
              <label className="relative min-w-0 flex-1">
                <span className="sr-only">{t("searchLabel")}</span>
                <Search
                  aria-hidden="true"
                  className="pointer-events-none absolute top-1/2 left-3 size-5 -translate-y-1/2 text-slate-500"
                />
                <input
                  type="search"
                  name="q"
                  maxLength={200}
                  enterKeyHint="search"
                  autoComplete="off"
                  placeholder={t("searchPlaceholder")}
                  className="h-12 w-full rounded-control bg-transparent pr-2 pl-11 text-base text-slate-900 placeholder:text-slate-500"
                />
              </label>
              <button
                type="submit"
                className="h-12 shrink-0 rounded-control bg-accent px-6 font-semibold text-on-accent hover:bg-accent-hover"
              >
                {t("search")}
              </button>
            </form>
          </search>
          <div className="mt-4 flex flex-wrap items-center gap-2 text-sm">
            <span className="opacity-80">{t("try")}</span>
            {EXAMPLES.map((id) => (
              <Link
                key={id}
                href={`${market}?${new URLSearchParams({ q: t(`examples.${id}`) })}`}
                className="inline-flex min-h-9 items-center rounded-full bg-white/12 px-3.5 font-medium hover:bg-white/20 pointer-coarse:min-h-11"
              >
                {t(`examples.${id}`)}
              </Link>
            ))}
          </div>
        </div>
        {vehicle === undefined ? null : <HeroVehicle vehicle={vehicle} />}
      </div>
    </section>
  );
}

function HeroVehicle({ vehicle }: { vehicle: ListingItem }) {
  const t = useTranslations("home");
  const labels = useTranslations("domain");
  const format = useFormatter();
  const locale = useLocale();
  return (
    <article className="relative min-w-0 overflow-hidden rounded-sheet bg-surface text-ink shadow-overlay">
      <ResponsiveImage
        sources={pictureSources(vehicle.cover?.variants ?? [])}
        alt={vehicle.title}
        blurDataUrl={vehicle.cover?.placeholder ?? undefined}
        ratio={16 / 11}
        sizes="(min-width: 64rem) 34rem, 92vw"
        priority
      />
      <div className="flex flex-wrap items-end justify-between gap-3 p-5">
        <div className="min-w-0">
          <p className="font-medium text-accent-strong text-sm">{t("heroCard")}</p>
          <h2 className="mt-0.5 font-semibold text-lg">
            <Link
              href={localePath(locale, vehiclePath(vehicle))}
              className="after:absolute after:inset-0"
            >
              {vehicle.title}
            </Link>
          </h2>
          <p className="text-ink-muted text-sm">
            {format.number(vehicle.mileageKm)} km · {labels(`fuel.${vehicle.fuel}`)} ·{" "}
            {vehicle.province.name}
          </p>
        </div>
        <PriceText money={vehicle.price} locale={intlLocale(locale)} size="lg" />
      </div>
    </article>
  );
}
