import type { Camera } from "./camera";
import type { Layer } from "./car-pass";
import type { Scene } from "./scenes/scene";
import { ramp } from "./scenes/scene";
import type { ShadowMap } from "./shadow-map";
import { readShadow } from "./shadow-map";
import { toDisplay } from "./tone";

interface GroundPass {
  scene: Scene;
  camera: Camera;
  /** Middle of the car on the road. */
  center: readonly [number, number];
  contact: ShadowMap;
  around: ShadowMap;
  sun: ShadowMap | null;
  /** The car as the road mirrors it, at a fraction of the picture's size. */
  mirrored: Layer | null;
}

/** Reads the mirrored car (premultiplied) at a point of its own layer into `out`. */
function readMirror(layer: Layer, at: readonly [number, number], out: Float64Array): void {
  const column = Math.min(layer.width - 2, Math.max(0, Math.floor(at[0])));
  const row = Math.min(layer.height - 2, Math.max(0, Math.floor(at[1])));
  const fx = Math.min(1, Math.max(0, at[0] - column));
  const fy = Math.min(1, Math.max(0, at[1] - row));
  const a = (row * layer.width + column) * 4;
  const c = a + layer.width * 4;
  const { rgba } = layer;
  for (let k = 0; k < 4; k += 1) {
    const low = (rgba[a + k] ?? 0) * (1 - fx) + (rgba[a + 4 + k] ?? 0) * fx;
    const high = (rgba[c + k] ?? 0) * (1 - fx) + (rgba[c + 4 + k] ?? 0) * fx;
    out[k] = low * (1 - fy) + high * fy;
  }
}

function shadowAt({ contact, around, sun, scene }: GroundPass, x: number, y: number): number {
  const touch = readShadow(contact, x, y);
  const open = (1 - 0.86 * touch) * (1 - 0.42 * readShadow(around, x, y));
  return sun ? open * (1 - scene.shadowDepth * readShadow(sun, x, y)) : open;
}

/** Paints road or floor over the backdrop below the horizon. */
export function drawGround(pass: GroundPass, picture: Layer): void {
  const { scene, camera, center, mirrored } = pass;
  const { eye, right, up, forward } = camera;
  const level = Math.hypot(forward[0], forward[1]);
  const scale = mirrored ? mirrored.width / picture.width : 1;
  const shine = new Float64Array(4);
  const { rgba, width } = picture;
  for (let row = 0; row < picture.height; row += 1) {
    const dv = (row + 0.5 - camera.centerY) / camera.focal;
    const dz = forward[2] - up[2] * dv;
    if (dz > -0.004) continue;
    const reach = -eye[2] / dz;
    for (let column = 0; column < width; column += 1) {
      const to = (row * width + column) * 4;
      const du = (column + 0.5 - camera.centerX) / camera.focal;
      const x = eye[0] + reach * (forward[0] + right[0] * du - up[0] * dv);
      const y = eye[1] + reach * (forward[1] + right[1] * du - up[1] * dv);
      const rx = x - center[0];
      const ry = y - center[1];
      const away = (rx * forward[0] + ry * forward[1]) / level;
      const fade = ramp(8, 36, away);
      const color = scene.ground(rx * right[0] + ry * right[1], away);
      const lit = shadowAt(pass, x, y) * scene.exposure;
      let gloss = 0;
      if (mirrored) {
        const steep = Math.min(1, -dz / Math.sqrt(1 + du * du + dv * dv));
        gloss = scene.gloss * (0.15 + 0.85 * (1 - steep) ** 4) * (1 - fade);
        readMirror(mirrored, [column * scale, row * scale], shine);
      }
      for (let k = 0; k < 3; k += 1) {
        const own = toDisplay((color[k] ?? 0) * lit);
        const glossy = own + gloss * ((shine[k] ?? 0) - own * (shine[3] ?? 0));
        rgba[to + k] = glossy + ((rgba[to + k] ?? 0) - glossy) * fade;
      }
    }
  }
}
