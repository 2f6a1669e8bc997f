import type { Mesh } from "./mesh";
import { smoothNormals } from "./mesh";

/** A ring of a turned surface: radius and place along the axle, metres. */
export type Ring = readonly [number, number];

interface Axle {
  x: number;
  y: number;
  z: number;
  /** 1 for wheels on the right, -1 on the left: the rings' second number grows outwards. */
  side: 1 | -1;
}

/** Turns the rings (from the hub side of the visible face outwards) about an axle along y. */
export function turn(rings: readonly Ring[], axle: Axle, segments = 72): Mesh {
  const xyz = new Float32Array(rings.length * segments * 3);
  const triangles: number[] = [];
  for (const [i, [radius, along]] of rings.entries()) {
    for (let s = 0; s < segments; s += 1) {
      const angle = (2 * Math.PI * s) / segments;
      const at = (i * segments + s) * 3;
      xyz[at] = axle.x + radius * Math.cos(angle);
      xyz[at + 1] = axle.y + axle.side * along;
      xyz[at + 2] = axle.z + radius * Math.sin(angle);
    }
  }
  for (let i = 0; i + 1 < rings.length; i += 1) {
    for (let s = 0; s < segments; s += 1) {
      const a = i * segments + s;
      const b = i * segments + ((s + 1) % segments);
      const c = a + segments;
      const d = b + segments;
      if (axle.side === 1) triangles.push(a, b, c, b, d, c);
      else triangles.push(a, c, b, b, c, d);
    }
  }
  const indexed = Uint32Array.from(triangles);
  return { xyz, triangles: indexed, normals: smoothNormals(xyz, indexed) };
}

/** An ellipsoid, flattened towards a box by `power` above 2. */
export function blob(
  center: readonly [number, number, number],
  radii: readonly [number, number, number],
  power = 2.6,
): Mesh {
  const rows = 18;
  const segments = 28;
  const points: number[] = [];
  const triangles: number[] = [];
  const bend = (v: number): number => Math.sign(v) * Math.abs(v) ** (2 / power);
  for (let r = 0; r <= rows; r += 1) {
    const tilt = (Math.PI * r) / rows - Math.PI / 2;
    for (let s = 0; s < segments; s += 1) {
      const angle = (2 * Math.PI * s) / segments;
      points.push(
        center[0] + radii[0] * bend(Math.cos(tilt)) * bend(Math.cos(angle)),
        center[1] + radii[1] * bend(Math.cos(tilt)) * bend(Math.sin(angle)),
        center[2] + radii[2] * bend(Math.sin(tilt)),
      );
      if (r === rows) continue;
      const a = r * segments + s;
      const b = r * segments + ((s + 1) % segments);
      triangles.push(a, b, a + segments, b, b + segments, a + segments);
    }
  }
  const xyz = Float32Array.from(points);
  const indexed = Uint32Array.from(triangles);
  return { xyz, triangles: indexed, normals: smoothNormals(xyz, indexed) };
}

/** A round bar along a path of points. */
export function bar(path: readonly (readonly [number, number, number])[], radius: number): Mesh {
  const segments = 8;
  const points: number[] = [];
  const triangles: number[] = [];
  for (const [i, [x, y, z]] of path.entries()) {
    for (let s = 0; s < segments; s += 1) {
      const angle = (2 * Math.PI * s) / segments;
      points.push(x, y + radius * Math.cos(angle), z + radius * Math.sin(angle));
      if (i + 1 === path.length) continue;
      const a = i * segments + s;
      const b = i * segments + ((s + 1) % segments);
      triangles.push(a, b, a + segments, b, b + segments, a + segments);
    }
  }
  const xyz = Float32Array.from(points);
  const indexed = Uint32Array.from(triangles);
  return { xyz, triangles: indexed, normals: smoothNormals(xyz, indexed) };
}
