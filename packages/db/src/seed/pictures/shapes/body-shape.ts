import type { CurvePoint, Point } from "../curve";

/**
 * Numbers that sculpt one body type. Metres; x runs from the nose (0) to the tail, y to the right,
 * z up from the road. The solid is the overlap of three drawn views: side, plan and section.
 */
export interface BodyShape {
  length: number;
  width: number;
  height: number;
  frontAxle: number;
  rearAxle: number;
  wheelRadius: number;
  /** Radius of the wheel opening. */
  archRadius: number;
  /** Side view of everything below the belt line, clockwise from the front lower corner. */
  lower: readonly CurvePoint[];
  /** Side view of the cabin; its foot is sunk into the lower body. */
  cabin: readonly CurvePoint[];
  /** How far the middle of a face stands before its edge: nose, tail, windscreen, rear window. */
  bow: { nose: number; tail: number; screen: number; rear: number };
  /** Half width along x, as a fraction of the full half width. */
  plan: readonly Point[];
  /** Half width along z, as a fraction of the full half width. */
  section: readonly Point[];
  /** Half width of the cabin foot along x, metres. */
  cabinHalf: readonly Point[];
  /** Height at which the cabin starts to lean inwards, and by how much a metre. */
  belt: number;
  lean: number;
  /** Rounding where roof meets side, metres. */
  roofRound: number;
  /** Height that the middle of bonnet and roof gains over their edges. */
  crown: number;
  /** How far the wheel arches swell out of the side. */
  flare: number;
  /** Open load bed of a pickup. */
  bed?: { from: number; to: number; floor: number };
  art: BodyArt;
}

/** What is drawn on the surface of a body, in the same metres as its shape. */
export interface BodyArt {
  /** Glass outline of the side view. */
  daylight: readonly CurvePoint[];
  /** Upright pillars across the glass: x at the belt, x at the roof, width. */
  pillars: readonly { foot: number; head: number; width: number }[];
  /** Door cuts: x at the sill, x at the belt, x at the roof (above the belt: the window frame). */
  doorCuts: readonly { sill: number; belt: number; head: number }[];
  /** Handles: x of the centre and height. */
  handles: readonly Point[];
  /** Character line from nose to tail. */
  crease: readonly Point[];
  /** Lower edge, upper edge and half widths there of windscreen and rear window. */
  windscreen: { foot: number; head: number; footHalf: number; headHalf: number };
  rearWindow: { foot: number; head: number; footHalf: number; headHalf: number } | null;
  /** Lamps: height range and how far they reach along the side. */
  headlamp: { low: number; high: number; inner: number; along: number };
  tailLamp: { low: number; high: number; inner: number; along: number };
  /** Grille height range and half width. */
  grille: { low: number; high: number; half: number };
  /** Seam between bonnet and cowl, bonnet edge height, boot opening. */
  bonnet: { from: number; to: number };
  tailgate: { low: number; high: number; half: number };
  plateRear: number;
  cladding: boolean;
  /** Fabric roof instead of a painted one. */
  softTop: boolean;
  roofRails: { from: number; to: number; z: number } | null;
  /** Rail of a sliding door, if any: from, to, height. */
  slider: { from: number; to: number; z: number } | null;
}
