import sharp from "sharp";
import { develop, encode, PICTURE_HEIGHT, PICTURE_WIDTH } from "../develop";
import { createRandom } from "../random";
import { sceneOf } from "../scenes";
import type { SceneName } from "../scenes/scene";
import { centreConsole, seats, steeringWheel } from "./controls";
import { dashboard, doors, instruments, roofAndPillars, touchScreen } from "./dashboard";
import type { CabinTrim } from "./trim";
import { pickTrim } from "./trim";

const OUTSIDE_HORIZON = 470;

function gradient(id: string, stops: readonly string[], down = true): string {
  const inner = stops
    .map((color, i) => `<stop offset="${i / (stops.length - 1)}" stop-color="${color}"/>`)
    .join("");
  return `<linearGradient id="${id}" x1="0" y1="0" x2="${down ? 0 : 1}" y2="${down ? 1 : 0}">${inner}</linearGradient>`;
}

function definitions(trim: CabinTrim): string {
  return [
    gradient("lining", [trim.lining[0], trim.lining[1], trim.lining[0]]),
    gradient("glassback", ["#39424b", "#8d979f", "#2b3036"]),
    gradient("doorpad", [trim.padLight, trim.pad, trim.leatherDark]),
    gradient("pad", [trim.padLight, trim.pad, "#0e0f10"]),
    gradient("inlay", trim.inlay),
    gradient("leather", [trim.leather, trim.leatherDark]),
    gradient("seat", [trim.leatherLight, trim.leather, trim.leatherDark]),
    gradient("chrome", ["#f1f3f5", "#8b9096", "#dfe2e5", "#6d7278"]),
    gradient("screen", ["#0a1118", "#142230"]),
    gradient("wheel", ["#3d3f43", "#1a1b1d", "#2c2e31"]),
    gradient("hub", ["#3a3c40", "#17181a"]),
    gradient("tunnel", [trim.pad, "#101113"]),
    gradient("gloss", ["#ffffff2a", "#ffffff05", "#00000000"], false),
    '<pattern id="holes" width="12" height="12" patternUnits="userSpaceOnUse"><circle cx="6" cy="6" r="3" fill="#2a2c2f"/></pattern>',
    '<radialGradient id="daylight" cx="0.5" cy="0.3" r="0.75"><stop offset="0" stop-color="#fff" stop-opacity="0.16"/><stop offset="1" stop-color="#000" stop-opacity="0.28"/></radialGradient>',
  ].join("");
}

/** The driver's place, seen from between the seats, with the scene outside the windscreen. */
export async function photographInterior(scene: SceneName, seed: string): Promise<Buffer> {
  const random = createRandom(`${seed}/interior`);
  const size = { width: PICTURE_WIDTH, height: PICTURE_HEIGHT };
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">`;
  const outside = sceneOf(scene).backdrop({ ...size, horizon: OUTSIDE_HORIZON }, random);
  const trim = pickTrim(random);
  const inside = [
    `<defs>${definitions(trim)}</defs>`,
    roofAndPillars(trim),
    doors(trim),
    dashboard(trim),
    instruments(trim, random),
    touchScreen(trim, random),
    centreConsole(trim),
    seats(trim),
    steeringWheel(trim),
    `<rect width="${size.width}" height="${size.height}" fill="url(#daylight)"/>`,
  ].join("");
  const behind = await sharp(Buffer.from(`${open}${outside}</svg>`))
    .flatten({ background: "#808080" })
    .blur(7)
    .linear(1, 18)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { data } = await sharp(behind.data, { raw: behind.info })
    .composite([{ input: Buffer.from(`${open}${inside}</svg>`) }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rgba = new Float32Array(size.width * size.height * 4);
  for (let i = 0, j = 0; i < rgba.length; i += 4, j += 3) {
    for (let k = 0; k < 3; k += 1) rgba[i + k] = data[j + k] ?? 0;
  }
  return encode(develop({ back: { ...size, rgba }, front: null }, random));
}
