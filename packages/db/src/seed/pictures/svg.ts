import type { CurvePoint, Point } from "./curve";
import { closedCurve } from "./curve";

const number = (v: number): string => String(Math.round(v * 10000) / 10000);

/** Path data through straight points. */
export function polyline(points: readonly (Point | CurvePoint)[], close = true): string {
  const body = points.map((p) => `${number(p[0])} ${number(p[1])}`).join("L");
  return `M${body}${close ? "Z" : ""}`;
}

/** Path data of a smooth closed outline. */
export function outline(points: readonly CurvePoint[]): string {
  return polyline(closedCurve(points, 8));
}

/** Open smooth path through the points. */
export function stroke(points: readonly Point[]): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return "";
  const corners: CurvePoint[] = points.map((p, i) =>
    i === 0 || i === points.length - 1 ? [p[0], p[1], 1] : [p[0], p[1]],
  );
  const samples = closedCurve(corners, 8).slice(0, (points.length - 1) * 8);
  return polyline([...samples, last], false);
}

export interface Paint {
  fill?: string;
  stroke?: string;
  width?: number;
  opacity?: number;
  extra?: string;
}

export function path(data: string, paint: Paint): string {
  const line =
    paint.stroke === undefined
      ? ""
      : ` stroke="${paint.stroke}" stroke-width="${number(paint.width ?? 0.01)}"` +
        ` stroke-linejoin="round" stroke-linecap="round"`;
  const opacity = paint.opacity === undefined ? "" : ` opacity="${paint.opacity}"`;
  return `<path d="${data}" fill="${paint.fill ?? "none"}"${line}${opacity} ${paint.extra ?? ""}/>`;
}

/** The same drawing on both sides of the vertical axis. */
export function both(content: string): string {
  return `${content}<g transform="scale(-1 1)">${content}</g>`;
}

export function roundRect(center: Point, size: Point, paint: Paint & { radius?: number }): string {
  const radius = paint.radius ?? 0;
  const line =
    paint.stroke === undefined
      ? ""
      : ` stroke="${paint.stroke}" stroke-width="${number(paint.width ?? 0.01)}"`;
  const opacity = paint.opacity === undefined ? "" : ` opacity="${paint.opacity}"`;
  return (
    `<rect x="${number(center[0] - size[0] / 2)}" y="${number(center[1] - size[1] / 2)}" ` +
    `width="${number(size[0])}" height="${number(size[1])}" rx="${radius}" ` +
    `fill="${paint.fill ?? "none"}"${line}${opacity} ${paint.extra ?? ""}/>`
  );
}

export function circle(center: Point, radius: number, paint: Paint): string {
  const line =
    paint.stroke === undefined
      ? ""
      : ` stroke="${paint.stroke}" stroke-width="${number(paint.width ?? 0.01)}"`;
  const opacity = paint.opacity === undefined ? "" : ` opacity="${paint.opacity}"`;
  return (
    `<circle cx="${number(center[0])}" cy="${number(center[1])}" r="${number(radius)}" ` +
    `fill="${paint.fill ?? "none"}"${line}${opacity} ${paint.extra ?? ""}/>`
  );
}

/** A vertical gradient in the drawing's own units: height, colour and coverage of each stop. */
export function verticalGradient(
  id: string,
  span: Point,
  stops: readonly (readonly [number, string, number?])[],
): string {
  const inner = stops
    .map(([at, color, opacity]) => {
      const cover = opacity === undefined ? "" : ` stop-opacity="${opacity}"`;
      return `<stop offset="${at}" stop-color="${color}"${cover}/>`;
    })
    .join("");
  return (
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" x2="0" ` +
    `y1="${number(span[0])}" y2="${number(span[1])}">${inner}</linearGradient>`
  );
}
