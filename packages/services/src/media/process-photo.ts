import type { Watermark } from "@oto/domain";
import sharp from "sharp";
import type { PhotoFormat } from "./media.view";
import { PHOTO_FORMATS } from "./media.view";
import { MAX_MEGAPIXELS } from "./media-limits";
import { assertPhoto, blamingTheFile } from "./photo-content";
import type { Pixels } from "./photo-pixels";
import { fromPixels, resizedTo } from "./photo-pixels";
import { dominantColor, placeholderUrl } from "./photo-placeholder";
import { watermarkLayer } from "./watermark";

/** Changes whenever the same file would give other variants, so that their keys change too. */
export const PHOTO_RECIPE = "1";

const WIDTHS = [320, 640, 960, 1280, 1920] as const;
const LARGEST = { width: 1920, height: 2880 } as const;

export interface PhotoOptions {
  /** The gallery's name and how to write it, or none. */
  watermark: (Pick<Watermark, "position" | "opacity"> & { text: string }) | null;
}

export interface EncodedPhoto {
  format: PhotoFormat;
  width: number;
  height: number;
  data: Buffer;
}

export interface ProcessedPhoto {
  /** Of the largest variant. */
  width: number;
  height: number;
  /** `data:` URL, some hundred bytes. */
  placeholder: string;
  /** `#rrggbb` of the photo without its watermark. */
  dominantColor: string;
  /** Every width in every format, smallest first. */
  variants: EncodedPhoto[];
}

/**
 * Decodes once, upright, into 8-bit sRGB on white, not larger than the largest variant. Only the
 * pixels go on from here: whatever else the file carried (place, camera, thumbnails) stays behind.
 * Of an animation this is the first picture, which is what a dealer wants of a photo.
 */
async function decode(file: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(file, {
    failOn: "truncated",
    limitInputPixels: MAX_MEGAPIXELS * 1_000_000,
    sequentialRead: true,
  })
    .autoOrient()
    .resize({ ...LARGEST, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

async function marked(pixels: Pixels, { watermark }: PhotoOptions): Promise<Pixels> {
  const layer = watermark && watermarkLayer(watermark.text, pixels, watermark);
  if (!layer) return pixels;
  const { svg, left, top } = layer;
  const { data, info } = await fromPixels(pixels)
    .composite([{ input: svg, left, top }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/**
 * Qualities that look alike. AVIF effort 0 costs a small part of effort 4's time for some per cent
 * of bytes: on the two cores this runs on, time is what photos wait for.
 */
function encode(pixels: Pixels, format: PhotoFormat): Promise<Buffer> {
  const image = fromPixels(pixels);
  switch (format) {
    case "avif":
      return image.avif({ quality: 55, effort: 0, chromaSubsampling: "4:2:0" }).toBuffer();
    case "webp":
      return image.webp({ quality: 78, effort: 2, smartSubsample: false }).toBuffer();
    case "jpeg":
      return image.jpeg({ quality: 78, mozjpeg: true }).toBuffer();
  }
}

/** The widths of the list that the photo fills, and its own where it is smaller than the largest. */
function widthsFor(width: number): number[] {
  return [...WIDTHS.filter((wanted) => wanted < width), Math.min(width, LARGEST.width)];
}

async function encodeAll(pixels: Pixels): Promise<EncodedPhoto[]> {
  const variants: EncodedPhoto[] = [];
  for (const wanted of widthsFor(pixels.width)) {
    const resized = await resizedTo(pixels, wanted);
    const { width, height } = resized;
    for (const format of PHOTO_FORMATS) {
      variants.push({ format, width, height, data: await encode(resized, format) });
    }
  }
  return variants;
}

/**
 * Makes everything that is shown of a photo. The same file and options give the same result.
 *
 * @throws PhotoRefusedError when the file is no usable photo; any other error is worth a retry
 */
export async function processPhoto(file: Buffer, options: PhotoOptions): Promise<ProcessedPhoto> {
  await assertPhoto(file);
  const pixels = await blamingTheFile(() => decode(file));
  const placeholder = await placeholderUrl(pixels);
  const color = await dominantColor(pixels);
  const variants = await encodeAll(await marked(pixels, options));
  const { width, height } = pixels;
  return { width, height, placeholder, dominantColor: color, variants };
}
