"use client";

import type { VehicleStatus } from "@oto/domain";
import { Skeleton, StatTile } from "@oto/ui";
import { CircleCheckBig, FilePen, Handshake, Pause, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { STATUS_TONE } from "../vehicle/status-looks";
import type { StockCounts } from "../vehicle/vehicle-view";

const TILES: readonly { status: VehicleStatus; label: string; icon: ReactNode }[] = [
  { status: "PUBLISHED", label: "published", icon: <Tag aria-hidden="true" /> },
  { status: "DRAFT", label: "draft", icon: <FilePen aria-hidden="true" /> },
  { status: "RESERVED", label: "reserved", icon: <Handshake aria-hidden="true" /> },
  { status: "PAUSED", label: "paused", icon: <Pause aria-hidden="true" /> },
  { status: "SOLD", label: "sold", icon: <CircleCheckBig aria-hidden="true" /> },
];

/** How many vehicles stand in which state; each leads to them. */
export function StockCountTiles({ counts }: { counts: StockCounts | undefined }) {
  const t = useTranslations("dashboard");
  return (
    <ul
      aria-label={t("countsLabel")}
      className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5 [&>li:first-child]:max-sm:col-span-2"
    >
      {TILES.map(({ status, label, icon }) => (
        <li key={status}>
          <StatTile
            label={t(label)}
            icon={icon}
            tone={STATUS_TONE[status]}
            href={`/stok?durum=${status}`}
            value={counts === undefined ? <Skeleton className="h-9 w-12" /> : counts[status]}
          />
        </li>
      ))}
    </ul>
  );
}
