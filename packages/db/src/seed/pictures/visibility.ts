import type { Camera } from "./camera";
import type { Mesh } from "./mesh";

/** Samples a pixel, each way. */
export const SAMPLES = 2;
const TRIANGLE_BITS = 20;
const TRIANGLE_MASK = (1 << TRIANGLE_BITS) - 1;

/** Tells whether a point of the surface exists; used for openings finer than the triangles. */
export type Cutout = (x: number, y: number, z: number) => boolean;

export interface Part {
  mesh: Mesh;
  material: number;
  /** Triangles (1) whose samples must ask `cutout`; all of them when absent. */
  cutoutTriangles?: Uint8Array;
  cutout?: Cutout;
}

/** Which triangle is seen at every sample of the picture. */
export interface Visibility {
  width: number;
  height: number;
  /** -1, or part index and triangle packed by `packTriangle`. */
  ids: Int32Array;
  /** One over the distance along the view axis; larger is nearer. */
  nearness: Float32Array;
  /** Screen x, y (in samples) and nearness of every vertex, by part. */
  screens: Float32Array[];
  /** 1, or -1 for a camera seen in a mirror, where triangles turn the other way. */
  facing: 1 | -1;
  /** Rows and columns of samples that anything was drawn to. */
  bounds: { left: number; top: number; right: number; bottom: number };
}

export const partOf = (id: number): number => id >> TRIANGLE_BITS;
export const triangleOf = (id: number): number => id & TRIANGLE_MASK;

function projectPart(mesh: Mesh, camera: Camera): Float32Array {
  const { xyz } = mesh;
  const { eye, right, up, forward } = camera;
  const out = new Float32Array(xyz.length);
  for (let i = 0; i < xyz.length; i += 3) {
    const x = (xyz[i] ?? 0) - eye[0];
    const y = (xyz[i + 1] ?? 0) - eye[1];
    const z = (xyz[i + 2] ?? 0) - eye[2];
    const near = 1 / Math.max(x * forward[0] + y * forward[1] + z * forward[2], 0.05);
    const across = x * right[0] + y * right[1] + z * right[2];
    const upward = x * up[0] + y * up[1] + z * up[2];
    out[i] = SAMPLES * (camera.centerX + camera.focal * across * near);
    out[i + 1] = SAMPLES * (camera.centerY - camera.focal * upward * near);
    out[i + 2] = near;
  }
  return out;
}

interface Brush {
  view: Visibility;
  part: Part;
  index: number;
  screen: Float32Array;
}

