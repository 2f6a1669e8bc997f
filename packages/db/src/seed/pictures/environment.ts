import type { Scene } from "./scenes/scene";

/** Light from every direction, folded into a square (octahedral map), three floats a cell. */
export interface LightMap {
  size: number;
  cells: Float32Array;
}

/** The same surroundings as a mirror, a satin surface and a matt surface see them. */
export interface Environment {
  mirror: LightMap;
  satin: LightMap;
  matt: LightMap;
}

function directionOf(u: number, v: number): readonly [number, number, number] {
  const a = u * 2 - 1;
  const b = v * 2 - 1;
  const z = 1 - Math.abs(a) - Math.abs(b);
  const x = z >= 0 ? a : (1 - Math.abs(b)) * Math.sign(a || 1);
  const y = z >= 0 ? b : (1 - Math.abs(a)) * Math.sign(b || 1);
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

function fill(size: number, light: (d: readonly [number, number, number], at: number) => void) {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      light(directionOf((column + 0.5) / size, (row + 0.5) / size), (row * size + column) * 3);
    }
  }
}

function store(cells: Float32Array, v: readonly [number, number, number], at: number): void {
  cells[at] = v[0];
  cells[at + 1] = v[1];
  cells[at + 2] = v[2];
}

/** Weighted mean of the source around each direction; higher `power` sees a narrower cone. */
function blurred(source: LightMap, size: number, power: number): LightMap {
  const count = source.size * source.size;
  const directions = new Float32Array(count * 3);
  fill(source.size, (d, at) => directions.set(d, at));
  const cells = new Float32Array(size * size * 3);
  fill(size, (d, at) => {
    let total = 0;
    const sum = [0, 0, 0];
    for (let i = 0; i < count * 3; i += 3) {
      const facing =
        d[0] * (directions[i] ?? 0) +
        d[1] * (directions[i + 1] ?? 0) +
        d[2] * (directions[i + 2] ?? 0);
      if (facing <= 0) continue;
      const weight = facing ** power;
      total += weight;
      for (let k = 0; k < 3; k += 1) sum[k] = (sum[k] ?? 0) + weight * (source.cells[i + k] ?? 0);
    }
    for (let k = 0; k < 3; k += 1) cells[at + k] = (sum[k] ?? 0) / total;
  });
  return { size, cells };
}

/** Mean of square groups of cells. */
function shrunk(source: LightMap, factor: number): LightMap {
  const size = source.size / factor;
  const cells = new Float32Array(size * size * 3);
  for (let row = 0; row < source.size; row += 1) {
    for (let column = 0; column < source.size; column += 1) {
      const to = (Math.floor(row / factor) * size + Math.floor(column / factor)) * 3;
      const from = (row * source.size + column) * 3;
      for (let k = 0; k < 3; k += 1) {
        cells[to + k] = (cells[to + k] ?? 0) + (source.cells[from + k] ?? 0) / factor ** 2;
      }
    }
  }
  return { size, cells };
}

export function createEnvironment(scene: Scene): Environment {
  const size = 384;
  const cells = new Float32Array(size * size * 3);
  fill(size, (d, at) => store(cells, scene.light(d[0], d[1], d[2]), at));
  const mirror = { size, cells };
  const coarse = shrunk(mirror, 8);
  return { mirror, satin: blurred(coarse, 48, 24), matt: blurred(shrunk(mirror, 16), 24, 1) };
}

/** Light from the direction in `out[3..5]`, written to `out[0..2]`. */
export function readLight(map: LightMap, out: Float64Array): void {
  const x = out[3] ?? 0;
  const y = out[4] ?? 0;
  const z = out[5] ?? 0;
  const sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
  let u = x / sum;
  let v = y / sum;
  if (z < 0) {
    const folded = (1 - Math.abs(v)) * (u < 0 ? -1 : 1);
    v = (1 - Math.abs(u)) * (v < 0 ? -1 : 1);
    u = folded;
  }
  const { size, cells } = map;
  const gx = Math.min(size - 1.001, Math.max(0, (u * 0.5 + 0.5) * size - 0.5));
  const gy = Math.min(size - 1.001, Math.max(0, (v * 0.5 + 0.5) * size - 0.5));
  const column = Math.floor(gx);
  const row = Math.floor(gy);
  const fx = gx - column;
  const fy = gy - row;
  const a = (row * size + column) * 3;
  const c = a + size * 3;
  for (let k = 0; k < 3; k += 1) {
    const low = (cells[a + k] ?? 0) * (1 - fx) + (cells[a + 3 + k] ?? 0) * fx;
    const high = (cells[c + k] ?? 0) * (1 - fx) + (cells[c + 3 + k] ?? 0) * fx;
    out[k] = low * (1 - fy) + high * fy;
  }
}
