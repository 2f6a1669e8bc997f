"use client";

import { VEHICLE_STATUSES } from "@oto/domain";
import { BarMini, Card } from "@oto/ui";
import { useTranslations } from "next-intl";
import { VEHICLE_TONES } from "../labels/status-tones";
import type { GalleryDetail } from "./gallery-detail";

/** The gallery's vehicles by state. */
export function StockCard({ vehicles }: { vehicles: GalleryDetail["vehicles"] }) {
  const t = useTranslations("review");
  const domain = useTranslations("domain");
  const present = VEHICLE_STATUSES.filter((status) => vehicles[status] > 0);
  return (
    <Card title={t("stockTitle")}>
      {present.length === 0 ? (
        <p className="text-ink-muted">{t("noStock")}</p>
      ) : (
        <BarMini
          items={present.map((status) => ({
            id: status,
            label: domain(`vehicleStatus.${status}`),
            value: vehicles[status],
            tone: VEHICLE_TONES[status],
          }))}
        />
      )}
    </Card>
  );
}
