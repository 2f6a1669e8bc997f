import type { Point } from "./curve";
import { curveTable } from "./curve";
import type { BodyShape } from "./shapes/body-shape";

/** How far a pressed edge turns the surface at a place: positive towards the second axis. */
export type Crease = (along: number, across: number) => number;

interface Edge {
  line: readonly Point[];
  /** Turn at the edge itself. */
  depth: number;
  /** Distance over which the flank beyond and before the edge runs out, metres. */
  reach: Point;
}

const SHARPNESS = 0.013;

function creaseOf({ line, depth, reach }: Edge): Crease {
  const at = curveTable(line);
  const from = line[0]?.[0] ?? 0;
  const to = line.at(-1)?.[0] ?? 0;
  return (along, across) => {
    const ends = Math.min(1, (along - from) / 0.35, (to - along) / 0.35);
    if (ends <= 0) return 0;
    const off = across - at(along);
    const span = off > 0 ? reach[0] : reach[1];
    const away = Math.abs(off) / span;
    if (away > 3) return 0;
    return ends * depth * Math.exp(-away * away) * Math.tanh(off / SHARPNESS);
  };
}

/** Pressed lines along the flanks: x against height. */
export function flankCreases(shape: BodyShape): Crease {
  const { art, frontAxle, rearAxle, archRadius } = shape;
  const shoulder = creaseOf({ line: art.crease, depth: 0.13, reach: [0.075, 0.12] });
  const sill = shape.wheelRadius + 0.05;
  const rocker = creaseOf({
    line: [
      [frontAxle + archRadius * 0.7, sill],
      [(frontAxle + rearAxle) / 2, sill + 0.015],
      [rearAxle - archRadius * 0.7, sill + 0.05],
    ],
    depth: 0.12,
    reach: [0.06, 0.1],
  });
  return (x, z) => shoulder(x, z) + rocker(x, z);
}

/** Pressed lines on the bonnet: x against distance from the middle. */
export function bonnetCreases({ art, width }: BodyShape): Crease {
  const { from, to } = art.bonnet;
  return creaseOf({
    line: [
      [from - 0.15, art.grille.half * 0.75],
      [(from + to) / 2, width * 0.29],
      [to + 0.1, width * 0.35],
    ],
    depth: 0.07,
    reach: [0.05, 0.14],
  });
}
