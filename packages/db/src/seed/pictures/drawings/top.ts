import type { Point } from "../curve";
import type { BodyShape } from "../shapes/body-shape";
import { path, polyline, stroke } from "../svg";
import type { CarStyle } from "./style";
import { GLASS, SEAM, TRIM } from "./style";

const flip = (points: readonly Point[]): Point[] => points.map(([x, y]) => [x, -y]);

function bonnetEdge({ art, width }: BodyShape): Point[] {
  const half = width / 2;
  const { from, to } = art.bonnet;
  return [
    [from + 0.12, half * 0.86],
    [(from + to) / 2, half * 0.83],
    [to, half * 0.8],
  ];
}

function roofPane(shape: BodyShape): string {
  const { windscreen, rearWindow } = shape.art;
  const half = windscreen.headHalf - 0.05;
  const roof = shape.cabin.filter((p) => p[1] > shape.height - 0.09).map((p) => p[0]);
  const from = Math.min(...roof) + 0.26;
  const to = Math.max(...roof) - (rearWindow ? 0.12 : 0.2);
  const pane: Point[] = [
    [from, -half],
    [to, -half],
    [to, half],
    [from, half],
  ];
  return polyline(pane);
}

export function topMask(shape: BodyShape, style: CarStyle): string {
  return style.glassRoof ? path(roofPane(shape), { fill: GLASS, stroke: TRIM, width: 0.03 }) : "";
}

export function topArt(shape: BodyShape): string {
  const edge = bonnetEdge(shape);
  const { to } = shape.art.bonnet;
  const half = (shape.width / 2) * 0.8;
  return [
    path(stroke(edge), SEAM),
    path(stroke(flip(edge)), SEAM),
    path(
      stroke([
        [to, -half],
        [to - 0.1, 0],
        [to, half],
      ]),
      { ...SEAM, width: 0.02 },
    ),
  ].join("");
}
