import sharp from "sharp";

/**
 * Drawn surface, eight bytes a texel: glass, black trim, slope along u, slope along v
 * (128 is flat), then colour and coverage of the art (sRGB, not premultiplied).
 */
export interface Texture {
  width: number;
  height: number;
  texels: Uint8Array;
  /** Texels a metre, and the metres of the left and top edge. */
  scale: number;
  left: number;
  top: number;
}

/** Area of a drawing in metres; v grows upwards. */
export interface Sheet {
  left: number;
  right: number;
  bottom: number;
  top: number;
  scale: number;
}

function svgOf(sheet: Sheet, content: string): string {
  const width = Math.round((sheet.right - sheet.left) * sheet.scale);
  const height = Math.round((sheet.top - sheet.bottom) * sheet.scale);
  const place = `scale(${sheet.scale} ${-sheet.scale}) translate(${-sheet.left} ${-sheet.top})`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<g transform="${place}">${content}</g></svg>`
  );
}

/** Weighted mean along a line of values, in place; `stride` apart. */
function smoothLine(values: Float32Array, start: number, line: { count: number; stride: number }) {
  const { count, stride } = line;
  let before = values[start] ?? 0;
  let here = before;
  for (let i = 0; i < count; i += 1) {
    const at = start + i * stride;
    const after = i + 1 < count ? (values[at + stride] ?? 0) : here;
    values[at] = before * 0.25 + here * 0.5 + after * 0.25;
    before = here;
    here = after;
  }
}

function smoothHeights(heights: Float32Array, width: number, height: number): void {
  for (let pass = 0; pass < 9; pass += 1) {
    for (let row = 0; row < height; row += 1) {
      smoothLine(heights, row * width, { count: width, stride: 1 });
    }
    for (let column = 0; column < width; column += 1) {
      smoothLine(heights, column, { count: height, stride: width });
    }
  }
}

const clampByte = (v: number): number => Math.max(0, Math.min(255, Math.round(v)));

/**
 * Rasterizes a drawing made of two SVG fragments in metres.
 * @param mask red: glass, green: trim, blue: height of the surface (128 is level)
 * @param art colours printed over the surface, such as lamps and seams
 */
export async function bakeTexture(sheet: Sheet, mask: string, art: string): Promise<Texture> {
  const ground =
    `<rect x="${sheet.left}" y="${sheet.bottom}" width="${sheet.right - sheet.left}" ` +
    `height="${sheet.top - sheet.bottom}" fill="#000080"/>`;
  const raster = (svg: string) => sharp(Buffer.from(svg)).ensureAlpha().raw();
  const [masks, arts] = await Promise.all([
    raster(svgOf(sheet, ground + mask)).toBuffer({ resolveWithObject: true }),
    raster(svgOf(sheet, art)).toBuffer(),
  ]);
  const { width, height } = masks.info;
  const count = width * height;
  const heights = new Float32Array(count);
  for (let i = 0; i < count; i += 1) heights[i] = masks.data[i * 4 + 2] ?? 128;
  smoothHeights(heights, width, height);
  const texels = new Uint8Array(count * 8);
  for (let i = 0; i < count; i += 1) {
    const at = i * 8;
    const here = heights[i] ?? 128;
    texels[at] = masks.data[i * 4] ?? 0;
    texels[at + 1] = masks.data[i * 4 + 1] ?? 0;
    texels[at + 2] = clampByte(128 + 8 * ((heights[i + 1] ?? here) - (heights[i - 1] ?? here)));
    texels[at + 3] = clampByte(
      128 + 8 * ((heights[i - width] ?? here) - (heights[i + width] ?? here)),
    );
    for (let k = 0; k < 4; k += 1) texels[at + 4 + k] = arts[i * 4 + k] ?? 0;
  }
  return { width, height, texels, scale: sheet.scale, left: sheet.left, top: sheet.top };
}

/** Reads the eight channels at a point given in metres, mixed between texels, into `out`. */
export function readTexture(texture: Texture, at: readonly [number, number], out: Float64Array) {
  const { width, height, texels, scale } = texture;
  const gx = Math.min(width - 1.01, Math.max(0, (at[0] - texture.left) * scale - 0.5));
  const gy = Math.min(height - 1.01, Math.max(0, (texture.top - at[1]) * scale - 0.5));
  const column = Math.floor(gx);
  const row = Math.floor(gy);
  const fx = gx - column;
  const fy = gy - row;
  const a = (row * width + column) * 8;
  const c = a + width * 8;
  const wa = (1 - fx) * (1 - fy);
  const wb = fx * (1 - fy);
  const wc = (1 - fx) * fy;
  const wd = fx * fy;
  for (let k = 0; k < 8; k += 1) {
    out[k] =
      (texels[a + k] ?? 0) * wa +
      (texels[a + 8 + k] ?? 0) * wb +
      (texels[c + k] ?? 0) * wc +
      (texels[c + 8 + k] ?? 0) * wd;
  }
}
