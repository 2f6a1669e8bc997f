import type { BodyType, Color } from "@oto/domain";
import sharp from "sharp";
import { carDefs, drawCar, GROUND } from "./car-drawing";
import { PAINTS } from "./paints";
import type { Scene } from "./scenes";
import { backdrop, SCENES } from "./scenes";

export const VIEWS = ["SIDE", "OTHER_SIDE", "FRONT_DETAIL", "REAR_DETAIL"] as const;
export type View = (typeof VIEWS)[number];

export interface PictureRequest {
  bodyType: BodyType;
  color: Color;
  /** Equal seeds give equal pictures. */
  seed: number;
}

/** Part of the 1600 × 1200 drawing that a view shows: x, y, width, height. */
const WINDOWS: Record<View, readonly [number, number, number, number]> = {
  SIDE: [0, 0, 1600, 1200],
  OTHER_SIDE: [0, 0, 1600, 1200],
  FRONT_DETAIL: [40, 420, 800, 600],
  REAR_DETAIL: [760, 420, 800, 600],
};

/** The drawing of one view as SVG. */
export function drawPicture({
  bodyType,
  color,
  view,
  scene,
}: Omit<PictureRequest, "seed"> & { view: View; scene: Scene }): string {
  const { defs, markup, gloss } = backdrop(scene);
  const car = drawCar(bodyType);
  const mirrored = view === "OTHER_SIDE" ? ' transform="translate(1600 0) scale(-1 1)"' : "";
  const reflection = drawCar(bodyType)
    .replaceAll('id="', 'id="r-')
    .replaceAll("url(#body)", "url(#r-body)")
    .replaceAll("url(#glass)", "url(#r-glass)");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200" viewBox="${WINDOWS[view].join(" ")}"><defs>${carDefs(PAINTS[color])}${defs}
<radialGradient id="shade"><stop offset="0" stop-color="#000" stop-opacity=".75"/><stop offset=".7" stop-color="#000" stop-opacity=".42"/><stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>
<linearGradient id="fade" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="${gloss}"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/></linearGradient>
<mask id="mirror"><rect y="${GROUND - 6}" width="1600" height="330" fill="url(#fade)"/></mask>
<radialGradient id="vignette" cx=".5" cy=".5" r=".75"><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".34"/></radialGradient></defs>
${markup}<g${mirrored}><g mask="url(#mirror)"><g transform="translate(0 ${GROUND * 2 - 10}) scale(1 -1)">${reflection}</g></g>
<ellipse cx="800" cy="${GROUND - 2}" rx="760" ry="46" fill="url(#shade)"/>${car}</g><rect x="${WINDOWS[view][0]}" y="${WINDOWS[view][1]}" width="${WINDOWS[view][2]}" height="${WINDOWS[view][3]}" fill="url(#vignette)"/></svg>`;
}

/** Renders one view as a photo-like JPEG of 1600 × 1200 pixels. */
export async function renderPicture(
  request: Omit<PictureRequest, "seed"> & { view: View; scene: Scene },
): Promise<Buffer> {
  return sharp(Buffer.from(drawPicture(request)))
    .flatten()
    .jpeg({ quality: 84 })
    .toBuffer();
}

/** The pictures of one car: both sides and two details, in one place by day and another. */
export function pictureSet({
  bodyType,
  color,
  seed,
}: PictureRequest): Promise<{ view: View; buffer: Buffer }[]> {
  return Promise.all(
    VIEWS.map(async (view, index) => {
      const scene = SCENES[(seed + (index === 1 ? 1 : 0)) % SCENES.length] ?? "SHOWROOM";
      return { view, buffer: await renderPicture({ bodyType, color, view, scene }) };
    }),
  );
}
