import { between } from "../random";
import type { Light, Scene } from "./scene";
import { blotch, mix, ramp } from "./scene";

const WALL: Light = [0.2, 0.21, 0.23];

/** Long lamps across the ceiling: the lines that run along polished paint. */
function ceiling(x: number, y: number): Light {
  const row = Math.abs(((y + 40.45) % 1.5) - 0.75);
  const on =
    (1 - ramp(0.1, 0.24, row)) * (1 - ramp(2.6, 3.2, Math.abs(x))) * (1 - ramp(3, 5, Math.abs(y)));
  const base = 0.1;
  return [base + 5 * on, base + 5.1 * on, base + 5.3 * on];
}

function light(x: number, y: number, z: number): Light {
  if (z > 0.16) return mix(WALL, ceiling(x / z, y / z), ramp(0.16, 0.3, z));
  if (z < -0.02) {
    const floor: Light = [0.2, 0.195, 0.19];
    return mix(WALL, floor, ramp(0.02, 0.15, -z));
  }
  const window = ramp(-0.35, -0.5, x) * ramp(-0.95, -0.85, x);
  const panel = ramp(0.5, 0.6, x) * (1 - ramp(0.86, 0.92, x)) * ramp(0.3, -0.2, y);
  const wall = mix(WALL, [2.6, 2.75, 3], window);
  return mix(wall, [1.6, 1.5, 1.35], panel);
}

function ground(x: number, y: number): Light {
  const seam = Math.min(Math.abs(((x + 61.2) % 2.4) - 1.2), Math.abs(((y + 60.4) % 2.4) - 1.2));
  const cloud = 0.94 + 0.1 * blotch(x * 0.8, y * 0.8) + 0.04 * blotch(x * 5, y * 5);
  const pool = 0.6 + 0.55 * Math.exp(-(x * x + y * y) / 26);
  const tone = cloud * pool * (seam < 0.006 ? 0.72 : 1);
  return [0.36 * tone, 0.355 * tone, 0.35 * tone];
}

function lamps(width: number, horizon: number): string {
  const out: string[] = [];
  for (let i = 0; i < 6; i += 1) {
    const depth = 1 + i * 0.55;
    const y = horizon - (horizon * 1.05) / depth;
    const half = (width * 0.62) / depth;
    const tall = 13 / depth;
    out.push(
      `<rect x="${width / 2 - half}" y="${y - tall / 2}" width="${half * 2}" height="${tall}" fill="#fdfcf8"/>`,
      `<rect x="${width / 2 - half * 1.04}" y="${y - tall * 2}" width="${half * 2.08}" height="${tall * 4}" fill="#fff6e6" opacity="0.16"/>`,
    );
  }
  return out.join("");
}

export const SHOWROOM: Scene = {
  light,
  ground,
  gloss: 0.34,
  shadow: null,
  shadowDepth: 0.85,
  exposure: 1.1,
  blur: 3.2,
  backdrop: ({ width, height, horizon }, random) => {
    const warm = random() < 0.5;
    const wallTop = horizon * 0.42;
    const split = width * between(random, 0.3, 0.42);
    const panels: string[] = [];
    for (let i = 0; i < 9; i += 1) {
      const x = split + i * 78;
      panels.push(
        `<rect x="${x}" y="${wallTop}" width="74" height="${horizon - wallTop}" fill="${warm ? "#6b5848" : "#4e545d"}" opacity="${0.55 + 0.35 * random()}"/>`,
      );
    }
    const panes: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      panes.push(
        `<rect x="${i * (split / 4.6) - 30}" y="${wallTop - 10}" width="${split / 4.6 - 7}" height="${horizon - wallTop + 4}" fill="url(#day)"/>`,
      );
    }
    const glow = [0.5, 0.72, 0.94]
      .map(
        (x) =>
          `<ellipse cx="${width * x}" cy="${wallTop + 20}" rx="120" ry="${(horizon - wallTop) * 1.1}" fill="url(#spot)"/>`,
      )
      .join("");
    const silhouettes = [0.08, 0.2, 0.84]
      .map(
        (x) =>
          `<path transform="translate(${width * x} ${horizon + 6}) scale(${between(random, 0.8, 1.1)})" d="M-70 0q-4-22 14-25l26-4 24-20q30-7 58 2l20 20q16 2 17 14l-1 13z" fill="#1b1e23" opacity="0.8"/>`,
      )
      .join("");
    return (
      `<defs><linearGradient id="wall" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#24272c"/><stop offset="1" stop-color="#858a92"/></linearGradient>` +
      `<linearGradient id="day" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#f4f8fc"/><stop offset="0.62" stop-color="#dbe7ef"/><stop offset="0.7" stop-color="#a9b9a6"/><stop offset="1" stop-color="#b9beb9"/></linearGradient>` +
      `<radialGradient id="spot" cy="0.15"><stop offset="0" stop-color="#ffeaca" stop-opacity="0.6"/><stop offset="1" stop-color="#ffeaca" stop-opacity="0"/></radialGradient></defs>` +
      `<rect width="${width}" height="${height}" fill="url(#wall)"/>` +
      `<rect width="${width}" height="${wallTop}" fill="#1f2227"/>${lamps(width, horizon)}` +
      `<rect x="${split}" y="${wallTop}" width="${width}" height="${horizon - wallTop}" fill="#5b616a"/>` +
      `${panels.join("")}<rect x="0" y="${wallTop - 14}" width="${split}" height="${horizon - wallTop + 14}" fill="#2b2f35"/>${panes.join("")}` +
      `${glow}${silhouettes}<rect x="0" y="${horizon - 3}" width="${width}" height="8" fill="#33363b"/>`
    );
  },
};
