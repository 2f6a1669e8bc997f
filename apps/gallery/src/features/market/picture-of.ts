import type { ImageSource, Picture } from "@oto/ui";

interface StoredPicture {
  variants: readonly ImageSource[];
  placeholder: string | null;
}

/** A picture of the API as the kit draws it; without one the kit shows an empty frame. */
export function pictureOf(stored: StoredPicture | null, alt: string): Picture {
  return {
    sources: stored?.variants ?? [],
    alt,
    blurDataUrl: stored?.placeholder ?? undefined,
  };
}
