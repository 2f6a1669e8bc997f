/** Triangles with smooth normals; `xyz` and `normals` hold three numbers a vertex. */
export interface Mesh {
  xyz: Float32Array;
  normals: Float32Array;
  triangles: Uint32Array;
}

/** Normals averaged over the triangles around each vertex, weighted by their area. */
export function smoothNormals(xyz: Float32Array, triangles: Uint32Array): Float32Array {
  const normals = new Float32Array(xyz.length);
  const at = (i: number): number => xyz[i] ?? 0;
  for (let t = 0; t < triangles.length; t += 3) {
    const a = (triangles[t] ?? 0) * 3;
    const b = (triangles[t + 1] ?? 0) * 3;
    const c = (triangles[t + 2] ?? 0) * 3;
    const ux = at(b) - at(a);
    const uy = at(b + 1) - at(a + 1);
    const uz = at(b + 2) - at(a + 2);
    const vx = at(c) - at(a);
    const vy = at(c + 1) - at(a + 1);
    const vz = at(c + 2) - at(a + 2);
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (const corner of [a, b, c]) {
      for (let k = 0; k < 3; k += 1) {
        normals[corner + k] = (normals[corner + k] ?? 0) + (normal[k] ?? 0);
      }
    }
  }
  normalize(normals);
  return normals;
}

export function normalize(normals: Float32Array): void {
  for (let i = 0; i < normals.length; i += 3) {
    const x = normals[i] ?? 0;
    const y = normals[i + 1] ?? 0;
    const z = normals[i + 2] ?? 0;
    const length = Math.hypot(x, y, z) || 1;
    normals[i] = x / length;
    normals[i + 1] = y / length;
    normals[i + 2] = z / length;
  }
}

/** Averages every normal with its neighbours' `rounds` times, so that reflections run smoothly. */
export function relaxNormals(mesh: Mesh, rounds: number): void {
  const { normals, triangles } = mesh;
  for (let round = 0; round < rounds; round += 1) {
    const sums = Float32Array.from(normals);
    for (let t = 0; t < triangles.length; t += 3) {
      const a = (triangles[t] ?? 0) * 3;
      const b = (triangles[t + 1] ?? 0) * 3;
      const c = (triangles[t + 2] ?? 0) * 3;
      for (let k = 0; k < 3; k += 1) {
        const sum = (normals[a + k] ?? 0) + (normals[b + k] ?? 0) + (normals[c + k] ?? 0);
        sums[a + k] = (sums[a + k] ?? 0) + sum;
        sums[b + k] = (sums[b + k] ?? 0) + sum;
        sums[c + k] = (sums[c + k] ?? 0) + sum;
      }
    }
    normals.set(sums);
    normalize(normals);
  }
}
