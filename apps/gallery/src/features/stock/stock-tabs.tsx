"use client";

import type { VehicleStatus } from "@oto/domain";
import { VEHICLE_STATUSES } from "@oto/domain";
import { Tabs } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { StockCounts } from "../vehicle/vehicle-view";

interface StockTabsProps {
  counts: StockCounts | undefined;
  value: VehicleStatus | null;
  onChange: (status: VehicleStatus | null) => void;
}

const ALL = "ALL";

/** The states of the stock with how many there are; rare ones only while they hold something. */
export function StockTabs({ counts, value, onChange }: StockTabsProps) {
  const t = useTranslations("stock");
  const domain = useTranslations("domain");
  const shown = VEHICLE_STATUSES.filter(
    (status) => status !== "IN_REVIEW" || status === value || (counts?.IN_REVIEW ?? 0) > 0,
  );
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Tabs
      label={t("statusTabs")}
      value={value ?? ALL}
      onValueChange={(id) => onChange(VEHICLE_STATUSES.find((status) => status === id) ?? null)}
      items={[
        { id: ALL, label: t("statusALL"), count: all },
        ...shown.map((status) => ({
          id: status,
          label: domain(`vehicleStatus.${status}`),
          count: counts?.[status],
        })),
      ]}
    />
  );
}
