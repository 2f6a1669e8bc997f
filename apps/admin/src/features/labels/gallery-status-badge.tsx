"use client";

import type { GalleryStatus } from "@oto/domain";
import { Badge } from "@oto/ui";
import { useTranslations } from "next-intl";
import { GALLERY_TONES } from "./status-tones";

/** The state of a gallery, in words and colour. */
export function GalleryStatusBadge({ status }: { status: GalleryStatus }) {
  const t = useTranslations("domain");
  return (
    <Badge tone={GALLERY_TONES[status]} dot>
      {t(`galleryStatus.${status}`)}
    </Badge>
  );
}
