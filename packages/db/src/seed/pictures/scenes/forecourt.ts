import { between } from "../random";
import { clouds, crown } from "./greenery";
import type { Light, Scene } from "./scene";
import { blotch, mix, ramp, speckle } from "./scene";

function light(x: number, y: number, z: number): Light {
  if (z < 0) return mix([0.34, 0.34, 0.34], [0.3, 0.295, 0.285], ramp(0, 0.1, -z));
  const cloud = blotch(x * 3 + 5, y * 3 + z * 4 + 9);
  const sky = mix([1.5, 1.56, 1.62], [0.36, 0.6, 1.05], ramp(0.12, 0.7, z));
  const bright = mix(sky, [1.7, 1.72, 1.75], ramp(0.45, 0.75, cloud) * ramp(0.1, 0.3, z));
  const wall = 0.15 + 0.05 * speckle(Math.floor(Math.atan2(y, x) * 7), 3);
  if (z < wall) return y > 0 ? [0.32, 0.35, 0.38] : [0.16, 0.19, 0.15];
  const sun = ramp(0.93, 0.995, x * -0.45 + y * -0.45 + z * 0.77);
  return [bright[0] + 5 * sun, bright[1] + 4.8 * sun, bright[2] + 4.4 * sun];
}

function ground(x: number, y: number): Light {
  const row = Math.floor((y + 50) / 0.22);
  const offset = row % 2 === 0 ? 0 : 0.22;
  const seam = Math.min(
    Math.abs((((y + 50) / 0.22) % 1) - 0.5),
    Math.abs((((x + 50 + offset) / 0.44) % 1) - 0.5),
  );
  const stone = speckle(
    Math.floor((x + 50 + offset) / 0.44 + 0.5),
    Math.floor((y + 50) / 0.22 + 0.5),
  );
  const grain =
    0.86 + 0.1 * stone + 0.09 * speckle(x * 70, y * 70) + 0.14 * blotch(x * 0.7, y * 0.7);
  const tone = grain * (seam < 0.025 ? 0.8 : 1);
  return [0.42 * tone, 0.41 * tone, 0.395 * tone];
}

const CARS = ["#c8ccd1", "#20252c", "#8a1c22", "#2b4a78", "#e9eaeb", "#6d7278"];

export const FORECOURT: Scene = {
  light,
  ground,
  gloss: 0.06,
  shadow: [0.5, 0.42],
  shadowDepth: 0.7,
  exposure: 1,
  blur: 4.5,
  backdrop: ({ width, height, horizon }, random) => {
    const left = width * between(random, 0.06, 0.2);
    const wide = width * between(random, 0.6, 0.72);
    const roof = horizon * between(random, 0.26, 0.36);
    const panes: string[] = [];
    for (let i = 0; i < 11; i += 1) {
      panes.push(
        `<rect x="${left + 12 + (i * (wide - 20)) / 11}" y="${roof + 34}" width="${(wide - 20) / 11 - 5}" height="${horizon - roof - 36}" fill="url(#pane)" opacity="${(0.75 + random() * 0.25).toFixed(2)}"/>`,
      );
    }
    const cars: string[] = [];
    for (let x = 20; x < width; x += between(random, 105, 135)) {
      const color = CARS[Math.floor(random() * CARS.length)];
      cars.push(
        `<g transform="translate(${x} ${horizon + 10})"><path d="M-50 0q-3-20 8-23l17-3 15-16q22-6 45 0l14 16q13 2 13 11l-1 15z" fill="${color}"/><path d="M-20-27l11-11q18-5 36 0l9 11z" fill="#1c232b"/><circle cx="-28" r="9" fill="#15171a"/><circle cx="36" r="9" fill="#15171a"/></g>`,
      );
    }
    const trees: string[] = [];
    for (let i = 0; i < 13; i += 1) {
      const place = {
        x: random() * width,
        y: horizon - between(random, 24, 74),
        wide: between(random, 30, 54),
        tall: between(random, 26, 46),
      };
      trees.push(crown(place, ["#3c5240", "#4f6a4b", "#6f8a5c"], random));
    }
    const flags = [0.8, 0.86, 0.92]
      .map(
        (x) =>
          `<path d="M${width * x} ${horizon}V${roof - 30}" stroke="#c3c8cc" stroke-width="3"/><path d="M${width * x + 2} ${roof - 30}q14 6 24 0v62q-12 7-24 0z" fill="#e4572e"/>`,
      )
      .join("");
    return (
      `<defs><linearGradient id="sky" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#6fa3d6"/><stop offset="1" stop-color="#dfeaf2"/></linearGradient>` +
      `<linearGradient id="pane" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#a9c4d8"/><stop offset="0.5" stop-color="#6c8598"/><stop offset="1" stop-color="#3c4853"/></linearGradient></defs>` +
      `<rect width="${width}" height="${horizon + 8}" fill="url(#sky)"/><rect y="${horizon}" width="${width}" height="${height - horizon}" fill="#b7b8b8"/>` +
      clouds({ width, top: 0, bottom: horizon * 0.55 }, random) +
      `${trees.join("")}<rect x="${left}" y="${roof}" width="${wide}" height="${horizon - roof + 4}" fill="#d9dcde"/><rect x="${left - 12}" y="${roof - 8}" width="${wide + 24}" height="36" fill="#2c3239"/>` +
      `<rect x="${left + 40}" y="${roof + 3}" width="120" height="12" rx="6" fill="#e4572e"/>${panes.join("")}${flags}${cars.join("")}`
    );
  },
};
