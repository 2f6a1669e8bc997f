import type { Random } from "../random";

export const SCENES = ["SHOWROOM", "DUSK_STREET", "FORECOURT", "SEASIDE"] as const;
export type SceneName = (typeof SCENES)[number];

/** Linear light, three numbers; may exceed 1. */
export type Light = [number, number, number];

/** Measures of a backdrop drawing, in its own pixels. */
export interface Canvas {
  width: number;
  height: number;
  /** Row of the horizon. */
  horizon: number;
}

/**
 * A place to photograph a car. Directions and ground points are seen from the camera: x to the
 * right, y away from it, z up; metres on the ground, measured from the middle of the car.
 */
export interface Scene {
  /** Light that comes from a direction (a unit vector); reflected by paint and glass. */
  light(x: number, y: number, z: number): Light;
  /** Colour of the ground at a point. */
  ground(x: number, y: number): Light;
  /** Share of light that the ground mirrors at a flat angle. */
  gloss: number;
  /** Direction that shadows fall towards, metres a metre of height; null for soft light only. */
  shadow: readonly [number, number] | null;
  /** How much of the light the shadows take. */
  shadowDepth: number;
  exposure: number;
  /** SVG content of everything behind the ground; far ground fades into what it shows there. */
  backdrop(canvas: Canvas, random: Random): string;
  /** Blur of the backdrop, as of a lens focused on the car, in pixels of an 800 wide picture. */
  blur: number;
}

export const mix = (a: Light, b: Light, t: number): Light => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

export function ramp(from: number, to: number, x: number): number {
  const u = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return u * u * (3 - 2 * u);
}

/** Repeatable roughness in [0, 1) for a whole-numbered cell. */
export function speckle(x: number, y: number): number {
  let h = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return ((h ^ (h >>> 13)) >>> 0) / 4294967296;
}

/** Smooth blotches of about one unit, in [0, 1). */
export function blotch(x: number, y: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const u = ramp(0, 1, x - i);
  const v = ramp(0, 1, y - j);
  const low = speckle(i, j) * (1 - u) + speckle(i + 1, j) * u;
  const high = speckle(i, j + 1) * (1 - u) + speckle(i + 1, j + 1) * u;
  return low * (1 - v) + high * v;
}
