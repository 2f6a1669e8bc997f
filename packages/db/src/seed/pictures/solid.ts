import { closedCurve, curveTable } from "./curve";
import { bakeProfile } from "./profile-grid";
import type { BodyShape } from "./shapes/body-shape";

/** Distance-like field of a solid: negative inside, metres near the surface. */
export type Solid = (x: number, y: number, z: number) => number;

/** Smooth maximum: the overlap of two solids with a rounded edge of about `radius` metres. */
function overlap(a: number, b: number, radius: number): number {
  const h = Math.max(radius - Math.abs(a - b), 0) / radius;
  return Math.max(a, b) + h * h * radius * 0.25;
}

function join(a: number, b: number, radius: number): number {
  return -overlap(-a, -b, radius);
}

function ramp(from: number, to: number, x: number): number {
  const u = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return u * u * (3 - 2 * u);
}

function lowerSolid(shape: BodyShape): Solid {
  const profile = bakeProfile(closedCurve(shape.lower, 10));
  const plan = curveTable(shape.plan);
  const section = curveTable(shape.section);
  const half = shape.width / 2;
  const { length, frontAxle, rearAxle, archRadius, wheelRadius } = shape;
  const swell = (x: number, z: number, axle: number): number => {
    const distance = Math.hypot(x - axle, z - wheelRadius) - archRadius;
    return shape.flare * Math.exp(-Math.max(distance, 0) * 9) * (1 - ramp(0.75, 0.95, z));
  };
  return (x, y, z) => {
    const aside = Math.abs(y);
    const u = aside / half;
    const bend = u * u;
    const nose = shape.bow.nose * bend * (1 - ramp(0.1, 1.1, x));
    const tail = shape.bow.tail * bend * ramp(length - 0.9, length - 0.05, x);
    const side = profile(x - nose + tail, z + shape.crown * bend * ramp(0.6, 0.85, z));
    const width = half * plan(x) * section(z) + swell(x, z, frontAxle) + swell(x, z, rearAxle);
    return overlap(side, aside - width, 0.13);
  };
}

function cabinSolid(shape: BodyShape): Solid {
  const profile = bakeProfile(closedCurve(shape.cabin, 10));
  const halfAt = curveTable(shape.cabinHalf);
  const half = shape.width / 2;
  const middle = shape.length / 2;
  return (x, y, z) => {
    const aside = Math.abs(y);
    const bend = (aside / half) ** 2;
    const shift =
      x < middle
        ? shape.bow.screen * bend * (1 - ramp(middle - 1.1, middle, x))
        : -shape.bow.rear * bend * ramp(middle, middle + 1.1, x);
    const side = profile(x - shift, z + shape.crown * bend);
    const rise = Math.max(z - shape.belt, -0.1);
    return overlap(side, aside - halfAt(x) + shape.lean * rise * (0.6 + rise), shape.roofRound);
  };
}

/** The painted body with its glass as one closed solid; wheel openings are cut when it is drawn. */
export function createBodySolid(shape: BodyShape): Solid {
  const lower = lowerSolid(shape);
  const cabin = cabinSolid(shape);
  const { bed } = shape;
  return (x, y, z) => {
    const body = join(lower(x, y, z), cabin(x, y, z), 0.06);
    if (!bed) return body;
    const hole = Math.max(
      bed.from - x,
      x - bed.to,
      Math.abs(y) - shape.width / 2 + 0.11,
      bed.floor - z,
    );
    return Math.max(body, -hole);
  };
}
