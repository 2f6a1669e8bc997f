import { useFormatter, useTranslations } from "next-intl";
import type { HomeMarket } from "./load-home";

/** What is on sale right now, in figures. */
export function MarketNumbers({ market }: { market: HomeMarket }) {
  const t = useTranslations("home");
  const format = useFormatter();
  const figures = [
    { label: t("numberVehicles"), value: market.vehicles },
    { label: t("numberMakes"), value: market.makes },
    { label: t("numberProvinces"), value: market.provinces },
  ];
  return (
    <section aria-label={t("numbers")} className="border-b bg-surface">
      <dl className="mx-auto grid max-w-7xl grid-cols-3 divide-x px-4 py-6 sm:px-6">
        {figures.map(({ label, value }) => (
          <div key={label} className="flex flex-col-reverse items-center px-2 text-center">
            <dt className="text-ink-muted text-sm">{label}</dt>
            <dd className="font-[640] text-2xl tracking-[-0.03em] sm:text-4xl">
              {format.number(value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
