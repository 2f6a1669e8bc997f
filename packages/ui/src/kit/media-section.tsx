"use client";

import { Star, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../button/icon-button";
import { Badge } from "../display/badge";
import { FileDrop } from "../media/file-drop";
import { PhotoGallery } from "../media/photo-gallery";
import { ResponsiveImage } from "../media/responsive-image";
import { SortableGrid } from "../media/sortable-grid";
import { UploadTile } from "../media/upload-tile";
import { KitSection } from "./kit-section";
import { samplePhoto } from "./sample-picture";

const PHOTOS = [205, 20, 45, 260, 340].map((hue, index) => samplePhoto(String(index + 1), hue));
const STATES = [
  { state: "waiting", text: "Waiting" },
  { state: "uploading", text: "Uploading" },
  { state: "processing", text: "Being prepared" },
  { state: "ready", text: "Ready" },
  { state: "failed", text: "Failed" },
] as const;

export function MediaSection() {
  const [order, setOrder] = useState(PHOTOS.map((photo) => photo.id));
  const sorted = order.flatMap((id) => PHOTOS.find((photo) => photo.id === id) ?? []);
  const drop = {
    title: "Drop photos here",
    hint: "JPEG, PNG, HEIC or WebP, up to 25 MB each",
    browse: "Choose photos",
    camera: "Take a photo",
  };
  return (
    <KitSection id="media" title="Media">
      <div className="grid gap-6 lg:grid-cols-2">
        <PhotoGallery
          photos={PHOTOS}
          labels={{
            gallery: "Photos",
            previous: "Previous",
            next: "Next",
            fullScreen: "Full screen",
            close: "Close",
            empty: "No photos",
          }}
        />
        <div className="flex flex-col gap-4">
          <FileDrop accept="image/*" camera paste={false} onFiles={() => undefined} labels={drop} />
          <FileDrop
            accept="image/*"
            compact
            paste={false}
            onFiles={() => undefined}
            labels={drop}
          />
          <ResponsiveImage
            sources={[]}
            alt="No photo"
            ratio={16 / 9}
            className="w-56 rounded-card border"
          />
        </div>
      </div>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {STATES.map(({ state, text }, index) => (
          <UploadTile
            key={state}
            name={`IMG_20${index}.jpg`}
            state={state}
            stateLabel={text}
            progress={64}
            problem="Not a picture: the file is text."
            picture={
              // biome-ignore lint/performance/noImgElement: a data URL, nothing to optimise
              <img src={PHOTOS[index]?.sources[0]?.url} alt="" />
            }
            badge={
              state === "ready" ? (
                <Badge tone="accent" variant="solid" icon={<Star aria-hidden="true" />}>
                  Cover
                </Badge>
              ) : undefined
            }
            actions={
              <IconButton
                size="sm"
                label={`Remove ${index}`}
                icon={<Trash2 aria-hidden="true" />}
              />
            }
          />
        ))}
      </div>
      <SortableGrid
        items={sorted}
        itemId={(photo) => photo.id}
        onReorder={setOrder}
        labels={{
          handle: (photo, position) => `Move photo ${photo.id}, now ${position}`,
          moved: (position, count) => `Moved to ${position} of ${count}`,
        }}
        className="sm:grid-cols-5 lg:grid-cols-5"
        renderItem={(photo, handle) => (
          <div className="relative overflow-hidden rounded-card border">
            <ResponsiveImage {...photo} />
            <span className="absolute top-1 right-1 rounded-control bg-surface/85">{handle}</span>
          </div>
        )}
      />
    </KitSection>
  );
}
