/** One file of a picture: a format at a width. */
export interface ImageSource {
  format: "avif" | "webp" | "jpeg";
  /** Pixels across. */
  width: number;
  url: string;
}

export interface Picture {
  sources: readonly ImageSource[];
  alt: string;
  /** A tiny picture as a data URL, shown until the real one is there. */
  blurDataUrl?: string | undefined;
}

/** The `srcset` of one format, narrowest first; empty when there is no such file. */
export function srcSetOf(sources: readonly ImageSource[], format: ImageSource["format"]): string {
  return sources
    .filter((source) => source.format === format)
    .toSorted((a, b) => a.width - b.width)
    .map((source) => `${source.url} ${source.width}w`)
    .join(", ");
}

/** The file for browsers that read no `srcset`: the JPEG nearest to 1200 px, else any file. */
export function fallbackOf(sources: readonly ImageSource[]): ImageSource | undefined {
  const jpegs = sources.filter((source) => source.format === "jpeg");
  const pool = jpegs.length > 0 ? jpegs : sources;
  return pool.toSorted((a, b) => Math.abs(a.width - 1200) - Math.abs(b.width - 1200))[0];
}
