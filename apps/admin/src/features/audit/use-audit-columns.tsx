"use client";

import type { DataColumn } from "@oto/ui";
import { Button } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormats } from "../labels/use-formats";
import type { AuditEntry } from "./audit-entry";
import { useAuditNames } from "./use-audit-names";

/** Columns of the trail. */
export function useAuditColumns(
  onLook: (entry: AuditEntry) => void,
): readonly DataColumn<AuditEntry>[] {
  const t = useTranslations("audit");
  const names = useAuditNames();
  const { instant } = useFormats();
  return useMemo(
    () => [
      {
        id: "when",
        header: t("when"),
        from: "sm",
        cell: (row) => <span className="whitespace-nowrap">{instant(row.createdAt)}</span>,
      },
      {
        id: "action",
        header: t("action"),
        cell: (row) => (
          <>
            <span className="block font-medium text-ink">{names.action(row.action)}</span>
            <span className="block text-ink-subtle text-sm sm:hidden">
              {instant(row.createdAt)} · {row.actorName ?? t("system")}
            </span>
          </>
        ),
      },
      {
        id: "actor",
        header: t("actor"),
        from: "sm",
        cell: (row) => row.actorName ?? <span className="text-ink-subtle">{t("system")}</span>,
      },
      {
        id: "gallery",
        header: t("gallery"),
        from: "md",
        cell: (row) => row.galleryName ?? "–",
      },
      {
        id: "entity",
        header: t("entity"),
        from: "lg",
        cell: (row) => names.entity(row.entityType),
      },
      {
        id: "ip",
        header: t("ip"),
        from: "xl",
        cell: (row) => <span className="text-ink-muted tabular-nums">{row.ip ?? "–"}</span>,
      },
      {
        id: "act",
        header: t("act"),
        hideHeader: true,
        align: "end",
        cell: (row) => (
          <Button size="sm" variant="ghost" onClick={() => onLook(row)}>
            {t("look")}
            <span className="sr-only">
              : {names.action(row.action)}, {instant(row.createdAt)}
            </span>
          </Button>
        ),
      },
    ],
    [t, names, instant, onLook],
  );
}
