import type { ImageSource } from "@oto/ui/media";

const FORMATS: readonly ImageSource["format"][] = ["avif", "webp", "jpeg"];

/** The files of a picture as the kit draws them; formats it does not know are left out. */
export function pictureSources(
  variants: readonly { format: string; width: number; url: string }[],
): ImageSource[] {
  return variants.flatMap(({ format, width, url }) => {
    const known = FORMATS.find((candidate) => candidate === format);
    return known === undefined ? [] : [{ format: known, width, url }];
  });
}

/** The JPEG nearest to the width that link previews and page data want; null without one. */
export function previewPicture(
  variants: readonly { format: string; width: number; height: number; url: string }[],
): { url: string; width: number; height: number } | null {
  const jpegs = variants.filter((variant) => variant.format === "jpeg");
  const [best] = jpegs.toSorted((a, b) => Math.abs(a.width - 1200) - Math.abs(b.width - 1200));
  return best ? { url: best.url, width: best.width, height: best.height } : null;
}
