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
  return (x, z) => {
    const gx = Math.min(columns - 1.001, Math.max(0, (x - x0) / STEP));
    const gz = Math.min(rows - 1.001, Math.max(0, (z - z0) / STEP));
    const column = Math.floor(gx);
    const row = Math.floor(gz);
    const fx = gx - column;
    const fz = gz - row;
    const i = row * columns + column;
    const low = (values[i] ?? 0) * (1 - fx) + (values[i + 1] ?? 0) * fx;
    const high = (values[i + columns] ?? 0) * (1 - fx) + (values[i + columns + 1] ?? 0) * fx;
    return low * (1 - fz) + high * fz;
  };
}
