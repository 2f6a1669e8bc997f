import { Card, PriceText, SpecList } from "@oto/ui/display";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import type { ListingDetail } from "./listing.types";

/** What papers say: damage record, expert report, former prices. */
export function VehicleRecords({ vehicle }: { vehicle: ListingDetail }) {
  return (
    <>
      <DamageCard record={vehicle.damageRecord} />
      <ExpertiseCard report={vehicle.expertise} />
      <PriceHistory points={vehicle.priceHistory} />
    </>
  );
}

function useDay() {
  const format = useFormatter();
  return (date: string) => format.dateTime(new Date(date), { dateStyle: "long" });
}

function DamageCard({ record }: { record: ListingDetail["damageRecord"] }) {
  const t = useTranslations("vehicle");
  const labels = useTranslations("domain");
  const locale = intlLocale(useLocale());
  const day = useDay();
  if (record === null) return null;
  const events = record.events.map((event) => ({
    label: [labels(`damageKind.${event.kind}`), event.date ? day(event.date) : null]
      .filter((part) => part !== null)
      .join(", "),
    value: event.amount ? <PriceText money={event.amount} locale={locale} size="sm" /> : "–",
  }));
  return (
    <Card title={t("damage")} description={labels(`damageStatus.${record.status}`)}>
      <SpecList
        columns={2}
        items={[
          ...(record.source ? [{ label: t("damageSource"), value: record.source }] : []),
          ...(record.queriedAt ? [{ label: t("damageDate"), value: day(record.queriedAt) }] : []),
          ...events,
          ...(record.totalAmount
            ? [
                {
                  label: t("damageTotal"),
                  value: <PriceText money={record.totalAmount} locale={locale} size="sm" />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function ExpertiseCard({ report }: { report: ListingDetail["expertise"] }) {
  const t = useTranslations("vehicle");
  const day = useDay();
  if (report === null) return null;
  return (
    <Card title={t("expertise")}>
      <SpecList
        items={[
          { label: t("expertiseFirm"), value: report.firm },
          { label: t("expertiseDate"), value: day(report.date) },
          { label: t("expertiseResult"), value: report.result },
        ]}
      />
    </Card>
  );
}

function PriceHistory({ points }: { points: ListingDetail["priceHistory"] }) {
  const t = useTranslations("vehicle");
  const locale = intlLocale(useLocale());
  const day = useDay();
  if (points.length < 2) return null;
  return (
    <Card title={t("priceHistory")}>
      <SpecList
        items={points
          .toSorted((a, b) => b.at.localeCompare(a.at))
          .map(({ at, price }) => ({
            label: day(at),
            value: <PriceText money={price} locale={locale} size="sm" />,
          }))}
      />
    </Card>
  );
}
