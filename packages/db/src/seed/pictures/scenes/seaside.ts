import type { Random } from "../random";
import { between } from "../random";
import { clouds, crown } from "./greenery";
import type { Light, Scene } from "./scene";
import { blotch, mix, ramp, speckle } from "./scene";

function light(x: number, y: number, z: number): Light {
  if (z < 0) {
    const road: Light = [0.2, 0.19, 0.18];
    const far: Light = y > 0 ? [0.35, 0.55, 0.68] : [0.3, 0.28, 0.24];
    return mix(far, road, ramp(0.02, 0.14, -z));
  }
  const cloud = blotch(x * 2.4 + 15, y * 2.4 + z * 5 + 3);
  const sky = mix([1.75, 1.68, 1.55], [0.2, 0.45, 1], ramp(0.04, 0.6, z));
  const bright = mix(sky, [1.6, 1.58, 1.55], 0.7 * ramp(0.6, 0.85, cloud));
  const hill = y < 0.1 ? 0.1 + 0.12 * blotch(Math.atan2(y, x) * 5, 2) : 0;
  if (z < hill) return [0.17, 0.19, 0.12];
  const sun = ramp(0.93, 0.995, x * 0.52 + y * -0.35 + z * 0.78);
  return [bright[0] + 6 * sun, bright[1] + 5.5 * sun, bright[2] + 4.7 * sun];
}

function ground(x: number, y: number): Light {
  const grain = 0.78 + 0.3 * speckle(x * 80, y * 80) + 0.22 * blotch(x * 0.9, y * 0.9);
  if (Math.abs(y - 3.3) < 0.08) return [0.72 * grain, 0.71 * grain, 0.68 * grain];
  if (y > 4.6) {
    const sand = 0.85 + 0.2 * speckle(x * 40, y * 40);
    return [0.5 * sand, 0.43 * sand, 0.32 * sand];
  }
  return [0.27 * grain, 0.26 * grain, 0.25 * grain];
}

function hills(width: number, horizon: number, { tall, color }: { tall: number; color: string }) {
  let d = `M0 ${horizon}`;
  for (let x = 0; x <= width; x += 20) {
    const y = horizon - tall * (0.25 + 0.75 * blotch(x * 0.009 + tall, 4.2));
    d += `L${x} ${y.toFixed(1)}`;
  }
  return `<path d="${d}L${width} ${horizon}Z" fill="${color}"/>`;
}

interface Pine {
  x: number;
  base: number;
  size: number;
}

/** A stone pine: bare trunk, flat crown. */
function pine({ x, base, size }: Pine, random: Random): string {
  const greens = ["#26391f", "#34502c", "#54703c"] as const;
  const top = { x: x + size * 0.05, y: base - size, wide: size * 0.42, tall: size * 0.13 };
  const low = { ...top, x: x - size * 0.2, y: base - size * 0.84, wide: size * 0.24 };
  const trunk = `M${x} ${base}q${size * 0.07}-${size * 0.5} ${size * 0.03}-${size}`;
  const branch = `M${x + size * 0.04} ${base - size * 0.6}q-${size * 0.12}-${size * 0.1}-${size * 0.2}-${size * 0.2}`;
  return (
    `<path d="${trunk}" stroke="#54422f" stroke-width="${size * 0.05}" fill="none"/>` +
    `<path d="${branch}" stroke="#54422f" stroke-width="${size * 0.025}" fill="none"/>` +
    crown(low, greens, random) +
    crown(top, greens, random)
  );
}

export const SEASIDE: Scene = {
  light,
  ground,
  gloss: 0.05,
  shadow: [-0.55, 0.35],
  shadowDepth: 0.78,
  exposure: 1,
  blur: 3.8,
  backdrop: ({ width, height, horizon }, random) => {
    const sparkles: string[] = [];
    for (let i = 0; i < 90; i += 1) {
      const near = random();
      sparkles.push(
        `<rect x="${random() * width}" y="${horizon - 46 + near * 44}" width="${4 + near * 18}" height="${1 + near}" fill="#e9f6fb" opacity="${between(random, 0.2, 0.7).toFixed(2)}"/>`,
      );
    }
    const rail: string[] = [];
    for (let x = 10; x < width; x += 62) {
      rail.push(`<rect x="${x}" y="${horizon - 14}" width="5" height="34" fill="#b9bcb9"/>`);
    }
    const side = random() < 0.5 ? 0.08 : 0.88;
    const trees = [
      { x: width * side, base: horizon + 10, size: between(random, 190, 250) },
      { x: width * (side + 0.07), base: horizon + 6, size: between(random, 120, 170) },
      { x: width * (1 - side), base: horizon + 4, size: between(random, 90, 130) },
    ].map((tree) => pine(tree, random));
    const sea = horizon - 48;
    return (
      `<defs><linearGradient id="sky" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#3f86cc"/><stop offset="0.7" stop-color="#a9d0e8"/><stop offset="1" stop-color="#f1ead9"/></linearGradient>` +
      `<linearGradient id="sea" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#5fa5bd"/><stop offset="1" stop-color="#1c6a8b"/></linearGradient></defs>` +
      `<rect width="${width}" height="${sea + 2}" fill="url(#sky)"/>` +
      clouds({ width, top: 0, bottom: sea * 0.6 }, random) +
      `${hills(width, sea, { tall: 70, color: "#93b3c4" })}${hills(width, sea + 1, { tall: 34, color: "#6f97a6" })}` +
      `<rect y="${sea}" width="${width}" height="${height - sea}" fill="url(#sea)"/>${sparkles.join("")}` +
      `<rect y="${horizon - 3}" width="${width}" height="${height - horizon}" fill="#b9a988"/>` +
      `<rect y="${horizon - 10}" width="${width}" height="7" fill="#d7d9d6"/><rect y="${horizon + 2}" width="${width}" height="5" fill="#c4c7c4"/>${rail.join("")}${trees.join("")}`
    );
  },
};
