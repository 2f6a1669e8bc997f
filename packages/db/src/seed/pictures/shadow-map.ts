import type { Part } from "./visibility";

const CELL = 0.05;
const MARGIN = 2.2;

/** Darkness that a car puts on the road, 0..1, by place. */
export interface ShadowMap {
  columns: number;
  rows: number;
  left: number;
  near: number;
  cells: Float32Array;
}

function blurLine(
  cells: Float32Array,
  start: number,
  line: { count: number; stride: number; reach: number },
) {
  const { count, stride, reach } = line;
  const source = new Float32Array(count);
  for (let i = 0; i < count; i += 1) source[i] = cells[start + i * stride] ?? 0;
  let sum = 0;
  for (let i = -reach; i <= reach; i += 1) sum += source[Math.max(0, Math.min(count - 1, i))] ?? 0;
  for (let i = 0; i < count; i += 1) {
    cells[start + i * stride] = sum / (2 * reach + 1);
    sum += source[Math.min(count - 1, i + reach + 1)] ?? 0;
    sum -= source[Math.max(0, i - reach)] ?? 0;
  }
}

function blur(map: ShadowMap, reach: number): void {
  for (let pass = 0; pass < 2; pass += 1) {
    for (let row = 0; row < map.rows; row += 1) {
      blurLine(map.cells, row * map.columns, { count: map.columns, stride: 1, reach });
    }
    for (let column = 0; column < map.columns; column += 1) {
      blurLine(map.cells, column, { count: map.rows, stride: map.columns, reach });
    }
  }
}

interface Cast {
  length: number;
  /** Shift a metre of height. */
  slant: readonly [number, number];
  /** Parts higher than this do not count. */
  below: number;
  /** Softness in metres. */
  soft: number;
}

/** Drops every vertex on the road; vertices lie closer together than cells, so no gaps stay. */
export function castShadow(parts: readonly Part[], cast: Cast): ShadowMap {
  const columns = Math.ceil((cast.length + 2 * MARGIN) / CELL);
  const rows = Math.ceil((2 + 2 * MARGIN) / CELL);
  const map: ShadowMap = {
    columns,
    rows,
    left: -MARGIN,
    near: -1 - MARGIN,
    cells: new Float32Array(columns * rows),
  };
  for (const { mesh } of parts) {
    for (let i = 0; i < mesh.xyz.length; i += 3) {
      const z = mesh.xyz[i + 2] ?? 0;
      if (z > cast.below) continue;
      const x = (mesh.xyz[i] ?? 0) + cast.slant[0] * z;
      const y = (mesh.xyz[i + 1] ?? 0) + cast.slant[1] * z;
      const column = Math.floor((x - map.left) / CELL);
      const row = Math.floor((y - map.near) / CELL);
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      map.cells[row * columns + column] = 1;
    }
  }
  blur(map, 1);
  for (let i = 0; i < map.cells.length; i += 1) map.cells[i] = (map.cells[i] ?? 0) > 0.3 ? 1 : 0;
  blur(map, Math.max(1, Math.round(cast.soft / CELL)));
  return map;
}

export function readShadow(map: ShadowMap, x: number, y: number): number {
  const gx = (x - map.left) / CELL - 0.5;
  const gy = (y - map.near) / CELL - 0.5;
  const column = Math.floor(gx);
  const row = Math.floor(gy);
  if (column < 0 || row < 0 || column >= map.columns - 1 || row >= map.rows - 1) return 0;
  const fx = gx - column;
  const fy = gy - row;
  const a = row * map.columns + column;
  const c = a + map.columns;
  const { cells } = map;
  const low = (cells[a] ?? 0) * (1 - fx) + (cells[a + 1] ?? 0) * fx;
  const high = (cells[c] ?? 0) * (1 - fx) + (cells[c + 1] ?? 0) * fx;
  return low * (1 - fy) + high * fy;
}
