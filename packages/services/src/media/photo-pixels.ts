import type { Channels, Sharp } from "sharp";
import sharp from "sharp";

// One core for each photo: two are worked on at once, and the machine has other things to do.
sharp.concurrency(1);
// No photo is decoded twice, so a cache would only hold memory.
sharp.cache(false);

/** A decoded picture: 8-bit sRGB, row by row. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
  channels: Channels;
}

export function fromPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** The picture at a smaller width; at its own width it is handed on as it is. */
export async function resizedTo(pixels: Pixels, width: number): Promise<Pixels> {
  if (width === pixels.width) return pixels;
  const { data, info } = await fromPixels(pixels)
    .resize({ width })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}
