"use client";

import type { UploadState } from "@oto/ui";
import { Badge, DropdownMenu, IconButton, ResponsiveImage, UploadTile } from "@oto/ui";
import { EllipsisVertical, Star, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MediaView } from "../vehicle/vehicle-view";

interface PhotoTileProps {
  photo: MediaView;
  /** From 1. */
  number: number;
  editable: boolean;
  handle: ReactNode;
  onCover: () => void;
  onRemove: () => void;
}

const STATE: Record<MediaView["status"], { state: UploadState; label: string }> = {
  PENDING: { state: "waiting", label: "pending" },
  PROCESSING: { state: "processing", label: "processing" },
  READY: { state: "ready", label: "ready" },
  FAILED: { state: "failed", label: "failed" },
};

/** A photo of the vehicle: its state, whether it is the cover, what can be done with it. */
export function PhotoTile({ photo, number, editable, handle, onCover, onRemove }: PhotoTileProps) {
  const t = useTranslations("photos");
  const { state, label } = STATE[photo.status];
  const isReady = photo.status === "READY";
  return (
    <UploadTile
      name={photo.fileName}
      state={state}
      stateLabel={t(label)}
      problem={photo.failureText}
      picture={
        <ResponsiveImage
          sources={photo.variants}
          alt={t("alt", { number })}
          blurDataUrl={photo.placeholder ?? undefined}
          sizes="(min-width: 64rem) 16rem, 50vw"
        />
      }
      badge={
        photo.isCover ? (
          <Badge tone="accent" variant="solid" icon={<Star aria-hidden="true" />}>
            {t("cover")}
          </Badge>
        ) : undefined
      }
      actions={
        editable ? (
          <>
            {handle}
            <DropdownMenu
              trigger={
                <IconButton
                  size="sm"
                  label={t("actions", { number })}
                  icon={<EllipsisVertical aria-hidden="true" className="size-4.5" />}
                />
              }
              items={[
                ...(isReady && !photo.isCover
                  ? [
                      {
                        id: "cover",
                        label: t("setCover", { number }),
                        icon: <Star aria-hidden="true" />,
                        onSelect: onCover,
                      },
                    ]
                  : []),
                {
                  id: "remove",
                  label: t("remove", { number }),
                  icon: <Trash2 aria-hidden="true" />,
                  tone: "danger" as const,
                  onSelect: onRemove,
                },
              ]}
            />
          </>
        ) : undefined
      }
    />
  );
}
