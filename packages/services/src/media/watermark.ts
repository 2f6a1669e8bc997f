import type { Watermark } from "@oto/domain";
import { WATERMARK_CAP_HEIGHT, WATERMARK_GLYPHS } from "./watermark-glyphs";

const EM = 1000;
/** Of the photo's shorter side. */
const LETTER_SIZE = 0.036;
const MARGIN = 0.03;
/** Of the photo's width, for long names. */
const LONGEST = 0.7;
const SMALLEST_PX = 9;

interface Glyph {
  advance: number;
  path: string;
}

/** The outline of a character, or of its plain base letter. */
function glyphOf(character: string): Glyph | undefined {
  const plain = character.normalize("NFD").charAt(0);
  const found = WATERMARK_GLYPHS[character] ?? WATERMARK_GLYPHS[plain];
  if (found === undefined) return undefined;
  const space = found.indexOf(" ");
  return { advance: Number(found.slice(0, space)), path: found.slice(space + 1) };
}

/** The text as one path that starts at 0 on the baseline, in font units. */
function outline(text: string): { path: string; advance: number } {
  const letters: string[] = [];
  let advance = 0;
  for (const character of text.normalize("NFC")) {
    const glyph = glyphOf(character);
    if (!glyph) continue;
    if (glyph.path !== "") {
      letters.push(`<path transform="translate(${advance} 0)" d="${glyph.path}"/>`);
    }
    advance += glyph.advance;
  }
  return { path: letters.join(""), advance };
}

export interface WatermarkLayer {
  /** Ready to lay over the photo at `left`, `top`. */
  svg: Buffer;
  left: number;
  top: number;
}

interface Box {
  width: number;
  height: number;
}

function placeIn(photo: Box, layer: Box, position: Watermark["position"]) {
  const margin = Math.round(Math.min(photo.width, photo.height) * MARGIN);
  const right = Math.max(0, photo.width - layer.width - margin);
  const bottom = Math.max(0, photo.height - layer.height - margin);
  const left = Math.min(margin, right);
  const top = Math.min(margin, bottom);
  switch (position) {
    case "TOP_LEFT":
      return { left, top };
    case "TOP_RIGHT":
      return { left: right, top };
    case "BOTTOM_LEFT":
      return { left, top: bottom };
    case "BOTTOM_RIGHT":
      return { left: right, top: bottom };
    case "CENTER":
      return {
        left: Math.max(0, Math.round((photo.width - layer.width) / 2)),
        top: Math.max(0, Math.round((photo.height - layer.height) / 2)),
      };
  }
}

/**
 * The gallery's name as a layer for a photo of this size: white letters with a soft dark edge, so
 * that they can be read on any paint. Drawn from outlines, hence without any installed font.
 *
 * @returns null when the photo is too small for letters, or none of them can be drawn
 */
export function watermarkLayer(
  text: string,
  photo: Box,
  { position, opacity }: Pick<Watermark, "position" | "opacity">,
): WatermarkLayer | null {
  const { path, advance } = outline(text.trim());
  if (path === "") return null;
  const wanted = Math.min(photo.width, photo.height) * LETTER_SIZE;
  const letterPx = Math.min(wanted, (photo.width * LONGEST * EM) / advance);
  if (letterPx < SMALLEST_PX) return null;
  const scale = letterPx / EM;
  const edge = Math.max(1, letterPx * 0.06);
  // Room for the edge and for letters that go below the line or carry marks above it.
  const pad = letterPx * 0.3 + edge;
  const width = Math.ceil(advance * scale + pad * 2);
  const height = Math.ceil(WATERMARK_CAP_HEIGHT * scale + pad * 2);
  const baseline = pad + WATERMARK_CAP_HEIGHT * scale;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<g opacity="${opacity}" transform="translate(${pad} ${baseline}) scale(${scale})">
<g fill="none" stroke="#000" stroke-opacity="0.45" stroke-linejoin="round" stroke-width="${(edge * 2) / scale}">${path}</g>
<g fill="#fff">${path}</g>
</g></svg>`;
  return { svg: Buffer.from(svg), ...placeIn(photo, { width, height }, position) };
}
