import type { BodyType } from "@oto/domain";
import { frontArt, frontMask } from "./drawings/front";
import { rearArt, rearMask } from "./drawings/rear";
import { RIM_KINDS, rimArt, rimMask } from "./drawings/rim";
import { sideArt, sideMask } from "./drawings/side";
import type { CarStyle } from "./drawings/style";
import { topArt, topMask } from "./drawings/top";
import { bar, blob, turn } from "./lathe";
import type { Mesh } from "./mesh";
import { SHAPES } from "./shapes";
import type { BodyShape } from "./shapes/body-shape";
import { createBodySolid } from "./solid";
import { meshSolid } from "./surface-nets";
import type { Texture } from "./texture";
import { bakeTexture } from "./texture";
import type { Part } from "./visibility";

/** Index into the shaders; see shading.ts. */
export const MATERIAL = {
  body: 0,
  paint: 1,
  trim: 2,
  tyre: 3,
  rim: 4,
  barrel: 5,
  brake: 6,
  dark: 7,
  chrome: 8,
} as const;

export interface CarDrawings {
  side: Texture;
  front: Texture;
  rear: Texture;
  top: Texture;
  rim: Texture;
}

/** A car ready to be photographed: colour and light are chosen later. */
export interface Car {
  shape: BodyShape;
  parts: Part[];
  drawings: CarDrawings;
}

/** Radius of the rim's edge as a share of the tyre's. */
export const RIM_SHARE = 0.735;

const TEXELS_A_METRE = 330;

async function drawCar(shape: BodyShape, style: CarStyle, rimKind: number): Promise<CarDrawings> {
  const scale = TEXELS_A_METRE;
  const tall = { bottom: 0.1, top: shape.height + 0.06, scale };
  const face = { ...tall, left: -1, right: 1 };
  const along = { left: -0.1, right: shape.length + 0.1 };
  const [side, front, rear, top, rim] = await Promise.all([
    bakeTexture({ ...tall, ...along }, sideMask(shape, style), sideArt(shape, style)),
    bakeTexture(face, frontMask(shape, style), frontArt(shape, style)),
    bakeTexture(face, rearMask(shape, style), rearArt(shape, style)),
    bakeTexture({ ...along, bottom: -1, top: 1, scale: 220 }, topMask(shape, style), topArt(shape)),
    bakeTexture(
      { left: -1, right: 1, bottom: -1, top: 1, scale: 360 },
      rimMask(rimKind),
      rimArt(rimKind),
    ),
  ]);
  return { side, front, rear, top, rim };
}

interface Place {
  x: number;
  side: 1 | -1;
}

function wheelAt(shape: BodyShape, { x, side }: Place, rim: Texture): Part[] {
  const r = shape.wheelRadius;
  const axle = { x, y: side * (shape.width / 2 - 0.135), z: r, side };
  const rimRadius = r * RIM_SHARE;
  const tyre = turn(
    [
      [r * 0.69, -0.08],
      [r * 0.98, -0.1],
      [r, -0.07],
      [r, 0.07],
      [r * 0.985, 0.093],
      [r * 0.95, 0.107],
      [r * 0.86, 0.117],
      [r * 0.8, 0.114],
      [r * 0.755, 0.106],
      [r * RIM_SHARE, 0.096],
    ]
      .map(([radius = 0, along = 0]) => [radius, along] as const)
      .toReversed(),
    axle,
    96,
  );
  const barrel = turn(
    [
      [rimRadius, 0.098],
      [rimRadius * 0.93, 0.05],
      [rimRadius * 0.9, -0.06],
    ]
      .map(([radius = 0, along = 0]) => [radius, along] as const)
      .toReversed(),
    axle,
  );
  const dish = [1, 0.94, 0.86, 0.7, 0.5, 0.3, 0.15, 0.001].map(
    (k) => [rimRadius * k, 0.098 - 0.045 * (1 - k) ** 0.8 + (k < 0.2 ? 0.006 : 0)] as const,
  );
  const texel = (px: number, pz: number): number => {
    const u = Math.floor(((px - x) / rimRadius - rim.left) * rim.scale);
    const v = Math.floor((rim.top - (pz - r) / rimRadius) * rim.scale);
    return rim.texels[(v * rim.width + u) * 8] ?? 0;
  };
  const flat = (radius: number, along: number): Mesh =>
    turn(
      [
        [0.001, along],
        [radius, along],
      ].map(([a = 0, b = 0]) => [a, b] as const),
      axle,
    );
  return [
    { mesh: tyre, material: MATERIAL.tyre },
    { mesh: barrel, material: MATERIAL.barrel },
    {
      mesh: turn(dish.toReversed(), axle),
      material: MATERIAL.rim,
      cutout: (px, _y, pz) => texel(px, pz) > 127,
    },
    { mesh: flat(rimRadius * 0.74, -0.005), material: MATERIAL.brake },
    { mesh: flat(rimRadius * 0.97, -0.04), material: MATERIAL.dark },
  ];
}

