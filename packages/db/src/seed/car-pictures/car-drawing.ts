import type { BodyType } from "@oto/domain";
import type { CarShape, Point } from "./car-shapes";
import { CAR_SHAPES } from "./car-shapes";
import type { Paint } from "./paints";

/** Pixels of one metre on the 1600 × 1200 canvas, and where the ground lies. */
const SCALE = 285;
export const GROUND = 905;
const CENTER = 800;

interface Frame {
  x(metres: number): number;
  y(metres: number): number;
}

const round = (value: number) => Math.round(value * 10) / 10;

function frameOf(shape: CarShape): Frame {
  const left = CENTER - (shape.length * SCALE) / 2;
  return { x: (m) => round(left + m * SCALE), y: (m) => round(GROUND - m * SCALE) };
}

/** A smooth curve through points (Catmull–Rom as Béziers). */
function smooth(points: readonly Point[], frame: Frame, tension = 0.16): string {
  const at = (index: number): Point =>
    points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];
  let path = "";
  for (let i = 0; i < points.length - 1; i += 1) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const c1: Point = [
      from[0] + (to[0] - before[0]) * tension,
      from[1] + (to[1] - before[1]) * tension,
    ];
    const c2: Point = [
      to[0] - (after[0] - from[0]) * tension,
      to[1] - (after[1] - from[1]) * tension,
    ];
    const numbers = [c1, c2, to].map(([x, y]) => `${frame.x(x)} ${frame.y(y)}`).join(" ");
    path += `C${numbers}`;
  }
  return path;
}

const wheelCenters = ({ frontOverhang, wheelbase }: CarShape) =>
  [frontOverhang, frontOverhang + wheelbase] as const;

function bodyPath(shape: CarShape, frame: Frame): string {
  const { outline, clearance, wheelRadius } = shape;
  const [first] = outline;
  const last = outline.at(-1);
  if (!first || !last) return "";
  const [front, rear] = wheelCenters(shape);
  const arch = wheelRadius + 0.055;
  const r = round(arch * SCALE);
  const sill = frame.y(clearance);
  const arc = (center: number) =>
    `L${frame.x(center + arch)} ${sill}A${r} ${r} 0 0 0 ${frame.x(center - arch)} ${sill}`;
  return [
    `M${frame.x(first[0])} ${frame.y(first[1])}`,
    smooth(outline, frame),
    `Q${frame.x(last[0] - 0.01)} ${sill} ${frame.x(last[0] - 0.16)} ${sill}`,
    arc(rear),
    arc(front),
    `L${frame.x(0.16)} ${sill}Q${frame.x(0.02)} ${sill} ${frame.x(first[0])} ${frame.y(first[1])}Z`,
  ].join("");
}

function wheel(center: number, shape: CarShape, frame: Frame): string {
  const [cx, cy] = [frame.x(center), frame.y(shape.wheelRadius)];
  const r = shape.wheelRadius * SCALE;
  const spokes = Array.from({ length: 10 }, (_, i) => {
    const turn = i * 36 + 8;
    return `<path d="M${cx - 7} ${cy - r * 0.12}L${cx - 4} ${cy - r * 0.66}L${cx + 9} ${cy - r * 0.66}L${cx + 7} ${cy - r * 0.12}Z" transform="rotate(${turn} ${cx} ${cy})"/>`;
  }).join("");
  return `<g><circle cx="${cx}" cy="${cy}" r="${r}" fill="#15171a"/>
<circle cx="${cx}" cy="${cy}" r="${r * 0.96}" fill="none" stroke="#2c3036" stroke-width="3"/>
<circle cx="${cx}" cy="${cy}" r="${r * 0.72}" fill="#0d0f11"/>
<circle cx="${cx}" cy="${cy}" r="${r * 0.5}" fill="#3a3d42"/><circle cx="${cx}" cy="${cy}" r="${r * 0.5}" fill="none" stroke="#55595f" stroke-width="2"/>
<g fill="url(#rim)">${spokes}</g>
<circle cx="${cx}" cy="${cy}" r="${r * 0.69}" fill="none" stroke="url(#rim)" stroke-width="${r * 0.055}"/>
<circle cx="${cx}" cy="${cy}" r="${r * 0.14}" fill="url(#rim)"/><circle cx="${cx}" cy="${cy}" r="${r * 0.07}" fill="#2a2d31"/></g>`;
}

