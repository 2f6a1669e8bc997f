"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { cn } from "../foundation/cn";
import type { GalleryLabels, GalleryPhoto } from "./photo-gallery";
import { ResponsiveImage } from "./responsive-image";
import { useCarousel } from "./use-carousel";

interface PhotoStageProps {
  photos: readonly GalleryPhoto[];
  labels: GalleryLabels;
  index: number;
  onIndexChange: (index: number) => void;
  ratio: number;
  fit: "cover" | "contain";
  sizes: string;
  onOpen?: (() => void) | undefined;
  corner?: ReactNode;
  className?: string | undefined;
}

const ARROW =
  "absolute top-1/2 grid size-11 -translate-y-1/2 place-items-center rounded-full bg-black/45 text-white opacity-0 backdrop-blur transition-opacity hover:bg-black/65 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100";

/** The large picture: swiped, stepped by arrows, counted. */
export function PhotoStage({
  photos,
  labels,
  index: wanted,
  onIndexChange,
  ratio,
  fit,
  sizes,
  onOpen,
  corner,
  className,
}: PhotoStageProps) {
  const { scroller, index, go } = useCarousel(photos.length, wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a wish from outside moves the row
  useEffect(() => {
    if (wanted !== index) {
      go(wanted);
    }
  }, [wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the row's own movement is reported
  useEffect(() => {
    if (wanted !== index) {
      onIndexChange(index);
    }
  }, [index]);
  return (
    <section
      aria-roledescription="carousel"
      aria-label={labels.gallery}
      className={cn("group relative overflow-hidden", className)}
      onKeyDown={(event) => {
        if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
          event.preventDefault();
          go(index + (event.key === "ArrowRight" ? 1 : -1));
        }
      }}
    >
      <div
        ref={scroller}
        className="scrollbar-none flex snap-x snap-mandatory overflow-x-auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the row
        tabIndex={0}
      >
        {photos.map((photo, at) => {
          const picture = (
            <ResponsiveImage
              sources={photo.sources}
              alt={photo.alt}
              blurDataUrl={photo.blurDataUrl}
              ratio={ratio}
              fit={fit}
              sizes={sizes}
              priority={at === 0 && fit === "cover"}
              className={cn("w-full", fit === "contain" && "bg-transparent")}
            />
          );
          return (
            <div key={photo.id} className="w-full shrink-0 snap-center">
              {onOpen === undefined ? (
                picture
              ) : (
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={`${labels.fullScreen}: ${photo.alt}`}
                  onClick={onOpen}
                  className="block w-full cursor-zoom-in"
                >
                  {picture}
                </button>
              )}
            </div>
          );
        })}
      </div>
      {photos.length > 1 ? (
        <>
          <button
            type="button"
            aria-label={labels.previous}
            onClick={() => go(index - 1)}
            className={cn(ARROW, "left-3")}
          >
            <ChevronLeft aria-hidden="true" className="size-6" />
          </button>
          <button
            type="button"
            aria-label={labels.next}
            onClick={() => go(index + 1)}
            className={cn(ARROW, "right-3")}
          >
            <ChevronRight aria-hidden="true" className="size-6" />
          </button>
          <p
            aria-live="polite"
            className="absolute bottom-3 left-3 rounded-full bg-black/55 px-2.5 py-1 font-medium text-white text-xs backdrop-blur"
          >
            {index + 1} / {photos.length}
          </p>
        </>
      ) : null}
      {corner}
    </section>
  );
}
