"use client";

import { Callout, Card, FileDrop, SortableGrid } from "@oto/ui";
import { useTranslations } from "next-intl";
import { usePermission } from "../session/session-provider";
import type { VehicleView } from "../vehicle/vehicle-view";
import { PHOTO_ACCEPT } from "./photo-limits";
import { PhotoTile } from "./photo-tile";
import { UploadItemTile } from "./upload-item-tile";
import { useArrangePhotos } from "./use-arrange-photos";
import { useUploads } from "./use-uploads";

/** The photos of a vehicle: add, put in order, choose the cover, remove; states arrive live. */
export function VehiclePhotos({ vehicle }: { vehicle: VehicleView }) {
  const t = useTranslations("photos");
  const mayWrite = usePermission("media:write");
  const { vehicleId, media } = vehicle;
  const editable = vehicle.editable && mayWrite;
  const uploads = useUploads(vehicleId);
  const arrange = useArrangePhotos(vehicleId);
  // A file stands in the queue until the photo itself has been listed, and never in both: one that
  // is removed later must not come back as a file on its way.
  const queued = uploads.items.filter((item) => item.phase !== "done");
  const onTheWay = new Set(queued.map((item) => item.mediaId));
  const listed = media.filter((photo) => !onTheWay.has(photo.mediaId));
  const isEmpty = listed.length === 0 && queued.length === 0;
  return (
    <Card
      id="fotograflar"
      title={t("title")}
      description={editable ? t("description") : undefined}
      className="scroll-mt-24"
    >
      <div className="flex flex-col gap-4">
        {editable ? (
          <FileDrop
            onFiles={uploads.add}
            accept={PHOTO_ACCEPT}
            camera
            compact={!isEmpty}
            labels={{
              title: t(isEmpty ? "dropTitle" : "dropMore"),
              hint: t("dropHint"),
              browse: t("browse"),
              camera: t("camera"),
            }}
          />
        ) : (
          <Callout tone="info">{t(isEmpty ? "none" : "locked")}</Callout>
        )}
        {listed.length === 0 ? null : (
          <SortableGrid
            items={listed}
            itemId={(photo) => photo.mediaId}
            onReorder={(ids) => arrange.reorder([...ids, ...missing(media, ids)])}
            labels={{
              handle: (_photo, number) => t("move", { number }),
              moved: (position, count) => t("moved", { position, count }),
            }}
            renderItem={(photo, handle) => (
              <PhotoTile
                photo={photo}
                number={media.indexOf(photo) + 1}
                editable={editable}
                handle={handle}
                onCover={() => arrange.setCover(photo.mediaId)}
                onRemove={() => arrange.remove(photo.mediaId)}
              />
            )}
          />
        )}
        {queued.length === 0 ? null : (
          <ul
            aria-label={t("queue")}
            className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4"
          >
            {queued.map((item) => (
              <li key={item.id}>
                <UploadItemTile
                  item={item}
                  onRetry={() => uploads.retry(item.id)}
                  onRemove={() => uploads.remove(item.id)}
                />
              </li>
            ))}
          </ul>
        )}
        {editable && listed.length > 1 ? (
          <p className="text-ink-subtle text-sm">{t("reorderHint")}</p>
        ) : null}
      </div>
    </Card>
  );
}

/** The API wants every photo named; those still on their way follow the ones put in order. */
function missing(media: VehicleView["media"], ids: readonly string[]): string[] {
  return media.map((photo) => photo.mediaId).filter((id) => !ids.includes(id));
}