/** Fills one triangle; a closer surface wins. Back faces are skipped. */
function fillTriangle({ view, part, index, screen }: Brush, triangle: number): void {
  const { triangles, xyz } = part.mesh;
  const a = (triangles[triangle * 3] ?? 0) * 3;
  const b = (triangles[triangle * 3 + 1] ?? 0) * 3;
  const c = (triangles[triangle * 3 + 2] ?? 0) * 3;
  const ax = screen[a] ?? 0;
  const ay = screen[a + 1] ?? 0;
  const bx = screen[b] ?? 0;
  const by = screen[b + 1] ?? 0;
  const cx = screen[c] ?? 0;
  const cy = screen[c + 1] ?? 0;
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (area * view.facing >= 0) return;
  const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
  const right = Math.min(view.width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
  const bottom = Math.min(view.height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
  if (left > right || top > bottom) return;
  const na = screen[a + 2] ?? 0;
  const nb = screen[b + 2] ?? 0;
  const nc = screen[c + 2] ?? 0;
  const cutout = part.cutout && (part.cutoutTriangles?.[triangle] ?? 1) === 1 ? part.cutout : null;
  const id = (index << TRIANGLE_BITS) | triangle;
  const { ids, nearness, width } = view;
  // Weights are linear in x and y: one start value a row, one step a column.
  const scale = 1 / area;
  const stepA = (by - cy) * scale;
  const stepB = (cy - ay) * scale;
  for (let row = top; row <= bottom; row += 1) {
    const y = row + 0.5;
    const x = left + 0.5;
    let wa = ((bx - x) * (cy - y) - (by - y) * (cx - x)) * scale - stepA;
    let wb = ((cx - x) * (ay - y) - (cy - y) * (ax - x)) * scale - stepB;
    let at = row * width + left - 1;
    for (let column = left; column <= right; column += 1) {
      at += 1;
      wa += stepA;
      wb += stepB;
      const wc = 1 - wa - wb;
      if (wa < 0 || wb < 0 || wc < 0) continue;
      const near = wa * na + wb * nb + wc * nc;
      if (near <= (nearness[at] ?? 0)) continue;
      if (cutout) {
        const pa = (wa * na) / near;
        const pb = (wb * nb) / near;
        const pc = (wc * nc) / near;
        const px = pa * (xyz[a] ?? 0) + pb * (xyz[b] ?? 0) + pc * (xyz[c] ?? 0);
        const py = pa * (xyz[a + 1] ?? 0) + pb * (xyz[b + 1] ?? 0) + pc * (xyz[c + 1] ?? 0);
        const pz = pa * (xyz[a + 2] ?? 0) + pb * (xyz[b + 2] ?? 0) + pc * (xyz[c + 2] ?? 0);
        if (!cutout(px, py, pz)) continue;
      }
      nearness[at] = near;
      ids[at] = id;
    }
  }
}

function boundsOf(view: Visibility): Visibility["bounds"] {
  const bounds = { left: view.width, top: view.height, right: 0, bottom: 0 };
  for (const screen of view.screens) {
    for (let i = 0; i < screen.length; i += 3) {
      bounds.left = Math.min(bounds.left, screen[i] ?? 0);
      bounds.right = Math.max(bounds.right, screen[i] ?? 0);
      bounds.top = Math.min(bounds.top, screen[i + 1] ?? 0);
      bounds.bottom = Math.max(bounds.bottom, screen[i + 1] ?? 0);
    }
  }
  return {
    left: Math.max(0, Math.floor(bounds.left)),
    top: Math.max(0, Math.floor(bounds.top)),
    right: Math.min(view.width - 1, Math.ceil(bounds.right)),
    bottom: Math.min(view.height - 1, Math.ceil(bounds.bottom)),
  };
}

/** Grids are large, so one of each size is kept and cleared for the next picture. */
const grids = new Map<number, Pick<Visibility, "ids" | "nearness">>();

function clearGrid(count: number): Pick<Visibility, "ids" | "nearness"> {
  const known = grids.get(count);
  if (!known) {
    const made = { ids: new Int32Array(count).fill(-1), nearness: new Float32Array(count) };
    grids.set(count, made);
    return made;
  }
  known.ids.fill(-1);
  known.nearness.fill(0);
  return known;
}

/** Draws all parts into a sample grid of `size` pixels; shading comes later, once a pixel. The grid is reused by the next call. */
export function drawVisibility(
  parts: readonly Part[],
  camera: Camera,
  size: readonly [number, number],
): Visibility {
  const width = size[0] * SAMPLES;
  const height = size[1] * SAMPLES;
  const view: Visibility = {
    width,
    height,
    ...clearGrid(width * height),
    screens: parts.map((part) => projectPart(part.mesh, camera)),
    facing: camera.mirrored ? -1 : 1,
    bounds: { left: 0, top: 0, right: 0, bottom: 0 },
  };
  view.bounds = boundsOf(view);
  for (const [index, part] of parts.entries()) {
    const screen = view.screens[index] ?? new Float32Array();
    const brush = { view, part, index, screen };
    const count = part.mesh.triangles.length / 3;
    for (let triangle = 0; triangle < count; triangle += 1) fillTriangle(brush, triangle);
  }
  return view;
}
