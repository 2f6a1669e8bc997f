"use client";

import type { Watermark } from "@oto/domain";
import { WATERMARK_POSITIONS } from "@oto/domain";
import { Card, cn, Field, Select, Switch } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useValueOptions } from "../labels/use-value-options";
import type { GalleryView } from "./use-gallery-update";
import { useGalleryUpdate } from "./use-gallery-update";

const PLACE: Record<Watermark["position"], string> = {
  TOP_LEFT: "top-4 left-4",
  TOP_RIGHT: "top-4 right-4",
  BOTTOM_LEFT: "bottom-4 left-4",
  BOTTOM_RIGHT: "right-4 bottom-4",
  CENTER: "top-1/2 left-1/2 -translate-1/2",
};
const SETTLED_MS = 500;

/** How the gallery marks its photos, with a look at it. */
export function WatermarkCard({
  gallery,
  mayUpdate,
}: {
  gallery: GalleryView;
  mayUpdate: boolean;
}) {
  const t = useTranslations("settings");
  const options = useValueOptions();
  const { mutate } = useGalleryUpdate();
  const { watermark } = gallery;
  const [opacity, setOpacity] = useState(watermark.opacity);
  useEffect(() => setOpacity(watermark.opacity), [watermark.opacity]);
  // A slider passes many values on its way; the one it rests on is saved.
  useEffect(() => {
    if (opacity === watermark.opacity) return;
    const timer = setTimeout(() => mutate({ watermark: { ...watermark, opacity } }), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [opacity, watermark, mutate]);
  const off = !mayUpdate || !watermark.enabled;
  return (
    <Card title={t("watermarkTitle")} description={t("watermarkText")}>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Switch
            label={t("watermarkEnabled")}
            checked={watermark.enabled}
            disabled={!mayUpdate}
            onCheckedChange={(enabled) => mutate({ watermark: { ...watermark, enabled } })}
          />
          <Field label={t("watermarkPosition")}>
            <Select
              options={options("watermarkPosition", WATERMARK_POSITIONS)}
              value={watermark.position}
              disabled={off}
              onValueChange={(position) => mutate({ watermark: { ...watermark, position } })}
            />
          </Field>
          <div>
            <label htmlFor="watermark-opacity" className="flex justify-between font-medium text-sm">
              {t("watermarkOpacity")}
              <span className="text-ink-muted">%{Math.round(opacity * 100)}</span>
            </label>
            <input
              id="watermark-opacity"
              type="range"
              min={10}
              max={100}
              step={5}
              value={Math.round(opacity * 100)}
              disabled={off}
              onChange={(event) => setOpacity(Number(event.target.value) / 100)}
              className="h-11 w-full accent-brand"
            />
          </div>
        </div>
        <div
          role="img"
          aria-label={t("watermarkPreview")}
          className="brand-scene relative aspect-4/3 overflow-hidden rounded-card"
        >
          {watermark.enabled ? (
            <span
              aria-hidden="true"
              className={cn("absolute font-semibold text-lg text-white", PLACE[watermark.position])}
              style={{ opacity }}
            >
              {gallery.name}
            </span>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
