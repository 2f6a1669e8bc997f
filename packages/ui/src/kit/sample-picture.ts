import type { GalleryPhoto } from "../media/photo-gallery";

/** A car drawn as a data URL, so that the kit needs no file and no network. */
export function samplePhoto(id: string, hue: number): GalleryPhoto {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800"><defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="hsl(${hue} 28% 78%)"/><stop offset=".62" stop-color="hsl(${hue} 22% 92%)"/><stop offset=".63" stop-color="hsl(${hue} 8% 46%)"/><stop offset="1" stop-color="hsl(${hue} 8% 34%)"/></linearGradient></defs><rect width="1200" height="800" fill="url(#s)"/><path d="M150 560c0-60 40-90 120-104l90-16c60-60 150-100 270-100 130 0 220 40 300 110l90 22c50 12 80 40 80 90v24H150z" fill="hsl(${hue} 52% 34%)"/><path d="M400 440c56-46 124-70 220-70v74zM650 370c96 4 164 28 220 74H650z" fill="hsl(${hue} 20% 16%)"/><g fill="#16191b"><circle cx="350" cy="586" r="76"/><circle cx="880" cy="586" r="76"/></g><g fill="#b9c0c4"><circle cx="350" cy="586" r="42"/><circle cx="880" cy="586" r="42"/></g></svg>`;
  return {
    id,
    alt: `Sample car ${id}`,
    sources: [
      { format: "jpeg", width: 1200, url: `data:image/svg+xml,${encodeURIComponent(svg)}` },
    ],
  };
}
