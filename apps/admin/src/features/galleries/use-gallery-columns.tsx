"use client";

import type { DataColumn } from "@oto/ui";
import { UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { GalleryStatusBadge } from "../labels/gallery-status-badge";
import type { GalleryRow } from "./use-gallery-list";

/** Columns that every list of galleries has. */
export function useGalleryColumns() {
  const t = useTranslations("review");
  return useMemo(() => {
    const gallery: DataColumn<GalleryRow> = {
      id: "gallery",
      header: t("gallery"),
      cell: (row) => (
        <div className="min-w-40">
          <UiLink
            href={`/kayitlar/${row.galleryId}`}
            className="inline-flex min-h-6 items-center font-medium text-ink hover:underline"
          >
            {row.name}
          </UiLink>
          {row.legalName === null ? null : (
            <span className="block text-ink-muted text-sm">{row.legalName}</span>
          )}
          <span className="block text-ink-muted text-sm xl:hidden">
            {row.provinceName} / {row.district}
          </span>
        </div>
      ),
    };
    const location: DataColumn<GalleryRow> = {
      id: "location",
      header: t("location"),
      from: "xl",
      cell: (row) => (
        <>
          {row.provinceName}
          <span className="block text-ink-muted text-sm">{row.district}</span>
        </>
      ),
    };
    const owner: DataColumn<GalleryRow> = {
      id: "owner",
      header: t("owner"),
      from: "lg",
      cell: ({ owner: person }) =>
        person === null ? (
          "–"
        ) : (
          <>
            {person.firstName} {person.lastName}
            <span className="block text-ink-muted text-sm">{person.email}</span>
          </>
        ),
    };
    const business: DataColumn<GalleryRow> = {
      id: "business",
      header: t("business"),
      from: "md",
      cell: (row) => (
        <span className="tabular-nums">
          {row.taxType} {row.taxNumber}
          <span className="block text-ink-muted text-sm">{row.licenceNo}</span>
        </span>
      ),
    };
    const status: DataColumn<GalleryRow> = {
      id: "status",
      header: t("status"),
      cell: (row) => <GalleryStatusBadge status={row.status} />,
    };
    return { gallery, location, owner, business, status };
  }, [t]);
}
