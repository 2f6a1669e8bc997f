import { between } from "../random";
import type { Light, Scene } from "./scene";
import { blotch, mix, ramp, speckle } from "./scene";

function light(x: number, y: number, z: number): Light {
  if (z < 0) {
    const road: Light = [0.2, 0.19, 0.18];
    const far: Light = y > 0 ? [0.35, 0.55, 0.68] : [0.3, 0.28, 0.24];
    return mix(far, road, ramp(0.02, 0.14, -z));
  }
  const cloud = blotch(x * 2.4 + 15, y * 2.4 + z * 5 + 3);
  const sky = mix([1.25, 1.24, 1.2], [0.2, 0.46, 1.02], ramp(0.02, 0.75, z));
  const bright = mix(sky, [1.6, 1.58, 1.55], 0.7 * ramp(0.6, 0.85, cloud));
  const hill = y < 0.1 ? 0.1 + 0.12 * blotch(Math.atan2(y, x) * 5, 2) : 0;
  if (z < hill) return [0.17, 0.19, 0.12];
  const sun = ramp(0.978, 0.992, x * 0.52 + y * -0.35 + z * 0.78);
  return [bright[0] + 18 * sun, bright[1] + 16.5 * sun, bright[2] + 14 * sun];
}

function ground(x: number, y: number): Light {
  const grain = 0.78 + 0.3 * speckle(x * 80, y * 80) + 0.22 * blotch(x * 0.9, y * 0.9);
  if (Math.abs(y - 3.3) < 0.08) return [0.72 * grain, 0.71 * grain, 0.68 * grain];
  if (y > 4.6) {
    const sand = 0.85 + 0.2 * speckle(x * 40, y * 40);
    return [0.5 * sand, 0.43 * sand, 0.32 * sand];
  }
  return [0.2 * grain, 0.195 * grain, 0.19 * grain];
}

function hills(width: number, horizon: number, { tall, color }: { tall: number; color: string }) {
  let d = `M0 ${horizon}`;
  for (let x = 0; x <= width; x += 20) {
    const y = horizon - tall * (0.25 + 0.75 * blotch(x * 0.009 + tall, 4.2));
    d += `L${x} ${y.toFixed(1)}`;
  }
  return `<path d="${d}L${width} ${horizon}Z" fill="${color}"/>`;
}

function pine(x: number, base: number, size: number): string {
  const crown = [
    [0, -1, 0.46, 0.2],
    [-0.3, -0.86, 0.3, 0.14],
    [0.32, -0.84, 0.32, 0.15],
  ]
    .map(
      ([dx = 0, dy = 0, rx = 0, ry = 0]) =>
        `<ellipse cx="${x + dx * size}" cy="${base + dy * size}" rx="${rx * size}" ry="${ry * size}" fill="#33492f"/>`,
    )
    .join("");
  return `<path d="M${x} ${base}q${size * 0.06}-${size * 0.5} 0-${size}" stroke="#4a3b2e" stroke-width="${size * 0.06}" fill="none"/>${crown}`;
}

export const SEASIDE: Scene = {
  light,
  ground,
  gloss: 0.05,
  shadow: [-0.55, 0.35],
  shadowDepth: 0.78,
  exposure: 0.8,
  blur: 2.6,
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
    const trees =
      pine(width * side, horizon + 10, between(random, 190, 250)) +
      pine(width * (side + 0.07), horizon + 6, between(random, 120, 170)) +
      pine(width * (1 - side), horizon + 4, between(random, 90, 130));
    const sea = horizon - 48;
    return (
      `<defs><linearGradient id="sky" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#3f86cc"/><stop offset="0.7" stop-color="#a9d0e8"/><stop offset="1" stop-color="#f1ead9"/></linearGradient>` +
      `<linearGradient id="sea" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#5fa5bd"/><stop offset="1" stop-color="#1c6a8b"/></linearGradient></defs>` +
      `<rect width="${width}" height="${sea + 2}" fill="url(#sky)"/>` +
      `<ellipse cx="${width * between(random, 0.2, 0.4)}" cy="${sea * 0.35}" rx="170" ry="22" fill="#fff" opacity="0.6"/><ellipse cx="${width * 0.75}" cy="${sea * 0.22}" rx="210" ry="18" fill="#fff" opacity="0.5"/>` +
      `${hills(width, sea, { tall: 70, color: "#93b3c4" })}${hills(width, sea + 1, { tall: 34, color: "#6f97a6" })}` +
      `<rect y="${sea}" width="${width}" height="${height - sea}" fill="url(#sea)"/>${sparkles.join("")}` +
      `<rect y="${horizon - 3}" width="${width}" height="${height - horizon}" fill="#b9a988"/>` +
      `<rect y="${horizon - 10}" width="${width}" height="7" fill="#d7d9d6"/><rect y="${horizon + 2}" width="${width}" height="5" fill="#c4c7c4"/>${rail.join("")}${trees}`
    );
  },
};
