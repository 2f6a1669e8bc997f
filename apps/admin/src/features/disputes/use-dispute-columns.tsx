"use client";

import type { DataColumn } from "@oto/ui";
import { Badge, Button, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormats } from "../labels/use-formats";
import type { DisputeCard } from "./dispute-views";
import { DISPUTE_TONE } from "./dispute-views";

/** Columns of the list of disputes. */
export function useDisputeColumns(): readonly DataColumn<DisputeCard>[] {
  const t = useTranslations("disputes");
  const domain = useTranslations("domain");
  const { instant } = useFormats();
  return useMemo(
    () => [
      {
        id: "vehicle",
        header: t("vehicle"),
        cell: (row) => (
          <span className="flex min-w-0 flex-col">
            <span className={row.status === "OPEN" ? "font-semibold" : undefined}>
              {row.vehicleTitle}
            </span>
            <span className="text-ink-muted text-sm">
              {t("between", { buyer: row.buyer.name, seller: row.seller.name })}
            </span>
          </span>
        ),
      },
      {
        id: "reason",
        header: t("reason"),
        from: "md",
        cell: (row) => (
          <span className="flex flex-col">
            {domain(`disputeReason.${row.reason}`)}
            <span className="text-ink-muted text-sm">{t(`openedBySide.${row.openedBy}`)}</span>
          </span>
        ),
      },
      {
        id: "status",
        header: t("status"),
        cell: (row) => (
          <Badge tone={DISPUTE_TONE[row.status]} dot={row.status === "OPEN"}>
            {t(`statuses.${row.status}`)}
          </Badge>
        ),
      },
      {
        id: "created",
        header: t("createdAt"),
        from: "lg",
        cell: (row) => <span className="whitespace-nowrap">{instant(row.createdAt)}</span>,
      },
      {
        id: "act",
        header: t("open"),
        hideHeader: true,
        align: "end",
        from: "sm",
        cell: (row) => (
          <Button asChild size="sm" variant={row.status === "OPEN" ? "soft" : "secondary"}>
            <UiLink href={`/anlasmazliklar/${row.disputeId}`}>
              {t("open")}
              <span className="sr-only">: {row.vehicleTitle}</span>
            </UiLink>
          </Button>
        ),
      },
    ],
    [t, domain, instant],
  );
}
