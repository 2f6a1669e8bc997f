import type { Camera, Vector } from "./camera";
import { frame } from "./camera";
import { PICTURE_HEIGHT, PICTURE_WIDTH } from "./develop";
import type { Random } from "./random";
import { between } from "./random";
import type { BodyShape } from "./shapes/body-shape";

/** Pictures that a dealer takes of every car, in the order of a listing. */
export const PICTURE_VIEWS = [
  "FRONT_THREE_QUARTER",
  "SIDE",
  "REAR_THREE_QUARTER",
  "INTERIOR",
  "WHEEL",
] as const;
export type PictureView = (typeof PICTURE_VIEWS)[number];
export type ExteriorView = Exclude<PictureView, "INTERIOR">;

const SIZE = [PICTURE_WIDTH, PICTURE_HEIGHT] as const;

function corners(from: Vector, to: Vector): Vector[] {
  const out: Vector[] = [];
  for (const x of [from[0], to[0]]) {
    for (const y of [from[1], to[1]]) {
      for (const z of [from[2], to[2]]) out.push([x, y, z]);
    }
  }
  return out;
}

function wheelCamera(shape: BodyShape, side: 1 | -1, random: Random): Camera {
  const half = (shape.width / 2) * side;
  const reach = shape.archRadius + 0.08;
  const x = shape.frontAxle;
  return frame(
    {
      around: side * between(random, 58, 72),
      height: between(random, 0.55, 0.75),
      distance: 3.1,
      target: [x + 0.16, half, shape.wheelRadius + 0.06],
      subject: corners([x - reach, half, 0], [x + reach + 0.2, half, shape.archRadius * 2.3]),
      fill: 1.02,
      tallest: 1.02,
      middle: 0.52,
    },
    SIZE,
  );
}

/** Where the photographer stands for a view; the seed varies side, angle and height a little. */
export function cameraFor(view: ExteriorView, shape: BodyShape, random: Random): Camera {
  const side = random() < 0.72 ? 1 : -1;
  if (view === "WHEEL") return wheelCamera(shape, side, random);
  const angles = {
    FRONT_THREE_QUARTER: between(random, 34, 46),
    SIDE: between(random, 88.5, 91.5),
    REAR_THREE_QUARTER: between(random, 138, 149),
  };
  const half = (shape.width / 2) * 0.9;
  return frame(
    {
      around: side * angles[view],
      height: view === "SIDE" ? between(random, 1.15, 1.35) : between(random, 1.35, 1.7),
      distance: between(random, 7.8, 9.2),
      target: [shape.length / 2, 0, shape.height * 0.42],
      subject: corners([0.1, -half, 0], [shape.length - 0.1, half, shape.height]),
      fill: view === "SIDE" ? 0.9 : between(random, 0.88, 0.93),
      tallest: 0.66,
      middle: 0.565,
    },
    SIZE,
  );
}
