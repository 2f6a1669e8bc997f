import { Card, SpecList } from "@oto/ui/display";
import { useFormatter, useTranslations } from "next-intl";
import type { ListingDetail } from "./listing.types";

/** Everything stated about the vehicle, in pairs. */
export function VehicleSpecs({ vehicle }: { vehicle: ListingDetail }) {
  const t = useTranslations("vehicle");
  const labels = useTranslations("domain");
  const format = useFormatter();
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: "long" });
  const over = vehicle.warrantyStated ? t("warrantyOver") : null;
  const rows: readonly (readonly [Parameters<typeof t>[0], string | null])[] = [
    ["spec.make", vehicle.make.name],
    ["spec.series", vehicle.series.name],
    ["spec.model", vehicle.modelName],
    ["spec.trim", vehicle.trimName],
    ["spec.modelYear", String(vehicle.modelYear)],
    ["spec.mileage", t("km", { km: vehicle.mileageKm })],
    ["spec.fuel", labels(`fuel.${vehicle.fuel}`)],
    ["spec.transmission", labels(`transmission.${vehicle.transmission}`)],
    ["spec.bodyType", labels(`bodyType.${vehicle.bodyType}`)],
    ["spec.drivetrain", vehicle.drivetrain && labels(`drivetrain.${vehicle.drivetrain}`)],
    ["spec.engine", vehicle.engineCc === null ? null : t("cc", { cc: vehicle.engineCc })],
    ["spec.power", vehicle.powerHp === null ? null : t("hp", { hp: vehicle.powerHp })],
    ["spec.color", labels(`color.${vehicle.color}`)],
    ["spec.interiorColor", vehicle.interiorColor && labels(`color.${vehicle.interiorColor}`)],
    ["spec.condition", labels(`condition.${vehicle.condition}`)],
    ["spec.firstRegistration", vehicle.firstRegistrationDate && day(vehicle.firstRegistrationDate)],
    ["spec.owners", vehicle.ownerCount === null ? null : String(vehicle.ownerCount)],
    [
      "spec.warranty",
      vehicle.warrantyUntil ? t("warrantyUntil", { date: day(vehicle.warrantyUntil) }) : over,
    ],
    ["spec.tradeIn", vehicle.tradeIn ? t("yes") : t("no")],
    ["spec.liens", vehicle.liens && labels(`lien.${vehicle.liens}`)],
    ["spec.vin", vehicle.vinLast6],
  ];
  return (
    <Card title={t("specs")}>
      <SpecList
        columns={2}
        items={rows.flatMap(([label, value]) =>
          value === null ? [] : [{ label: t(label), value }],
        )}
      />
    </Card>
  );
}
