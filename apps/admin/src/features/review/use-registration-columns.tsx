"use client";

import type { DataColumn } from "@oto/ui";
import { Button, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useGalleryColumns } from "../galleries/use-gallery-columns";
import type { GalleryRow } from "../galleries/use-gallery-list";
import { useFormats } from "../labels/use-formats";
import { WaitingTime } from "./waiting-time";

/** Columns of the queue; while it waits, how long, afterwards when it was decided. */
export function useRegistrationColumns(waiting: boolean): readonly DataColumn<GalleryRow>[] {
  const t = useTranslations("review");
  const shared = useGalleryColumns();
  const { day } = useFormats();
  return useMemo(() => {
    const submitted: DataColumn<GalleryRow> = {
      id: "submitted",
      header: t("submitted"),
      from: "xl",
      cell: (row) => day(row.submittedAt),
    };
    const last: DataColumn<GalleryRow> = waiting
      ? {
          id: "waiting",
          header: t("waiting"),
          cell: (row) => <WaitingTime since={row.submittedAt} />,
        }
      : {
          id: "reviewed",
          header: t("reviewed"),
          from: "xl",
          cell: (row) => (row.reviewedAt === null ? "–" : day(row.reviewedAt)),
        };
    return [
      shared.gallery,
      ...(waiting ? [] : [shared.status]),
      shared.business,
      shared.owner,
      shared.location,
      // How long somebody waits says when they came.
      ...(waiting ? [] : [submitted]),
      last,
      {
        id: "act",
        header: t("act"),
        hideHeader: true,
        align: "end",
        from: "sm",
        cell: (row) => (
          <Button asChild size="sm" variant={row.status === "PENDING" ? "soft" : "secondary"}>
            <UiLink href={`/kayitlar/${row.galleryId}`}>
              {t("inspect")}
              <span className="sr-only">: {row.name}</span>
            </UiLink>
          </Button>
        ),
      },
    ];
  }, [shared, t, day, waiting]);
}
