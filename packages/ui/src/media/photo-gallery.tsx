"use client";

import { Expand, X } from "lucide-react";
import * as RadixDialog from "radix-ui/dialog";
import { useState } from "react";
import { cn } from "../foundation/cn";
import type { Picture } from "./image-source";
import { PhotoStage } from "./photo-stage";
import { ResponsiveImage } from "./responsive-image";

export interface GalleryPhoto extends Picture {
  id: string;
}

export interface GalleryLabels {
  gallery: string;
  previous: string;
  next: string;
  fullScreen: string;
  close: string;
  /** Said where there are no pictures. */
  empty: string;
}

interface PhotoGalleryProps {
  photos: readonly GalleryPhoto[];
  labels: GalleryLabels;
  sizes?: string | undefined;
  className?: string | undefined;
}

/** The pictures of a thing: swipe, arrow keys, small pictures below, full screen. */
export function PhotoGallery({
  photos,
  labels,
  sizes = "(min-width: 64rem) 60vw, 100vw",
  className,
}: PhotoGalleryProps) {
  const [index, setIndex] = useState(0);
  const [full, setFull] = useState(false);
  if (photos.length === 0) {
    return (
      <ResponsiveImage
        sources={[]}
        alt={labels.empty}
        ratio={3 / 2}
        className={cn("rounded-card border", className)}
      />
    );
  }
  return (
    <div className={cn("min-w-0", className)}>
      <PhotoStage
        photos={photos}
        labels={labels}
        index={index}
        onIndexChange={setIndex}
        ratio={3 / 2}
        fit="cover"
        sizes={sizes}
        onOpen={() => setFull(true)}
        className="rounded-card"
        corner={
          <button
            type="button"
            aria-label={labels.fullScreen}
            onClick={() => setFull(true)}
            className="absolute right-3 bottom-3 grid size-11 place-items-center rounded-full bg-black/55 text-white backdrop-blur hover:bg-black/70"
          >
            <Expand aria-hidden="true" className="size-5" />
          </button>
        }
      />
      {photos.length > 1 ? (
        <div className="scrollbar-none mt-2.5 flex gap-2 overflow-x-auto p-1">
          {photos.map((photo, at) => (
            <button
              key={photo.id}
              type="button"
              aria-label={photo.alt}
              aria-current={at === index ? "true" : undefined}
              onClick={() => setIndex(at)}
              className={cn(
                "w-22 shrink-0 overflow-hidden rounded-lg opacity-70 ring-offset-2 ring-offset-canvas transition-opacity hover:opacity-100",
                at === index && "opacity-100 ring-2 ring-brand",
              )}
            >
              <ResponsiveImage
                sources={photo.sources}
                alt=""
                blurDataUrl={photo.blurDataUrl}
                sizes="88px"
              />
            </button>
          ))}
        </div>
      ) : null}
      <RadixDialog.Root open={full} onOpenChange={setFull}>
        <RadixDialog.Portal>
          <RadixDialog.Content
            aria-describedby={undefined}
            className="fixed inset-0 z-50 flex flex-col justify-center bg-black text-white outline-none data-[state=open]:animate-fade-in"
          >
            <RadixDialog.Title className="sr-only">{labels.gallery}</RadixDialog.Title>
            <PhotoStage
              photos={photos}
              labels={labels}
              index={index}
              onIndexChange={setIndex}
              ratio={3 / 2}
              fit="contain"
              sizes="100vw"
              className="[&_.snap-center>div]:h-dvh"
            />
            <RadixDialog.Close
              aria-label={labels.close}
              className="absolute top-3 right-3 grid size-12 place-items-center rounded-full bg-white/15 backdrop-blur hover:bg-white/25"
            >
              <X aria-hidden="true" className="size-6" />
            </RadixDialog.Close>
          </RadixDialog.Content>
        </RadixDialog.Portal>
      </RadixDialog.Root>
    </div>
  );
}
