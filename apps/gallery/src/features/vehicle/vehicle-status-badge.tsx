"use client";

import type { VehicleStatus } from "@oto/domain";
import { Badge } from "@oto/ui";
import { useTranslations } from "next-intl";
import { STATUS_TONE } from "./status-looks";

/** The state of a vehicle. */
export function VehicleStatusBadge({ status }: { status: VehicleStatus }) {
  const t = useTranslations("domain");
  return (
    <Badge tone={STATUS_TONE[status]} dot>
      {t(`vehicleStatus.${status}`)}
    </Badge>
  );
}
