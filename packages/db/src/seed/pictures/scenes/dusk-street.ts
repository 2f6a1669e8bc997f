import type { Random } from "../random";
import { between } from "../random";
import type { Light, Scene } from "./scene";
import { blotch, mix, ramp, speckle } from "./scene";

const GLOW: Light = [1.9, 1.12, 0.72];
const ZENITH: Light = [0.16, 0.24, 0.46];

function sky(x: number, z: number): Light {
  const low = mix(GLOW, [0.85, 0.62, 0.75], ramp(0.1, 0.4, z));
  const side = 0.75 + 0.35 * x;
  const color = mix(low, ZENITH, ramp(0.2, 0.85, z));
  return [color[0] * side, color[1] * side, color[2] * side];
}

/** House fronts along the street, with a lit window here and there. */
function houses(x: number, y: number, z: number): Light | null {
  const around = Math.atan2(y, x) * 9;
  const height = 0.13 + 0.16 * speckle(Math.floor(around), 7);
  if (z > height) return null;
  const cell = speckle(Math.floor(around * 5), Math.floor(z * 38));
  return cell > 0.86 ? [0.7, 0.5, 0.28] : [0.07, 0.066, 0.085];
}

function light(x: number, y: number, z: number): Light {
  if (z < 0) {
    const road: Light = [0.1, 0.085, 0.09];
    return mix([0.3, 0.2, 0.16], road, ramp(0, 0.12, -z));
  }
  return houses(x, y, z) ?? sky(x, z);
}

function ground(x: number, y: number): Light {
  const grain = 0.8 + 0.28 * speckle(x * 90, y * 90) + 0.3 * blotch(x * 1.3, y * 0.7);
  const line = Math.abs(y - 3.6) < 0.07 && (x + 100) % 4.5 < 2.6;
  if (line) return [0.42 * grain, 0.36 * grain, 0.31 * grain];
  return [0.105 * grain, 0.09 * grain, 0.095 * grain];
}

function block(x: number, width: number, { horizon, random }: { horizon: number; random: Random }) {
  const height = horizon * between(random, 0.35, 0.85);
  const out = [
    `<rect x="${x}" y="${horizon - height}" width="${width}" height="${height + 6}" fill="${random() < 0.5 ? "#2a2634" : "#352c38"}"/>`,
  ];
  for (let row = 12; row < height - 16; row += 17) {
    for (let column = 8; column < width - 10; column += 15) {
      if (random() < 0.2) {
        out.push(
          `<rect x="${x + column}" y="${horizon - height + row}" width="6" height="8" fill="${random() < 0.7 ? "#ffc784" : "#ffe6c2"}" opacity="${between(random, 0.25, 0.75).toFixed(2)}"/>`,
        );
      }
    }
  }
  return out.join("");
}

export const DUSK_STREET: Scene = {
  light,
  ground,
  gloss: 0.42,
  shadow: null,
  shadowDepth: 0.85,
  exposure: 1.5,
  blur: 5.5,
  backdrop: ({ width, height, horizon }, random) => {
    const blocks: string[] = [];
    for (let x = -20; x < width; ) {
      const wide = between(random, 60, 130);
      const gap = Math.abs(x + wide / 2 - width * 0.62) < 90;
      if (!gap) blocks.push(block(x, wide, { horizon, random }));
      x += wide + 4;
    }
    const lamps: string[] = [];
    for (let i = 0; i < 26; i += 1) {
      const color = ["#ffd9a0", "#ffb45e", "#ff6a55", "#fff3dd", "#9fd0ff"][
        Math.floor(random() * 5)
      ];
      lamps.push(
        `<circle cx="${random() * width}" cy="${horizon - random() ** 2 * horizon * 0.55 + 4}" r="${between(random, 3, 10).toFixed(1)}" fill="${color}" opacity="${between(random, 0.35, 0.9).toFixed(2)}"/>`,
      );
    }
    const poles = [0.14, 0.9]
      .map(
        (x) =>
          `<path d="M${width * x} ${horizon + 5}V${horizon * 0.2}q0-14 26-15" stroke="#17141b" stroke-width="5" fill="none"/><circle cx="${width * x + 28}" cy="${horizon * 0.2 - 12}" r="13" fill="#fff0cf"/><circle cx="${width * x + 28}" cy="${horizon * 0.2 - 12}" r="60" fill="url(#sun)" opacity="0.5"/>`,
      )
      .join("");
    return (
      `<defs><linearGradient id="sky" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#33446f"/><stop offset="0.45" stop-color="#8a6f93"/><stop offset="0.78" stop-color="#eea06f"/><stop offset="1" stop-color="#ffd08a"/></linearGradient>` +
      `<radialGradient id="sun"><stop offset="0" stop-color="#ffe9b4" stop-opacity="0.95"/><stop offset="1" stop-color="#ffdf9e" stop-opacity="0"/></radialGradient></defs>` +
      `<rect width="${width}" height="${horizon + 8}" fill="url(#sky)"/><rect y="${horizon}" width="${width}" height="${height - horizon}" fill="#77604f"/>` +
      `<ellipse cx="${width * 0.62}" cy="${horizon}" rx="${width * 0.34}" ry="150" fill="url(#sun)"/>${blocks.join("")}${poles}` +
      `<rect x="0" y="${horizon - 7}" width="${width}" height="14" fill="#3b3136"/>${lamps.join("")}`
    );
  },
};
