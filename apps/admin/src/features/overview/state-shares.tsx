"use client";

import { GALLERY_STATUSES, OFFER_STATUSES, VEHICLE_STATUSES } from "@oto/domain";
import { BarMini, Card } from "@oto/ui";
import { useTranslations } from "next-intl";
import { GALLERY_TONES, OFFER_TONES, VEHICLE_TONES } from "../labels/status-tones";
import { useFormats } from "../labels/use-formats";
import type { Figures } from "./figures";
import { totalOf } from "./figures";

/** How galleries, vehicles and offers spread over their states. */
export function StateShares({ figures }: { figures: Figures }) {
  const t = useTranslations("overview");
  const domain = useTranslations("domain");
  const { number } = useFormats();
  const total = (counts: Readonly<Record<string, number>>) =>
    t("total", { count: number(totalOf(counts)) });
  return (
    <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
      <Card title={t("galleriesByState")} description={total(figures.galleries)}>
        <BarMini
          max={Math.max(1, totalOf(figures.galleries))}
          items={GALLERY_STATUSES.map((status) => ({
            id: status,
            label: domain(`galleryStatus.${status}`),
            value: figures.galleries[status],
            text: number(figures.galleries[status]),
            tone: GALLERY_TONES[status],
          }))}
        />
      </Card>
      <Card title={t("vehiclesByState")} description={total(figures.vehicles)}>
        <BarMini
          max={Math.max(1, totalOf(figures.vehicles))}
          items={VEHICLE_STATUSES.map((status) => ({
            id: status,
            label: domain(`vehicleStatus.${status}`),
            value: figures.vehicles[status],
            text: number(figures.vehicles[status]),
            tone: VEHICLE_TONES[status],
          }))}
        />
      </Card>
      <Card title={t("offersByState")} description={total(figures.offers)}>
        <BarMini
          max={Math.max(1, totalOf(figures.offers))}
          items={OFFER_STATUSES.map((status) => ({
            id: status,
            label: domain(`offerStatus.${status}`),
            value: figures.offers[status],
            text: number(figures.offers[status]),
            tone: OFFER_TONES[status],
          }))}
        />
      </Card>
    </div>
  );
}
