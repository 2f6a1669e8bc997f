import type { Point } from "./curve";

const STEP = 0.016;
const MARGIN = 0.3;

/** Signed distance to a side profile (negative inside), metres. */
export type Profile = (x: number, z: number) => number;

/** Exact signed distance to a polygon; the sign comes from crossing parity. */
function distanceToPolygon(outline: Float64Array, x: number, z: number): number {
  const count = outline.length / 2;
  let nearest = Infinity;
  let inside = false;
  let bx = outline[2 * count - 2] ?? 0;
  let bz = outline[2 * count - 1] ?? 0;
  for (let i = 0; i < count; i += 1) {
    const ax = outline[2 * i] ?? 0;
    const az = outline[2 * i + 1] ?? 0;
    const ex = bx - ax;
    const ez = bz - az;
    const wx = x - ax;
    const wz = z - az;
    const along = Math.min(1, Math.max(0, (wx * ex + wz * ez) / (ex * ex + ez * ez + 1e-12)));
    const dx = wx - ex * along;
    const dz = wz - ez * along;
    nearest = Math.min(nearest, dx * dx + dz * dz);
    if (az > z !== bz > z && x < ((bx - ax) * (z - az)) / (bz - az) + ax) inside = !inside;
    bx = ax;
    bz = az;
  }
  return (inside ? -1 : 1) * Math.sqrt(nearest);
}

/** Cubic B-spline through four neighbouring values, `w` of the way between the middle two. */
function spline(w: number, p: Float64Array): number {
  const a = 1 - w;
  const w2 = w * w;
  return (
    (a * a * a * (p[0] ?? 0) +
      (3 * w2 * w - 6 * w2 + 4) * (p[1] ?? 0) +
      (3 * a * a * a - 6 * a * a + 4) * (p[2] ?? 0) +
      w2 * w * (p[3] ?? 0)) /
    6
  );
}

/**
 * Bakes the distance to an outline into a grid, since the solid is probed far more often than the
 * grid has nodes. Outside the grid the border value is used, which stays safely positive.
 */
export function bakeProfile(outline: readonly Point[]): Profile {
  const flat = new Float64Array(outline.flatMap((p) => [p[0], p[1]]));
  const xs = outline.map((p) => p[0]);
  const zs = outline.map((p) => p[1]);
  const x0 = Math.min(...xs) - MARGIN;
  const z0 = Math.min(...zs) - MARGIN;
  const columns = Math.ceil((Math.max(...xs) + MARGIN - x0) / STEP) + 2;
  const rows = Math.ceil((Math.max(...zs) + MARGIN - z0) / STEP) + 2;
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      values[row * columns + column] = distanceToPolygon(flat, x0 + column * STEP, z0 + row * STEP);
    }
  }
  const line = new Float64Array(4);
  const lines = new Float64Array(4);
  // A cubic B-spline: its slope runs on smoothly, which is what reflections show.
  return (x, z) => {
    const gx = Math.min(columns - 3.001, Math.max(1, (x - x0) / STEP));
    const gz = Math.min(rows - 3.001, Math.max(1, (z - z0) / STEP));
    const column = Math.floor(gx);
    const row = Math.floor(gz);
    for (let r = 0; r < 4; r += 1) {
      const i = (row + r - 1) * columns + column - 1;
      for (let c = 0; c < 4; c += 1) line[c] = values[i + c] ?? 0;
      lines[r] = spline(gx - column, line);
    }
    return spline(gz - row, lines);
  };
}
