import type { Camera } from "./camera";
import type { Car } from "./car";
import { MATERIAL, RIM_SHARE } from "./car";
import { bonnetCreases, flankCreases } from "./creases";
import type { Environment, LightMap } from "./environment";
import { readLight } from "./environment";
import type { CarPaint } from "./palette";
import type { Light } from "./scenes/scene";
import type { BodyShape } from "./shapes/body-shape";
import type { Texture } from "./texture";
import { readTexture } from "./texture";

/** A seen point: place, normal and direction towards the eye, in the car's metres. */
export interface Sight {
  x: number;
  y: number;
  z: number;
  nx: number;
  ny: number;
  nz: number;
  ex: number;
  ey: number;
  ez: number;
  material: number;
}

/** Writes the linear light that leaves the point towards the eye to `out[0..2]`. */
export type Shader = (sight: Sight, out: Float64Array) => void;

export interface Studio {
  car: Car;
  camera: Camera;
  environment: Environment;
  paint: CarPaint;
  /** Metal of the rims. */
  rim: Light;
  caliper: Light;
}

const TO_LINEAR = Float64Array.from({ length: 256 }, (_, i) => {
  const v = i / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

const linearByte = (v: number): number => TO_LINEAR[Math.min(255, Math.max(0, Math.round(v)))] ?? 0;

/** Reflectance at a glancing angle (Schlick's approximation). */
function fresnel(base: number, facing: number): number {
  const m = Math.min(1, Math.max(0, 1 - facing));
  const m2 = m * m;
  return base + (1 - base) * m2 * m2 * m;
}

/** Light reaching a point from below is blocked by the car and the road under it. */
function openness(sight: Sight): number {
  const low = Math.min(1, Math.max(0, (sight.z - 0.1) / 0.45));
  const down = Math.max(0, -sight.nz);
  return (0.4 + 0.6 * low) * (1 - 0.7 * down);
}

/** What a point sees of its surroundings; filled by `look` and read by the materials. */
interface Seen {
  mirror: Float64Array;
  satin: Float64Array;
  matt: Float64Array;
  texel: Float64Array;
  facing: number;
  open: number;
}

function renormalize(sight: Sight): void {
  const { nx, ny, nz } = sight;
  const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
  sight.nx /= length;
  sight.ny /= length;
  sight.nz /= length;
}

const SLOPE = 0.012;

/** Reads the drawing that covers a point of the body and bends the normal by it. */
type Surface = (sight: Sight, texel: Float64Array) => void;

function createSurface({ drawings, shape }: Car): Surface {
  const flank = flankCreases(shape);
  const bonnet = bonnetCreases(shape);
  const half = shape.length / 2;
  const { windscreen, rearWindow, headlamp } = shape.art;
  const lampTop = headlamp.high + 0.03;
  const backPane = rearWindow ? rearWindow.foot - 0.06 : Infinity;
  const read = (texture: Texture, at: readonly [number, number], texel: Float64Array) => {
    readTexture(texture, at, texel);
    texel[2] = SLOPE * ((texel[2] ?? 128) - 128);
    texel[3] = SLOPE * ((texel[3] ?? 128) - 128);
  };
  return (sight, texel) => {
    const { x, y, z, nx, ny, nz } = sight;
    const nose = z < lampTop && nz < 0.86;
    if (Math.abs(ny) > (nose ? Math.abs(nx) : 0.7)) {
      read(drawings.side, [x, z], texel);
      sight.nx -= texel[2] ?? 0;
      sight.nz += flank(x, z) - (texel[3] ?? 0);
    } else {
      const ahead = x < half;
      const upright = nose || (ahead ? nx < -0.5 : nx > 0.5);
      const pane = ahead ? nx < -0.2 && z > windscreen.foot - 0.09 : nx > 0.12 && z > backPane;
      if (upright || pane) {
        const across = ahead ? -1 : 1;
        read(ahead ? drawings.front : drawings.rear, [across * y, z], texel);
        sight.ny -= across * (texel[2] ?? 0);
        sight.nz -= texel[3] ?? 0;
      } else {
        read(drawings.top, [x, y], texel);
        sight.nx -= texel[2] ?? 0;
        sight.ny += Math.sign(y) * bonnet(x, Math.abs(y)) - (texel[3] ?? 0);
      }
    }
    renormalize(sight);
  };
}

function readRim(car: Car, sight: Sight, texel: Float64Array): void {
  const { shape, drawings } = car;
  const axle = sight.x < shape.length / 2 ? shape.frontAxle : shape.rearAxle;
  const reach = shape.wheelRadius * RIM_SHARE;
  readTexture(
    drawings.rim,
    [(sight.x - axle) / reach, (sight.z - shape.wheelRadius) / reach],
    texel,
  );
  sight.nx -= 0.024 * ((texel[2] ?? 128) - 128);
  sight.nz -= 0.024 * ((texel[3] ?? 128) - 128);
  renormalize(sight);
}

type Material = (sight: Sight, seen: Seen, out: Float64Array) => void;

function coated(base: Light, flake: number): Material {
  return (_sight, { mirror, satin, matt, facing, open }, out) => {
    const coat = fresnel(0.075, facing);
    for (let k = 0; k < 3; k += 1) {
      const color = base[k] ?? 0;
      const body =
        (matt[k] ?? 0) * (1 - flake * 0.55) * open + (satin[k] ?? 0) * flake * 0.62 * open;
      out[k] = color * body * (1 - coat) + coat * (mirror[k] ?? 0);
    }
  };
}

/** Rubber, plastic and fabric: they gain little at flat angles, unlike lacquer. */
function rough(base: Light, shine: number): Material {
  return (_sight, { satin, matt, facing, open }, out) => {
    const coat = shine * (0.6 + 2.5 * (1 - facing) ** 4);
    for (let k = 0; k < 3; k += 1) {
      out[k] = ((base[k] ?? 0) * (matt[k] ?? 0) + coat * (satin[k] ?? 0)) * open;
    }
  };
}

function metal(base: Light, polish: number): Material {
  return (_sight, { mirror, satin, matt, open }, out) => {
    for (let k = 0; k < 3; k += 1) {
      const sharp = (mirror[k] ?? 0) * polish + (satin[k] ?? 0) * (1 - polish);
      out[k] = (base[k] ?? 0) * (0.3 * (matt[k] ?? 0) + 0.75 * sharp) * open;
    }
  };
}

const GLASS_TINT: Light = [0.016, 0.019, 0.021];
const PLASTIC: Light = [0.017, 0.017, 0.018];

/** Paint, black trim, glass and printed art of the body, weighed by its drawing. */
function bodyMaterial(paint: CarPaint, shape: BodyShape): Material {
  const lacquer = coated(paint.base, paint.flake);
  const fabric = rough([0.02, 0.02, 0.022], 0.02);
  const hood = shape.art.softTop ? shape.belt + 0.07 : Infinity;
  const screen = shape.art.windscreen.head - 0.02;
  return (sight, seen, out) => {
    const behind = sight.x > shape.art.bonnet.to + 0.9 || sight.z > screen;
    if (sight.z > hood && behind) fabric(sight, seen, out);
    else lacquer(sight, seen, out);
    const { texel, mirror, satin, matt, facing, open } = seen;
    const glass = (texel[0] ?? 0) / 255;
    const trim = (texel[1] ?? 0) / 255;
    const art = (texel[7] ?? 0) / 255;
    if (glass + trim + art < 0.004) return;
    const pane = fresnel(0.075, facing);
    const coat = fresnel(0.04, facing);
    for (let k = 0; k < 3; k += 1) {
      let light = out[k] ?? 0;
      const black =
        (PLASTIC[k] ?? 0) * (matt[k] ?? 0) * open + coat * 0.35 * (satin[k] ?? 0) * open;
      light += (black - light) * trim;
      const clear = (GLASS_TINT[k] ?? 0) * (matt[k] ?? 0) + pane * (mirror[k] ?? 0);
      light += (clear - light) * glass;
      const ink = linearByte(texel[4 + k] ?? 0);
      const print =
        ink * ((matt[k] ?? 0) * 0.8 * open + 0.12 + 0.7 * ink * ink) +
        coat * 0.8 * (mirror[k] ?? 0);
      out[k] = light + (print - light) * art;
    }
  };
}

function brakeMaterial(car: Car, caliper: Light): Material {
  const steel = metal([0.34, 0.34, 0.35], 0.1);
  const grip = coated(caliper, 0);
  const { shape } = car;
  return (sight, seen, out) => {
    const axle = sight.x < shape.length / 2 ? shape.frontAxle : shape.rearAxle;
    const dx = sight.x - axle;
    const dz = sight.z - shape.wheelRadius;
    const radius = Math.hypot(dx, dz) / shape.wheelRadius;
    const front = sight.x < shape.length / 2 ? 1 : -1;
    if (radius > 0.3 && Math.abs(Math.atan2(dz, dx * front)) < 0.62) grip(sight, seen, out);
    else steel(sight, seen, out);
    const hole = Math.cos(Math.atan2(dz, dx) * 22 + radius * 30) > 0.86 && radius > 0.25 ? 0.3 : 1;
    const shade = (radius < 0.22 ? 0.4 : 0.8) * hole;
    for (let k = 0; k < 3; k += 1) out[k] = (out[k] ?? 0) * shade;
  };
}

function tyreMaterial(car: Car): Material {
  const rubber = rough([0.02, 0.02, 0.021], 0.035);
  const { shape } = car;
  return (sight, seen, out) => {
    rubber(sight, seen, out);
    const axle = sight.x < shape.length / 2 ? shape.frontAxle : shape.rearAxle;
    const radius = Math.hypot(sight.x - axle, sight.z - shape.wheelRadius) / shape.wheelRadius;
    const ring = radius > 0.74 && radius < 0.985 ? 1 + 0.22 * Math.sin(radius * 150) : 1;
    for (let k = 0; k < 3; k += 1) out[k] = (out[k] ?? 0) * ring;
  };
}

function materialsOf({ car, paint, rim, caliper }: Studio): Material[] {
  const out: Material[] = [];
  out[MATERIAL.body] = bodyMaterial(paint, car.shape);
  out[MATERIAL.paint] = coated(paint.base, paint.flake);
  out[MATERIAL.trim] = rough(PLASTIC, 0.04);
  out[MATERIAL.tyre] = tyreMaterial(car);
  out[MATERIAL.barrel] = metal([rim[0] * 0.3, rim[1] * 0.3, rim[2] * 0.3], 0.1);
  out[MATERIAL.brake] = brakeMaterial(car, caliper);
  out[MATERIAL.dark] = rough([0.006, 0.006, 0.006], 0);
  out[MATERIAL.chrome] = metal([0.55, 0.56, 0.58], 0.5);
  const alloy = metal(rim, 0.25);
  out[MATERIAL.rim] = (sight, seen, out3) => {
    alloy(sight, seen, out3);
    const art = (seen.texel[7] ?? 0) / 255;
    for (let k = 0; k < 3; k += 1) {
      const ink = linearByte(seen.texel[4 + k] ?? 0) * (seen.matt[k] ?? 0);
      out3[k] = (out3[k] ?? 0) * (1 - art) + ink * art;
    }
  };
  return out;
}

/** Shades the parts of one car in one place as seen by one camera. Not re-entrant. */
export function createShader(studio: Studio): Shader {
  const { car, camera, environment } = studio;
  const materials = materialsOf(studio);
  const surface = createSurface(car);
  const seen: Seen = {
    mirror: new Float64Array(6),
    satin: new Float64Array(6),
    matt: new Float64Array(6),
    texel: new Float64Array(8),
    facing: 1,
    open: 1,
  };
  const { right, forward } = camera;
  const flat = Math.hypot(forward[0], forward[1]);
  const look = (map: LightMap, d: Float64Array, out: Float64Array): void => {
    const x = d[0] ?? 0;
    const y = d[1] ?? 0;
    out[3] = x * right[0] + y * right[1];
    out[4] = (x * forward[0] + y * forward[1]) / flat;
    out[5] = d[2] ?? 0;
    readLight(map, out);
  };
  const ray = new Float64Array(3);
  return (sight, out) => {
    if (sight.material === MATERIAL.body) surface(sight, seen.texel);
    else if (sight.material === MATERIAL.rim) readRim(car, sight, seen.texel);
    const { nx, ny, nz, ex, ey, ez } = sight;
    const facing = nx * ex + ny * ey + nz * ez;
    seen.facing = Math.max(0.02, facing);
    seen.open = openness(sight);
    ray[0] = nx;
    ray[1] = ny;
    ray[2] = nz;
    look(environment.matt, ray, seen.matt);
    ray[0] = 2 * facing * nx - ex;
    ray[1] = 2 * facing * ny - ey;
    ray[2] = 2 * facing * nz - ez;
    look(environment.mirror, ray, seen.mirror);
    look(environment.satin, ray, seen.satin);
    // What a low, downward mirror shows is the shaded road beside the car.
    if ((ray[2] ?? 0) < 0) {
      const shade = (0.3 + 0.7 * Math.min(1, sight.z / 0.9)) * (1 + 0.8 * Math.min(0, nz));
      for (let k = 0; k < 3; k += 1) seen.mirror[k] = (seen.mirror[k] ?? 0) * shade;
    }
    materials[sight.material]?.(sight, seen, out);
  };
}