function glassArea(shape: CarShape, frame: Frame): string {
  const { glass, pillars, openTop } = shape;
  const [first] = glass;
  if (!first) return "";
  const path = `M${frame.x(first[0])} ${frame.y(first[1])}${smooth([...glass, first], frame, 0.1)}Z`;
  const low = Math.min(...glass.map(([, y]) => y)) - 0.03;
  const high = Math.max(...glass.map(([, y]) => y)) + 0.03;
  const bars = pillars
    .map(
      (x) =>
        `<path d="M${frame.x(x - 0.03)} ${frame.y(low)}L${frame.x(x + 0.0)} ${frame.y(high)}L${frame.x(x + 0.06)} ${frame.y(high)}L${frame.x(x + 0.05)} ${frame.y(low)}Z" fill="#0b0d10"/>`,
    )
    .join("");
  const sheen = openTop
    ? ""
    : `<path d="M${frame.x(2.0)} ${frame.y(high)}L${frame.x(1.5)} ${frame.y(low)}L${frame.x(1.95)} ${frame.y(low)}L${frame.x(2.45)} ${frame.y(high)}Z" fill="#fff" opacity=".13"/>`;
  return `<clipPath id="glass"><path d="${path}"/></clipPath><path d="${path}" fill="url(#glassFill)" stroke="#0b0d10" stroke-width="7" stroke-linejoin="round"/>
<g clip-path="url(#glass)">${bars}${sheen}<path d="M0 ${frame.y(low + 0.16)}H1600V${frame.y(low)}H0Z" fill="#05070a" opacity=".5"/></g>`;
}

function seats(shape: CarShape, frame: Frame): string {
  if (!shape.openTop) return "";
  return [2.45, 3.15]
    .map(
      (x) =>
        `<rect x="${frame.x(x)}" y="${frame.y(1.13)}" width="46" height="70" rx="18" fill="#3b2a22"/>`,
    )
    .join("");
}

function details(shape: CarShape, frame: Frame): string {
  const { doors, belt, clearance, length, outline } = shape;
  const roofAt = (x: number) => {
    const index = outline.findIndex(([px]) => px > x);
    const [a, b] = [outline[Math.max(index - 1, 0)], outline[Math.max(index, 0)]];
    return a && b ? a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0] || 1) : 1;
  };
  const cuts = doors
    .map(
      (x) =>
        `<path d="M${frame.x(x)} ${frame.y(belt[0] + 0.02)}C${frame.x(x - 0.03)} ${frame.y(0.7)} ${frame.x(x - 0.02)} ${frame.y(0.5)} ${frame.x(x + 0.06)} ${frame.y(clearance + 0.1)}"/>`,
    )
    .join("");
  const handles = doors
    .slice(0, -1)
    .map((_, i) => (doors[i + 1] ?? 0) - 0.26)
    .map(
      (x) =>
        `<rect x="${frame.x(x)}" y="${frame.y(belt[0] - 0.09)}" width="${0.16 * SCALE}" height="8" rx="4" fill="url(#trim)"/>`,
    )
    .join("");
  const crease = `M${frame.x(0.42)} ${frame.y(belt[0] - 0.2)}C${frame.x(1.4)} ${frame.y(belt[0] - 0.11)} ${frame.x(3.2)} ${frame.y(belt[1] - 0.12)} ${frame.x(length - 0.1)} ${frame.y(belt[1] - 0.13)}`;
  const sillLine = `M${frame.x(1.3)} ${frame.y(clearance + 0.13)}C${frame.x(2.2)} ${frame.y(clearance + 0.09)} ${frame.x(2.8)} ${frame.y(clearance + 0.1)} ${frame.x(length - 1.2)} ${frame.y(clearance + 0.16)}`;
  const noseY = outline[1]?.[1] ?? 0.66;
  const tailY = roofAt(length - 0.12);
  const lamp = `M${frame.x(0.06)} ${frame.y(noseY + 0.02)}C${frame.x(0.2)} ${frame.y(noseY + 0.09)} ${frame.x(0.42)} ${frame.y(noseY + 0.12)} ${frame.x(0.58)} ${frame.y(noseY + 0.13)}L${frame.x(0.5)} ${frame.y(noseY + 0.05)}C${frame.x(0.34)} ${frame.y(noseY)} ${frame.x(0.2)} ${frame.y(noseY - 0.05)} ${frame.x(0.07)} ${frame.y(noseY - 0.06)}Z`;
  const rear = Math.min(tailY, belt[1] + 0.02);
  const tail = `M${frame.x(length - 0.06)} ${frame.y(rear - 0.05)}L${frame.x(length - 0.44)} ${frame.y(rear - 0.06)}L${frame.x(length - 0.4)} ${frame.y(rear - 0.15)}L${frame.x(length - 0.05)} ${frame.y(rear - 0.2)}Z`;
  const rails = shape.roofRails
    ? `<path d="M${frame.x(2.1)} ${frame.y(roofAt(2.3) + 0.075)}C${frame.x(2.7)} ${frame.y(roofAt(2.7) + 0.07)} ${frame.x(3.2)} ${frame.y(roofAt(3.2) + 0.07)} ${frame.x(3.75)} ${frame.y(roofAt(3.75) + 0.03)}" stroke="url(#trim)" stroke-width="9" fill="none" stroke-linecap="round"/>`
    : "";
  return `${rails}<g fill="none" stroke="#000" stroke-opacity=".34" stroke-width="3">${cuts}</g>${handles}
<path d="${crease}" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="4"/><path d="${crease}" fill="none" stroke="#000" stroke-opacity=".26" stroke-width="4" transform="translate(0 6)"/>
<path d="${sillLine}" fill="none" stroke="#fff" stroke-opacity=".16" stroke-width="5"/>
<path d="${lamp}" fill="url(#lamp)" stroke="#10151b" stroke-width="3"/><path d="${tail}" fill="url(#tail)" stroke="#3a0808" stroke-width="2"/>
<path d="M${frame.x(0.03)} ${frame.y(noseY - 0.16)}H${frame.x(0.3)}L${frame.x(0.36)} ${frame.y(noseY - 0.27)}H${frame.x(0.05)}Z" fill="#14171b" opacity=".85"/>
<path d="M${frame.x(doors[0] ?? 1.5)} ${frame.y(belt[0] + 0.03)}c-14 -34 -52 -40 -74 -28c-10 8 -6 26 8 30z" fill="url(#paintSide)" stroke="#000" stroke-opacity=".4" stroke-width="2"/>`;
}

