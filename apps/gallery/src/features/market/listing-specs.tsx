"use client";

import { Card, SpecList } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { ListingView } from "./market-views";

/** Everything that is known of the vehicle, a line each; what is unknown has no line. */
export function ListingSpecs({ listing }: { listing: ListingView }) {
  const t = useTranslations("market");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const {
    drivetrain,
    engineCc,
    powerHp,
    interiorColor,
    ownerCount,
    firstRegistrationDate,
    liens,
    vinLast6,
    warrantyUntil,
  } = listing;
  const lines: [string, string | null][] = [
    ["make", listing.make.name],
    ["series", listing.series.name],
    ["model", listing.modelName],
    ["trim", listing.trimName],
    ["year", String(listing.modelYear)],
    ["km", formats.km(listing.mileageKm)],
    ["fuel", domain(`fuel.${listing.fuel}`)],
    ["transmission", domain(`transmission.${listing.transmission}`)],
    ["bodyType", domain(`bodyType.${listing.bodyType}`)],
    ["drivetrain", drivetrain && domain(`drivetrain.${drivetrain}`)],
    ["engine", engineCc === null ? null : `${formats.number(engineCc)} cc`],
    ["power", powerHp === null ? null : `${formats.number(powerHp)} hp`],
    ["color", domain(`color.${listing.color}`)],
    ["interiorColor", interiorColor && domain(`color.${interiorColor}`)],
    ["condition", domain(`condition.${listing.condition}`)],
    ["owners", ownerCount === null ? null : String(ownerCount)],
    ["firstRegistration", firstRegistrationDate && formats.day(firstRegistrationDate)],
    ["warranty", warrantyOf()],
    ["tradeIn", t(listing.tradeIn ? "yes" : "no")],
    ["liens", liens && domain(`lien.${liens}`)],
    ["vin", vinLast6 && `… ${vinLast6}`],
    ["published", formats.day(listing.publishedAt)],
  ];

  function warrantyOf(): string | null {
    if (warrantyUntil !== null) return t("warrantyUntil", { date: formats.day(warrantyUntil) });
    return listing.warrantyStated ? t("warrantyOver") : null;
  }

  return (
    <Card title={t("specs")}>
      <SpecList
        columns={2}
        items={lines.flatMap(([key, value]) =>
          value === null ? [] : [{ label: t(`spec.${key}`), value }],
        )}
      />
    </Card>
  );
}
