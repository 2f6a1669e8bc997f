export type Vector = readonly [number, number, number];

/** Pinhole camera in the car's own metres. `focal` and `center` are in picture pixels. */
export interface Camera {
  eye: Vector;
  right: Vector;
  up: Vector;
  forward: Vector;
  focal: number;
  centerX: number;
  centerY: number;
  mirrored: boolean;
}

const unit = (v: Vector): Vector => {
  const length = Math.hypot(v[0], v[1], v[2]) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
};

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export interface Framing {
  /** Degrees around the car: 0 looks at the nose, 90 at the right side, 180 at the tail. */
  around: number;
  /** Height of the lens above the road and its distance from the target, metres. */
  height: number;
  distance: number;
  target: Vector;
  /** Corners that must be inside the picture. */
  subject: readonly Vector[];
  /** Share of the picture's width that they fill. */
  fill: number;
  /** Share of the picture's height that they may fill at most. */
  tallest: number;
  /** Picture row of their middle, as a share of the height. */
  middle: number;
}

function aimed({ around, height, distance, target }: Framing): Camera {
  const angle = (around * Math.PI) / 180;
  const eye: Vector = [
    target[0] - Math.cos(angle) * distance,
    target[1] + Math.sin(angle) * distance,
    height,
  ];
  const forward = unit([target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]]);
  const right = unit(cross(forward, [0, 0, 1]));
  const up = cross(right, forward);
  return { eye, right, up, forward, focal: 1, centerX: 0, centerY: 0, mirrored: false };
}

/** Aims at the target and zooms so that the subject fills its share of the picture. */
export function frame(framing: Framing, size: readonly [number, number]): Camera {
  const camera = aimed(framing);
  const { eye, right, up, forward } = camera;
  const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const seen = framing.subject.map((p) => {
    const to: Vector = [p[0] - eye[0], p[1] - eye[1], p[2] - eye[2]];
    const depth = dot(to, forward);
    return [dot(to, right) / depth, -dot(to, up) / depth] as const;
  });
  const xs = seen.map((p) => p[0]);
  const ys = seen.map((p) => p[1]);
  const wide = Math.max(...xs) - Math.min(...xs);
  const tall = Math.max(...ys) - Math.min(...ys);
  const focal = Math.min((framing.fill * size[0]) / wide, (framing.tallest * size[1]) / tall);
  return {
    ...camera,
    focal,
    centerX: size[0] / 2 - (focal * (Math.max(...xs) + Math.min(...xs))) / 2,
    centerY: size[1] * framing.middle - (focal * (Math.max(...ys) + Math.min(...ys))) / 2,
  };
}

/** Row of the picture in which the horizon lies. */
export function horizonRow(camera: Camera): number {
  const level = Math.hypot(camera.forward[0], camera.forward[1]);
  return camera.centerY + (camera.focal * camera.forward[2]) / level;
}

/** The same view in a picture `scale` times as large. */
export function scaledCamera(camera: Camera, scale: number): Camera {
  return {
    ...camera,
    focal: camera.focal * scale,
    centerX: camera.centerX * scale,
    centerY: camera.centerY * scale,
  };
}

/** The camera as a level mirror on the road shows it. */
export function mirroredCamera(camera: Camera): Camera {
  const flip = (v: Vector): Vector => [v[0], v[1], -v[2]];
  return {
    ...camera,
    eye: flip(camera.eye),
    right: flip(camera.right),
    up: flip(camera.up),
    forward: flip(camera.forward),
    mirrored: !camera.mirrored,
  };
}
