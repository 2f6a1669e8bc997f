import { processPhoto } from "@oto/services/media";
import sharp from "sharp";
import type { Arena, BenchCase } from "../bench-case";

const WIDTHS = [320, 640, 960, 1280, 1920];
const TWELVE_MEGAPIXELS = { width: 4_000, height: 3_000 };

/** A picture with detail everywhere, as photos have it; the same one every time. */
async function photo(): Promise<Buffer> {
  const { height, width } = TWELVE_MEGAPIXELS;
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0, seed = 1; at < pixels.length; at += 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    const slope = Math.floor((at / pixels.length) * 200);
    pixels[at] = slope + (seed >> 26);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .blur(1.2)
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Decodes once and makes the same files, without a look at what the file is. */
async function plainSharp(file: Buffer): Promise<void> {
  const { data, info } = await sharp(file)
    .resize({ width: 1_920 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const width of WIDTHS) {
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const small = await sharp(data, { raw }).resize({ width }).raw().toBuffer({
      resolveWithObject: true,
    });
    const { channels, height } = small.info;
    const of = () => sharp(small.data, { raw: { width: small.info.width, height, channels } });
    await of().avif({ quality: 55, effort: 0, chromaSubsampling: "4:2:0" }).toBuffer();
    await of().webp({ quality: 78, effort: 2 }).toBuffer();
    await of().jpeg({ quality: 78, mozjpeg: true }).toBuffer();
  }
}

async function openImages(clients: number): Promise<Arena> {
  const file = await photo();
  const watermark = { text: "Yıldız Otomotiv", position: "BOTTOM_RIGHT", opacity: 0.5 } as const;
  return {
    contenders: [
      { name: "sharp: decoded once, the same files", clients, run: () => plainSharp(file) },
      {
        name: "processPhoto with checks, placeholder and colour",
        clients,
        run: () => processPhoto(file, { watermark: null }),
      },
      {
        name: "the same with a watermark",
        clients,
        run: () => processPhoto(file, { watermark }),
      },
    ],
    close: async () => undefined,
  };
}

/** From an upload to everything that is shown of it. The size is how many are worked on at once. */
export const images: BenchCase = {
  name: "images",
  about: "12 megapixels into five widths and three formats; the bar: 0.9 of sharp alone",
  sizes: [1, 2],
  bar: { share: 0.9 },
  open: openImages,
};
