"use client";

import { ResponsiveImage } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { StockItem } from "../vehicle/vehicle-view";

interface VehiclePictureProps {
  item: Pick<StockItem, "cover" | "title">;
  sizes: string;
  priority?: boolean;
  className?: string;
}

/** The cover of a vehicle, or the place where it will be. */
export function VehiclePicture({ item, sizes, priority = false, className }: VehiclePictureProps) {
  const t = useTranslations("common");
  const { cover, title } = item;
  return (
    <ResponsiveImage
      sources={cover?.variants ?? []}
      alt={t(cover === null ? "noPhoto" : "photoOf", { title })}
      blurDataUrl={cover?.placeholder ?? undefined}
      sizes={sizes}
      priority={priority}
      className={className}
    />
  );
}
