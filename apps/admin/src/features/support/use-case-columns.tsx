"use client";

import type { DataColumn } from "@oto/ui";
import { Badge, Button, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormats } from "../labels/use-formats";
import type { CaseView } from "./support-views";
import { STATUS_TONE } from "./support-views";

/** Columns of the inbox. */
export function useCaseColumns(): readonly DataColumn<CaseView>[] {
  const t = useTranslations("support");
  const { instant } = useFormats();
  return useMemo(
    () => [
      {
        id: "subject",
        header: t("subject"),
        cell: (row) => (
          <span className="flex min-w-0 flex-col">
            <span className={row.waitsForStaff ? "font-semibold" : undefined}>
              {row.waitsForStaff ? <span className="sr-only">{t("waitsForStaff")}: </span> : null}
              {row.subject}
            </span>
            <span className="text-ink-muted text-sm">
              #{row.number} · {row.gallery.name}
            </span>
          </span>
        ),
      },
      {
        id: "kind",
        header: t("kind"),
        from: "lg",
        cell: (row) => (
          <span className="flex flex-col">
            {t(`kinds.${row.kind}`)}
            <span className="text-ink-muted text-sm">
              {t.has(`categories.${row.category}`) ? t(`categories.${row.category}`) : row.category}
            </span>
          </span>
        ),
      },
      {
        id: "status",
        header: t("status"),
        cell: (row) => (
          <Badge tone={STATUS_TONE[row.status]} dot={row.waitsForStaff}>
            {t(`statuses.${row.status}`)}
          </Badge>
        ),
      },
      {
        id: "assignee",
        header: t("assignee"),
        from: "md",
        cell: (row) => row.assignee?.name ?? t("nobody"),
      },
      {
        id: "updated",
        header: t("updated"),
        from: "xl",
        cell: (row) => instant(row.updatedAt),
      },
      {
        id: "act",
        header: t("open"),
        hideHeader: true,
        align: "end",
        from: "sm",
        cell: (row) => (
          <Button asChild size="sm" variant={row.waitsForStaff ? "soft" : "secondary"}>
            <UiLink href={`/destek/${row.caseId}`}>
              {t("open")}
              <span className="sr-only">: {row.subject}</span>
            </UiLink>
          </Button>
        ),
      },
    ],
    [t, instant],
  );
}