/** Gradients that turn a flat outline into painted metal, glass and rims. */
export function carDefs({ light, base, dark }: Paint): string {
  const stop = (offset: number, color: string, opacity = 1) =>
    `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`;
  return `<linearGradient id="paint" x1="0" y1="0" x2="0" y2="1">${stop(0, light)}${stop(0.3, base)}${stop(0.46, light)}${stop(0.52, base)}${stop(0.8, dark)}${stop(1, dark)}</linearGradient>
<linearGradient id="paintSide" x1="0" y1="0" x2="0" y2="1">${stop(0, light)}${stop(1, dark)}</linearGradient>
<linearGradient id="along" x1="0" y1="0" x2="1" y2="0">${stop(0, "#000", 0.3)}${stop(0.13, "#fff", 0.16)}${stop(0.32, "#fff", 0)}${stop(0.62, "#fff", 0.13)}${stop(0.86, "#000", 0.02)}${stop(1, "#000", 0.38)}</linearGradient>
<linearGradient id="glassFill" x1="0" y1="0" x2="0" y2="1">${stop(0, "#8fa3b5")}${stop(0.35, "#3d4a57")}${stop(1, "#141a21")}</linearGradient>
<linearGradient id="rim" x1="0" y1="0" x2="1" y2="1">${stop(0, "#f4f6f8")}${stop(0.5, "#a7adb5")}${stop(1, "#6d737b")}</linearGradient>
<linearGradient id="trim" x1="0" y1="0" x2="0" y2="1">${stop(0, "#eef1f4")}${stop(1, "#757c85")}</linearGradient>
<linearGradient id="lamp" x1="0" y1="0" x2="1" y2="0">${stop(0, "#fdfeff")}${stop(0.5, "#b9cbdb")}${stop(1, "#57687a")}</linearGradient>
<linearGradient id="tail" x1="0" y1="0" x2="1" y2="0">${stop(0, "#7d0d12")}${stop(1, "#ef3b36")}</linearGradient>`;
}

/** One car as SVG markup, standing on the ground line. */
export function drawCar(bodyType: BodyType): string {
  const shape: CarShape = CAR_SHAPES[bodyType];
  const frame = frameOf(shape);
  const body = bodyPath(shape, frame);
  const [front, rear] = wheelCenters(shape);
  const under = `<path d="M${frame.x(0.5)} ${frame.y(shape.clearance + 0.16)}H${frame.x(shape.length - 0.5)}V${frame.y(shape.clearance - 0.04)}H${frame.x(0.5)}Z" fill="#0a0b0d"/>`;
  const wells = [front, rear]
    .map(
      (x) =>
        `<circle cx="${frame.x(x)}" cy="${frame.y(shape.wheelRadius)}" r="${(shape.wheelRadius + 0.05) * SCALE}" fill="#08090b"/>`,
    )
    .join("");
  const bed = shape.cargoBed
    ? `<path d="M${frame.x(3.76)} ${frame.y(1.2)}H${frame.x(5.2)}V${frame.y(1.14)}H${frame.x(3.74)}Z" fill="#0c0e11"/>`
    : "";
  return `${under}${wells}${seats(shape, frame)}<clipPath id="body"><path d="${body}"/></clipPath><path d="${body}" fill="url(#paint)"/>
<g clip-path="url(#body)"><rect x="0" y="0" width="1600" height="1200" fill="url(#along)"/><path d="M0 ${frame.y(shape.clearance + 0.09)}H1600V${frame.y(0)}H0Z" fill="#0b0d10" opacity=".72"/>${bed}</g>
<path d="${body}" fill="none" stroke="#000" stroke-opacity=".35" stroke-width="2.5"/>${glassArea(shape, frame)}${details(shape, frame)}${wheel(front, shape, frame)}${wheel(rear, shape, frame)}`;
}
