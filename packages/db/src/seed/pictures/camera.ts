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
  target: Vector;
  /** Degrees around the car: 0 looks at the nose, 90 at the right side, 180 at the tail. */
  around: number;
  /** Degrees above the road. */
  above: number;
  distance: number;
  focal: number;
  width: number;
  height: number;
}

export function createCamera(framing: Framing): Camera {
  const around = (framing.around * Math.PI) / 180;
  const above = (framing.above * Math.PI) / 180;
  const { target, distance } = framing;
  const eye: Vector = [
    target[0] - Math.cos(around) * Math.cos(above) * distance,
    target[1] + Math.sin(around) * Math.cos(above) * distance,
    target[2] + Math.sin(above) * distance,
  ];
  const forward = unit([target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]]);
  const right = unit(cross(forward, [0, 0, 1]));
  return {
    eye,
    right,
    up: cross(right, forward),
    forward,
    focal: framing.focal,
    centerX: framing.width / 2,
    centerY: framing.height / 2,
  };
}

/** Row of the picture in which the horizon lies. */
export function horizonRow(camera: Camera): number {
  const level = Math.hypot(camera.forward[0], camera.forward[1]);
  return camera.centerY + (camera.focal * camera.forward[2]) / level;
}
