"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { ComparedListing } from "../market/market-views";
import type { CompareKey } from "./compare-rows";

type Write = (listing: ComparedListing) => string | null;

/** Writes what a vehicle says on a line of the comparison. */
export function useCompareText(): (key: CompareKey, listing: ComparedListing) => string {
  const t = useTranslations("compare");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const count = (value: number | null, unit: string) =>
    value === null ? null : `${formats.number(value)} ${unit}`;
  const yes = (value: boolean) => t(value ? "yes" : "no");
  const writers: Record<CompareKey, Write> = {
    price: ({ price }) => formats.money(price),
    year: ({ modelYear }) => String(modelYear),
    km: ({ mileageKm }) => formats.km(mileageKm),
    trim: ({ modelName, trimName }) => [modelName, trimName].filter(Boolean).join(" ") || null,
    fuel: ({ fuel }) => domain(`fuel.${fuel}`),
    transmission: ({ transmission }) => domain(`transmission.${transmission}`),
    bodyType: ({ bodyType }) => domain(`bodyType.${bodyType}`),
    drivetrain: ({ drivetrain }) => drivetrain && domain(`drivetrain.${drivetrain}`),
    engine: ({ engineCc }) => count(engineCc, "cc"),
    power: ({ powerHp }) => count(powerHp, "hp"),
    color: ({ color }) => domain(`color.${color}`),
    painted: ({ panelSummary }) => formats.number(panelSummary.painted),
    replaced: ({ panelSummary }) => formats.number(panelSummary.replaced),
    damage: ({ damageStatus }) => domain(`damageStatus.${damageStatus}`),
    owners: ({ ownerCount }) => (ownerCount === null ? null : formats.number(ownerCount)),
    warranty: ({ warranty }) => yes(warranty),
    tradeIn: ({ tradeIn }) => yes(tradeIn),
    liens: ({ liens }) => liens && domain(`lien.${liens}`),
    place: ({ district, province }) => `${district}, ${province.name}`,
    gallery: ({ gallery }) => gallery.name,
    trust: ({ gallery }) => (gallery.trust === null ? null : `${gallery.trust} / 100`),
    published: ({ publishedAt }) => formats.day(publishedAt),
  };
  return (key, listing) => writers[key](listing) ?? "—";
}