/** The dark hollow behind a wheel. */
function wheelWell(shape: BodyShape, { x, side }: Place): Part[] {
  const axle = { x, y: side * (shape.width / 2), z: shape.wheelRadius, side };
  const radius = shape.archRadius + 0.02;
  const hollow = turn(
    [
      [0.001, -0.42],
      [radius, -0.42],
      [radius, -0.03],
    ],
    axle,
  );
  const floor = shape.lower[0]?.[1] ?? 0.2;
  return [{ mesh: hollow, material: MATERIAL.dark, cutout: (_x, _y, z) => z > floor - 0.03 }];
}

function mirrorsOf(shape: BodyShape): Part[] {
  const front = shape.art.doorCuts[0]?.belt ?? 1.4;
  const x = front + 0.22;
  const z = shape.belt + 0.1;
  const out: Part[] = [];
  for (const side of [1, -1] as const) {
    const y = side * (shape.width / 2 + 0.035);
    out.push(
      { mesh: blob([x, y, z], [0.08, 0.105, 0.068]), material: MATERIAL.paint },
      { mesh: blob([x + 0.012, y, z - 0.046], [0.066, 0.094, 0.03]), material: MATERIAL.trim },
      {
        mesh: blob([x + 0.04, y - side * 0.09, z - 0.065], [0.045, 0.09, 0.022]),
        material: MATERIAL.trim,
      },
    );
  }
  return out;
}

function railsOf(shape: BodyShape): Part[] {
  const rails = shape.art.roofRails;
  if (!rails) return [];
  const half = shape.art.windscreen.headHalf + 0.02;
  const span = rails.to - rails.from;
  const rise = (u: number): number => Math.min(1, u / 0.08, (1 - u) / 0.08) ** 0.6;
  const steps = Array.from({ length: 33 }, (_, i) => i / 32);
  return [half, -half].map((y) => ({
    mesh: bar(
      steps.map((u) => [
        rails.from + span * u,
        y,
        rails.z - 0.085 + 0.055 * rise(u) + 0.07 * u * (1 - u),
      ]),
      0.016,
    ),
    material: MATERIAL.chrome,
  }));
}

function bodyPart(shape: BodyShape, mesh: Mesh): Part {
  const { frontAxle, rearAxle, wheelRadius, archRadius } = shape;
  const outside = (x: number, z: number, reach: number): boolean =>
    Math.hypot(x - frontAxle, z - wheelRadius) > reach &&
    Math.hypot(x - rearAxle, z - wheelRadius) > reach;
  const count = mesh.triangles.length / 3;
  const cutoutTriangles = new Uint8Array(count);
  for (let t = 0; t < count; t += 1) {
    const at = (mesh.triangles[t * 3] ?? 0) * 3;
    const x = mesh.xyz[at] ?? 0;
    const y = mesh.xyz[at + 1] ?? 0;
    const z = mesh.xyz[at + 2] ?? 0;
    if (Math.abs(y) > 0.35 && !outside(x, z, archRadius + 0.07)) cutoutTriangles[t] = 1;
  }
  return {
    mesh,
    material: MATERIAL.body,
    cutoutTriangles,
    cutout: (x, y, z) => Math.abs(y) < 0.4 || outside(x, z, archRadius),
  };
}

const meshes = new Map<BodyType, Mesh>();

function bodyMesh(bodyType: BodyType): Mesh {
  const known = meshes.get(bodyType);
  if (known) return known;
  const shape = SHAPES[bodyType];
  const mesh = meshSolid(createBodySolid(shape), [shape.length, shape.width, shape.height]);
  meshes.set(bodyType, mesh);
  return mesh;
}

/** Builds the solid, wheels and surface drawings of one model. */
export async function buildCar(bodyType: BodyType, style: CarStyle, rimKind: number): Promise<Car> {
  const shape = SHAPES[bodyType];
  const drawings = await drawCar(shape, style, rimKind % RIM_KINDS);
  const parts = [bodyPart(shape, bodyMesh(bodyType)), ...mirrorsOf(shape), ...railsOf(shape)];
  for (const x of [shape.frontAxle, shape.rearAxle]) {
    for (const side of [1, -1] as const) {
      parts.push(...wheelAt(shape, { x, side }, drawings.rim), ...wheelWell(shape, { x, side }));
    }
  }
  return { shape, parts, drawings };
}
