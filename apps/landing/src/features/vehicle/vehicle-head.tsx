import { Badge, Card, PriceText } from "@oto/ui/display";
import { ShieldCheck } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import type { ListingDetail } from "./listing.types";

/** What it is and what it costs. */
export function VehicleHead({ vehicle }: { vehicle: ListingDetail }) {
  const t = useTranslations("vehicle");
  const labels = useTranslations("domain");
  const format = useFormatter();
  const locale = intlLocale(useLocale());
  const facts = [
    { id: "year", text: String(vehicle.modelYear) },
    { id: "km", text: `${format.number(vehicle.mileageKm)} km` },
    { id: "fuel", text: labels(`fuel.${vehicle.fuel}`) },
    { id: "gearbox", text: labels(`transmission.${vehicle.transmission}`) },
  ];
  return (
    <Card>
      <h1 className="text-title">{vehicle.title}</h1>
      <p className="mt-1 text-ink-muted text-sm">
        {vehicle.district}, {vehicle.province.name}
      </p>
      <p className="mt-4">
        <span className="sr-only">{t("price")} </span>
        <PriceText money={vehicle.price} locale={locale} size="xl" />
      </p>
      <ul className="mt-4 grid grid-cols-2 gap-2">
        {facts.map(({ id, text }) => (
          <li key={id} className="rounded-control bg-sunken px-3 py-2 font-medium text-sm">
            {text}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-1.5">
        {vehicle.flawless ? <Badge tone="success">{t("flawless")}</Badge> : null}
        {vehicle.eidsVerified ? (
          <Badge tone="brand" icon={<ShieldCheck aria-hidden="true" />}>
            {t("eids")}
          </Badge>
        ) : null}
        {vehicle.warranty ? <Badge tone="info">{t("warranty")}</Badge> : null}
        {vehicle.tradeIn ? <Badge>{t("tradeIn")}</Badge> : null}
      </div>
      <p className="mt-4 text-ink-subtle text-sm">
        {t("listedOn", {
          date: format.dateTime(new Date(vehicle.publishedAt), { dateStyle: "long" }),
        })}
      </p>
    </Card>
  );
}
