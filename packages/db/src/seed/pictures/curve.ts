/** A point of a drawn curve, in metres; a third element of 1 makes it a sharp corner. */
export type CurvePoint = readonly [number, number] | readonly [number, number, 1];

export type Point = readonly [number, number];

function knot(a: CurvePoint, b: CurvePoint): number {
  return Math.max(Math.hypot(b[0] - a[0], b[1] - a[1]) ** 0.5, 1e-4);
}

interface Span {
  before: CurvePoint;
  from: CurvePoint;
  to: CurvePoint;
  after: CurvePoint;
}

/** Centripetal Catmull-Rom: passes through every point and never loops on uneven spacing. */
function pointOnSpan({ before, from, to, after }: Span, u: number): Point {
  const t1 = knot(before, from);
  const t2 = t1 + knot(from, to);
  const t3 = t2 + knot(to, after);
  const t = t1 + (t2 - t1) * u;
  const mix = (p: Point, q: Point, w: number): Point => [
    p[0] + (q[0] - p[0]) * w,
    p[1] + (q[1] - p[1]) * w,
  ];
  const p0: Point = [before[0], before[1]];
  const p1: Point = [from[0], from[1]];
  const p2: Point = [to[0], to[1]];
  const p3: Point = [after[0], after[1]];
  const a1 = mix(p0, p1, t / t1);
  const a2 = mix(p1, p2, (t - t1) / (t2 - t1));
  const a3 = mix(p2, p3, (t - t2) / (t3 - t2));
  const b1 = mix(a1, a2, t / t2);
  const b2 = mix(a2, a3, (t - t1) / (t3 - t1));
  return mix(b1, b2, (t - t1) / (t2 - t1));
}

const mirror = (p: CurvePoint, about: CurvePoint): CurvePoint => [
  2 * about[0] - p[0],
  2 * about[1] - p[1],
];

/** Samples a smooth closed outline through the points, `steps` samples between two neighbours. */
export function closedCurve(points: readonly CurvePoint[], steps: number): Point[] {
  const count = points.length;
  const at = (i: number): CurvePoint => points[((i % count) + count) % count] ?? [0, 0];
  const out: Point[] = [];
  for (let i = 0; i < count; i += 1) {
    const from = at(i);
    const to = at(i + 1);
    // At a corner the neighbour on the other side must not bend this span.
    const before = from[2] === 1 ? mirror(to, from) : at(i - 1);
    const after = to[2] === 1 ? mirror(from, to) : at(i + 2);
    for (let s = 0; s < steps; s += 1) {
      out.push(pointOnSpan({ before, from, to, after }, s / steps));
    }
  }
  return out;
}

/** Slope of the table at point `i`, from its neighbours. */
function slopeAt(points: readonly Point[], i: number): number {
  const before = points[Math.max(0, i - 1)] ?? [0, 0];
  const after = points[Math.min(points.length - 1, i + 1)] ?? [1, 0];
  return (after[1] - before[1]) / Math.max(after[0] - before[0], 1e-6);
}

/** Smooth function through the points (ascending first element); constant beyond the ends. */
export function curveTable(points: readonly Point[]): (x: number) => number {
  const slopes = points.map((_, i) => slopeAt(points, i));
  return (x) => {
    let i = 0;
    while (i < points.length - 2 && x > (points[i + 1]?.[0] ?? 0)) i += 1;
    const [x0, y0] = points[i] ?? [0, 0];
    const [x1, y1] = points[i + 1] ?? [x0 + 1, y0];
    const span = x1 - x0;
    const u = Math.min(1, Math.max(0, (x - x0) / span));
    const bend0 = (slopes[i] ?? 0) * span;
    const bend1 = (slopes[i + 1] ?? 0) * span;
    const rise = y1 - y0;
    return y0 + u * (bend0 + u * (3 * rise - 2 * bend0 - bend1 + u * (bend0 + bend1 - 2 * rise)));
  };
}
