import sharp from "sharp";
import { rgbaToThumbHash, thumbHashToRGBA } from "thumbhash";
import type { Pixels } from "./photo-pixels";
import { fromPixels } from "./photo-pixels";

/** Longest side that the hash takes. */
const SMALL = 100;

/** A blurred picture of some hundred bytes, in the photo's proportions. */
export async function placeholderUrl(pixels: Pixels): Promise<string> {
  const { data, info } = await fromPixels(pixels)
    .resize({ width: SMALL, height: SMALL, fit: "inside", withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { w, h, rgba } = thumbHashToRGBA(rgbaToThumbHash(info.width, info.height, data));
  const blurred = await sharp(rgba, { raw: { width: w, height: h, channels: 4 } })
    .removeAlpha()
    .webp({ quality: 50, effort: 4 })
    .toBuffer();
  return `data:image/webp;base64,${blurred.toString("base64")}`;
}

/** The colour that fills most of the photo, `#rrggbb`. */
export async function dominantColor(pixels: Pixels): Promise<string> {
  const small = await fromPixels(pixels)
    .resize({ width: SMALL, height: SMALL, fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer();
  const { dominant } = await sharp(small).stats();
  const hex = [dominant.r, dominant.g, dominant.b].map((part) =>
    part.toString(16).padStart(2, "0"),
  );
  return `#${hex.join("")}`;
}
