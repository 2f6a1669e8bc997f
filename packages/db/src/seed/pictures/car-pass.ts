import type { Camera } from "./camera";
import type { Shader, Sight } from "./shading";
import { toDisplay } from "./tone";
import type { Part, Visibility } from "./visibility";
import { drawVisibility, partOf, SAMPLES, triangleOf } from "./visibility";

/** Finished pixels: red, green, blue in 0..255, and how much of the pixel they cover (0..1). */
export interface Layer {
  width: number;
  height: number;
  rgba: Float32Array;
}

interface Pass {
  parts: readonly Part[];
  camera: Camera;
  shader: Shader;
  exposure: number;
}

interface Corners {
  a: number;
  b: number;
  c: number;
  wa: number;
  wb: number;
  wc: number;
}

/** The triangle seen at a sample and the weights of its corners there, corrected for depth. */
function weigh(view: Visibility, at: number, { triangles, screen, out }: WeighInput): void {
  const t = triangleOf(view.ids[at] ?? 0) * 3;
  const a = (triangles[t] ?? 0) * 3;
  const b = (triangles[t + 1] ?? 0) * 3;
  const c = (triangles[t + 2] ?? 0) * 3;
  const px = (at % view.width) + 0.5;
  const py = Math.floor(at / view.width) + 0.5;
  const ax = screen[a] ?? 0;
  const ay = screen[a + 1] ?? 0;
  const bx = screen[b] ?? 0;
  const by = screen[b + 1] ?? 0;
  const cx = screen[c] ?? 0;
  const cy = screen[c + 1] ?? 0;
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const sa = ((bx - px) * (cy - py) - (by - py) * (cx - px)) / area;
  const sb = ((cx - px) * (ay - py) - (cy - py) * (ax - px)) / area;
  const ka = sa * (screen[a + 2] ?? 0);
  const kb = sb * (screen[b + 2] ?? 0);
  const kc = (1 - sa - sb) * (screen[c + 2] ?? 0);
  const near = ka + kb + kc;
  out.a = a;
  out.b = b;
  out.c = c;
  out.wa = ka / near;
  out.wb = kb / near;
  out.wc = kc / near;
}

interface WeighInput {
  triangles: Uint32Array;
  screen: Float32Array;
  out: Corners;
}

function blend(from: Float32Array, { a, b, c, wa, wb, wc }: Corners, k: number): number {
  return wa * (from[a + k] ?? 0) + wb * (from[b + k] ?? 0) + wc * (from[c + k] ?? 0);
}

/** Reads place, normal and view direction at one sample after another into the same record. */
function createLocator(view: Visibility, { parts, camera }: Pass): (at: number) => Sight {
  const sight: Sight = { x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 0, ex: 0, ey: 0, ez: 0, material: 0 };
  const corners: Corners = { a: 0, b: 0, c: 0, wa: 0.5, wb: 0.5, wc: 0.5 };
  const inputs = parts.map((part, index) => ({
    triangles: part.mesh.triangles,
    screen: view.screens[index] ?? new Float32Array(),
    out: corners,
  }));
  return (at) => {
    const index = partOf(view.ids[at] ?? 0);
    const part = parts[index];
    const input = inputs[index];
    if (!part || !input) return sight;
    weigh(view, at, input);
    const { xyz, normals } = part.mesh;
    sight.x = blend(xyz, corners, 0);
    sight.y = blend(xyz, corners, 1);
    sight.z = blend(xyz, corners, 2);
    const nx = blend(normals, corners, 0);
    const ny = blend(normals, corners, 1);
    const nz = blend(normals, corners, 2);
    const n = 1 / (Math.sqrt(nx * nx + ny * ny + nz * nz) || 1);
    sight.nx = nx * n;
    sight.ny = ny * n;
    sight.nz = nz * n;
    const ex = camera.eye[0] - sight.x;
    const ey = camera.eye[1] - sight.y;
    const ez = camera.eye[2] - sight.z;
    const e = 1 / Math.sqrt(ex * ex + ey * ey + ez * ez);
    sight.ex = ex * e;
    sight.ey = ey * e;
    sight.ez = ez * e;
    sight.material = part.material;
    return sight;
  };
}

/** Samples of one pixel that lie on one part at about one distance are shaded once. */
function alike(view: Visibility, a: number, b: number): boolean {
  const ida = view.ids[a] ?? -1;
  const idb = view.ids[b] ?? -1;
  if (partOf(ida) !== partOf(idb)) return false;
  const na = view.nearness[a] ?? 0;
  return Math.abs(na - (view.nearness[b] ?? 0)) < na * 0.012;
}

/** Marks the samples of a pixel that `first + steps[s]` can stand for; returns them as bits. */
function groupOf(view: Visibility, first: number, s: number): number {
  const at = sampleAt(view, first, s);
  let bits = 0;
  for (let q = s; q < 4; q += 1) {
    if (alike(view, at, sampleAt(view, first, q))) bits |= 1 << q;
  }
  return bits;
}

const sampleAt = (view: Visibility, first: number, s: number): number =>
  first + (s & 1) + (s >> 1) * view.width;

const BIT_COUNT = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4] as const;

/** Draws the car with smooth edges: every pixel is weighed from `SAMPLES` squared samples. */
export function drawCar(pass: Pass, size: readonly [number, number]): Layer {
  const view = drawVisibility(pass.parts, pass.camera, size);
  const [width, height] = size;
  const rgba = new Float32Array(width * height * 4);
  const light = new Float64Array(3);
  const locate = createLocator(view, pass);
  const { left, right, top, bottom } = view.bounds;
  for (let row = Math.floor(top / SAMPLES); row < Math.ceil(bottom / SAMPLES); row += 1) {
    for (
      let column = Math.floor(left / SAMPLES);
      column < Math.ceil(right / SAMPLES);
      column += 1
    ) {
      const first = row * SAMPLES * view.width + column * SAMPLES;
      const to = (row * width + column) * 4;
      let done = 0;
      for (let s = 0; s < 4; s += 1) {
        const at = sampleAt(view, first, s);
        if (done & (1 << s) || (view.ids[at] ?? -1) < 0) continue;
        const group = groupOf(view, first, s) & ~done;
        done |= group;
        pass.shader(locate(at), light);
        const weight = (BIT_COUNT[group & 15] ?? 1) / 4;
        for (let k = 0; k < 3; k += 1) {
          rgba[to + k] = (rgba[to + k] ?? 0) + weight * toDisplay((light[k] ?? 0) * pass.exposure);
        }
        rgba[to + 3] = (rgba[to + 3] ?? 0) + weight;
      }
    }
  }
  return { width, height, rgba };
}
