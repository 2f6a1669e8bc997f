import type { Mesh } from "./mesh";
import { normalize, relaxNormals } from "./mesh";
import type { Solid } from "./solid";

const CELL = 0.027;
const BLOCK = 6;

interface Lattice {
  nx: number;
  ny: number;
  nz: number;
  origin: readonly [number, number, number];
  values: Float32Array;
}

/** Samples the field only in blocks that the surface can pass through. */
function sampleSolid(solid: Solid, size: readonly [number, number, number]): Lattice {
  const half = Math.ceil((size[1] / 2 + 0.12) / CELL);
  const ny = 2 * half + 1;
  const origin = [-0.12, -half * CELL, 0.06] as const;
  const nx = Math.ceil((size[0] + 0.26) / CELL);
  const nz = Math.ceil((size[2] + 0.1) / CELL);
  const values = new Float32Array(nx * ny * nz);
  const radius = BLOCK * CELL * 0.5;
  for (let bi = 0; bi < nx; bi += BLOCK) {
    for (let bj = half; bj < ny; bj += BLOCK) {
      for (let bk = 0; bk < nz; bk += BLOCK) {
        const x = origin[0] + bi * CELL + radius;
        const y = origin[1] + bj * CELL + radius;
        const middle = solid(x, y, origin[2] + bk * CELL + radius);
        const far = Math.abs(middle) > radius * 2.6;
        for (let i = bi; i < Math.min(bi + BLOCK, nx); i += 1) {
          for (let j = bj; j < Math.min(bj + BLOCK, ny); j += 1) {
            for (let k = bk; k < Math.min(bk + BLOCK, nz); k += 1) {
              const value = far
                ? middle
                : solid(origin[0] + i * CELL, origin[1] + j * CELL, origin[2] + k * CELL);
              values[(i * ny + j) * nz + k] = value;
              values[(i * ny + (2 * half - j)) * nz + k] = value;
            }
          }
        }
      }
    }
  }
  return { nx, ny, nz, origin, values };
}

const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const EDGES: readonly (readonly [number, number])[] = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [0, 2],
  [1, 3],
  [4, 6],
  [5, 7],
  [0, 4],
  [1, 5],
  [2, 6],
  [3, 7],
];

/** One vertex a crossed cell, at the mean of its edge crossings. Returns null for uncrossed cells. */
function cellVertex(corner: Float32Array, out: Float32Array): boolean {
  let count = 0;
  out.fill(0);
  for (const [a, b] of EDGES) {
    const va = corner[a] ?? 0;
    const vb = corner[b] ?? 0;
    if (va < 0 === vb < 0) continue;
    const t = va / (va - vb);
    out[0] = (out[0] ?? 0) + (a & 4 ? 1 : 0) + (b & 4 && !(a & 4) ? t : 0);
    out[1] = (out[1] ?? 0) + (a & 2 ? 1 : 0) + (b & 2 && !(a & 2) ? t : 0);
    out[2] = (out[2] ?? 0) + (a & 1 ? 1 : 0) + (b & 1 && !(a & 1) ? t : 0);
    count += 1;
  }
  if (count === 0) return false;
  for (let k = 0; k < 3; k += 1) out[k] = (out[k] ?? 0) / count;
  return true;
}

function placeVertices(lattice: Lattice): { index: Int32Array; xyz: number[] } {
  const { nx, ny, nz, origin, values } = lattice;
  const index = new Int32Array(nx * ny * nz).fill(-1);
  const xyz: number[] = [];
  const corner = new Float32Array(8);
  const inner = new Float32Array(3);
  for (let i = 0; i < nx - 1; i += 1) {
    for (let j = 0; j < ny - 1; j += 1) {
      for (let k = 0; k < nz - 1; k += 1) {
        const at = (i * ny + j) * nz + k;
        let below = 0;
        for (const c of CORNERS) {
          const offset = ((c & 4 ? ny : 0) + (c & 2 ? 1 : 0)) * nz + (c & 1);
          const value = values[at + offset] ?? 0;
          corner[c] = value;
          if (value < 0) below += 1;
        }
        if (below === 0 || below === 8 || !cellVertex(corner, inner)) continue;
        index[at] = xyz.length / 3;
        xyz.push(
          origin[0] + (i + (inner[0] ?? 0)) * CELL,
          origin[1] + (j + (inner[1] ?? 0)) * CELL,
          origin[2] + (k + (inner[2] ?? 0)) * CELL,
        );
      }
    }
  }
  return { index, xyz };
}

/** Two triangles around every lattice edge that the surface crosses, facing outwards. */
function connect(lattice: Lattice, index: Int32Array): Uint32Array {
  const { nx, ny, nz, values } = lattice;
  const triangles: number[] = [];
  const strides = [ny * nz, nz, 1] as const;
  for (let i = 1; i < nx - 1; i += 1) {
    for (let j = 1; j < ny - 1; j += 1) {
      for (let k = 1; k < nz - 1; k += 1) {
        const at = i * strides[0] + j * strides[1] + k;
        const inside = (values[at] ?? 0) < 0;
        for (let axis = 0; axis < 3; axis += 1) {
          if (inside === (values[at + (strides[axis] ?? 0)] ?? 0) < 0) continue;
          const u = strides[(axis + 1) % 3] ?? 0;
          const v = strides[(axis + 2) % 3] ?? 0;
          const a = index[at - u - v] ?? -1;
          const b = index[at - v] ?? -1;
          const c = index[at] ?? -1;
          const d = index[at - u] ?? -1;
          if (Math.min(a, b, c, d) < 0) continue;
          if (inside) triangles.push(a, b, c, a, c, d);
          else triangles.push(a, c, b, a, d, c);
        }
      }
    }
  }
  return Uint32Array.from(triangles);
}

function fieldNormals(solid: Solid, xyz: Float32Array): Float32Array {
  const normals = new Float32Array(xyz.length);
  const e = CELL;
  for (let i = 0; i < xyz.length; i += 3) {
    const x = xyz[i] ?? 0;
    const y = xyz[i + 1] ?? 0;
    const z = xyz[i + 2] ?? 0;
    normals[i] = solid(x + e, y, z) - solid(x - e, y, z);
    normals[i + 1] = solid(x, y + e, z) - solid(x, y - e, z);
    normals[i + 2] = solid(x, y, z + e) - solid(x, y, z - e);
  }
  normalize(normals);
  return normals;
}

/**
 * Turns a solid that is symmetric about y = 0 into a mesh by naive surface nets
 * (S. F. Gibson, "Constrained elastic surface nets", 1998).
 * @param size length, width and height of the solid in metres
 */
export function meshSolid(solid: Solid, size: readonly [number, number, number]): Mesh {
  const lattice = sampleSolid(solid, size);
  const { index, xyz: points } = placeVertices(lattice);
  const triangles = connect(lattice, index);
  const xyz = Float32Array.from(points);
  const mesh = { xyz, triangles, normals: fieldNormals(solid, xyz) };
  relaxNormals(mesh, 8);
  return mesh;
}
