import sharp from "sharp";
import type { Layer } from "./car-pass";
import type { Random } from "./random";

export const PICTURE_WIDTH = 1600;
export const PICTURE_HEIGHT = 1200;
const JPEG_QUALITY = 82;

interface Exposed {
  /** Fills the picture; may be smaller than it. */
  back: Layer;
  /** Lies over it at full size; its colours are already weighed by their coverage. */
  front: Layer | null;
}

/** Reads a layer at a picture point, mixed between its pixels, into `out`. */
function readLayer(
  { width, height, rgba }: Layer,
  at: readonly [number, number],
  out: Float64Array,
) {
  const x = Math.min(width - 1.001, Math.max(0, ((at[0] + 0.5) * width) / PICTURE_WIDTH - 0.5));
  const y = Math.min(height - 1.001, Math.max(0, ((at[1] + 0.5) * height) / PICTURE_HEIGHT - 0.5));
  const column = Math.floor(x);
  const row = Math.floor(y);
  const fx = x - column;
  const fy = y - row;
  const a = (row * width + column) * 4;
  const c = a + width * 4;
  for (let k = 0; k < 3; k += 1) {
    const low = (rgba[a + k] ?? 0) * (1 - fx) + (rgba[a + 4 + k] ?? 0) * fx;
    const high = (rgba[c + k] ?? 0) * (1 - fx) + (rgba[c + 4 + k] ?? 0) * fx;
    out[k] = low * (1 - fy) + high * fy;
  }
}

/** Merges the layers with film grain and darker corners: they then compress as photographs do. */
export function develop({ back, front }: Exposed, random: Random): Buffer {
  const out = Buffer.alloc(PICTURE_WIDTH * PICTURE_HEIGHT * 3);
  const under = new Float64Array(3);
  let state = Math.floor(random() * 0x7fffffff) | 1;
  for (let row = 0; row < PICTURE_HEIGHT; row += 1) {
    const v = (row / PICTURE_HEIGHT - 0.5) * 1.6;
    for (let column = 0; column < PICTURE_WIDTH; column += 1) {
      const u = (column / PICTURE_WIDTH - 0.5) * 1.7;
      const corner = u * u + v * v;
      const vignette = 1 - 0.15 * corner * corner;
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const grain = ((state & 255) + ((state >>> 8) & 255) - 255) * 0.016;
      const pixel = row * PICTURE_WIDTH + column;
      const cover = front ? (front.rgba[pixel * 4 + 3] ?? 0) : 0;
      if (cover < 1) readLayer(back, [column, row], under);
      for (let k = 0; k < 3; k += 1) {
        const over = front ? (front.rgba[pixel * 4 + k] ?? 0) : 0;
        const light = over + (1 - cover) * (under[k] ?? 0);
        out[pixel * 3 + k] = Math.max(0, Math.min(255, light * vignette + grain + 0.5));
      }
    }
  }
  return out;
}

export async function encode(pixels: Buffer): Promise<Buffer> {
  const raw = { width: PICTURE_WIDTH, height: PICTURE_HEIGHT, channels: 3 } as const;
  return sharp(pixels, { raw }).jpeg({ quality: JPEG_QUALITY }).toBuffer();
}
