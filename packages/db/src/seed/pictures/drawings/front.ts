import type { Point } from "../curve";
import type { BodyShape } from "../shapes/body-shape";
import { both, circle, path, polyline, roundRect, stroke, verticalGradient } from "../svg";
import type { CarStyle } from "./style";
import { GLASS, level, SEAM, TRIM } from "./style";

/** A pane that bows upwards at its head and follows the cowl at its foot. */
export function pane(
  window: { foot: number; head: number; footHalf: number; headHalf: number },
  grow: number,
): string {
  const { foot, head, footHalf, headHalf } = window;
  const low = foot - grow;
  const high = head + grow;
  return [
    `M${-footHalf - grow} ${low - 0.03}`,
    `Q0 ${low + 0.035} ${footHalf + grow} ${low - 0.03}`,
    `L${headHalf + grow} ${high - 0.035}`,
    `Q0 ${high + 0.035} ${-headHalf - grow} ${high - 0.035}Z`,
  ].join("");
}

interface Face {
  shape: BodyShape;
  style: CarStyle;
  edge: number;
}

/** Outline of the right headlamp: slim, angular or rounded. */
function lampOutline({ shape, style, edge }: Face): readonly Point[] {
  const { low, high, inner } = shape.art.headlamp;
  const middle = (low + high) / 2;
  if (style.lamps === 0) {
    return [
      [inner, low + 0.035],
      [inner + 0.03, middle + 0.025],
      [edge, high + 0.012],
      [edge, middle - 0.01],
      [inner + 0.22, low + 0.01],
    ];
  }
  if (style.lamps === 1) {
    return [
      [inner, middle],
      [inner + 0.05, high - 0.01],
      [edge, high + 0.01],
      [edge, low + 0.01],
      [inner + 0.16, low - 0.01],
    ];
  }
  return [
    [inner + 0.02, low + 0.01],
    [inner - 0.01, middle],
    [inner + 0.06, high - 0.012],
    [edge, high + 0.005],
    [edge, low],
    [inner + 0.14, low - 0.014],
  ];
}

function headlamp(face: Face): string {
  const { shape, style, edge } = face;
  const { low, high, inner } = shape.art.headlamp;
  const middle = (low + high) / 2;
  const tall = high - low;
  const lens = (x: number) =>
    circle([x, middle + 0.004], tall * 0.27, { fill: "#aab4c0", stroke: "#0b0d10", width: 0.008 }) +
    circle([x, middle + 0.004], tall * 0.18, { fill: "#2b333d" }) +
    circle([x - 0.012, middle + 0.014], tall * 0.09, { fill: "#f6fbff" });
  const box = (x: number) =>
    roundRect([x, middle + 0.006], [0.066, tall * 0.42], {
      fill: "#d7e0ea",
      stroke: "#0d1014",
      width: 0.007,
      radius: 0.008,
    }) + roundRect([x, middle + 0.014], [0.05, tall * 0.16], { fill: "#ffffff" });
  const cell = style.lamps === 2 ? lens : box;
  const shell = polyline(lampOutline(face));
  const runningLight: Point[] =
    style.lamps === 1
      ? [
          [inner + 0.04, middle - 0.004],
          [inner + 0.17, low + 0.014],
          [edge, low + 0.034],
        ]
      : [
          [inner + 0.05, high - 0.036],
          [edge, high - 0.012],
        ];
  return (
    path(shell, { fill: "#14171b", stroke: "#050506", width: 0.012 }) +
    `<clipPath id="lamp"><path d="${shell}"/></clipPath>` +
    `<g clip-path="url(#lamp)">${cell(inner + 0.13)}${cell(inner + 0.235)}` +
    `${path(stroke(runningLight), { stroke: "#f4f9ff", width: 0.02 })}</g>` +
    path(shell, { stroke: "#8f979f", width: 0.004, opacity: 0.5 })
  );
}

function grillePath({ shape }: Face): string {
  const { low, high, half } = shape.art.grille;
  return (
    `M${-half} ${high - 0.012}Q0 ${high + 0.02} ${half} ${high - 0.012}` +
    `L${half * 0.86} ${low}Q0 ${low - 0.018} ${-half * 0.86} ${low}Z`
  );
}

function grille(face: Face): string {
  const { low, high, half } = face.shape.art.grille;
  const { style } = face;
  if (style.grille === 2) {
    return circle([0, (low + high) / 2 + 0.03], 0.05, { fill: "#b9bec4" });
  }
  const data = grillePath(face);
  const lines: string[] = [];
  const gap = style.grille === 3 ? 0.022 : 0.045;
  if (style.grille === 1) {
    for (let x = -half * 2; x < half * 2; x += 0.05) {
      const slope = (high - low) * 0.6;
      const lattice = { stroke: "#555b63", width: 0.008 };
      lines.push(
        path(
          polyline(
            [
              [x, low],
              [x + slope, high],
            ],
            false,
          ),
          lattice,
        ),
      );
      lines.push(
        path(
          polyline(
            [
              [x + slope, low],
              [x, high],
            ],
            false,
          ),
          lattice,
        ),
      );
    }
  } else {
    for (let z = low + gap; z < high; z += gap) {
      const bar = { stroke: style.chrome ? "#aeb4ba" : "#4a4f56", width: gap * 0.32 };
      lines.push(path(`M${-half} ${z}Q0 ${z + 0.025} ${half} ${z}`, bar));
    }
  }
  return (
    path(data, { fill: "#0a0b0d" }) +
    `<clipPath id="grille"><path d="${data}"/></clipPath>` +
    `<g clip-path="url(#grille)">${lines.join("")}</g>` +
    path(data, {
      stroke: style.chrome ? "#d5d9dd" : "#202327",
      width: style.chrome ? 0.016 : 0.02,
    }) +
    circle([0, (low + high) / 2 + 0.02], 0.062, {
      fill: "#15181c",
      stroke: "#d9dde1",
      width: 0.01,
    }) +
    circle([0, (low + high) / 2 + 0.02], 0.034, { fill: "#c3c8ce" })
  );
}

/** Blank registration plate with its blue band. */
export function plate(z: number): string {
  return (
    roundRect([0, z], [0.55, 0.135], { fill: "#0c0d0f", radius: 0.012 }) +
    roundRect([0, z], [0.52, 0.112], { fill: "#eef0f1", radius: 0.008 }) +
    roundRect([-0.236, z], [0.046, 0.108], { fill: "#1d3f9c", radius: 0.006 })
  );
}

function intake({ shape }: Face): string {
  const top = shape.art.grille.low - 0.16;
  return polyline([
    [-0.5, top],
    [0.5, top],
    [0.58, 0.255],
    [-0.58, 0.255],
  ]);
}

function sideIntake({ shape, edge }: Face): Point[] {
  const top = shape.art.grille.low - 0.05;
  return [
    [edge - 0.34, top - 0.03],
    [edge - 0.15, top + 0.015],
    [edge - 0.17, top - 0.13],
    [edge - 0.31, top - 0.16],
  ];
}

const edgeOf = (shape: BodyShape): number => (shape.width / 2) * 0.99;

export function frontMask(shape: BodyShape, style: CarStyle): string {
  const face: Face = { shape, style, edge: edgeOf(shape) };
  const { windscreen, grille: opening, headlamp: lamp, cladding } = shape.art;
  const lips = [
    path(
      stroke([
        [-0.8, 0.3],
        [0, 0.285],
        [0.8, 0.3],
      ]),
      { stroke: level(148), width: 0.03 },
    ),
    path(
      stroke([
        [-0.85, lamp.low - 0.06],
        [-0.5, opening.low - 0.03],
        [0, opening.low - 0.045],
        [0.5, opening.low - 0.03],
        [0.85, lamp.low - 0.06],
      ]),
      { stroke: level(146), width: 0.035 },
    ),
  ];
  return [
    ...lips,
    path(
      polyline([
        [-1, 0.1],
        [1, 0.1],
        [1, cladding ? 0.39 : 0.25],
        [-1, cladding ? 0.39 : 0.25],
      ]),
      {
        fill: TRIM,
      },
    ),
    path(intake(face), { fill: TRIM }),
    both(path(polyline(sideIntake(face)), { fill: TRIM })),
    style.grille === 2 ? "" : path(grillePath(face), { fill: TRIM }),
    path(pane(windscreen, 0.03), { fill: TRIM }),
    path(pane(windscreen, 0), { fill: GLASS }),
  ].join("");
}

function wipers({ windscreen }: BodyShape["art"]): string {
  const z = windscreen.foot;
  const blade = { stroke: "#060607", width: 0.012 };
  return (
    path(
      stroke([
        [-0.62, z - 0.005],
        [-0.3, z + 0.03],
        [0.02, z + 0.05],
      ]),
      blade,
    ) +
    path(
      stroke([
        [-0.05, z + 0.01],
        [0.25, z + 0.04],
        [0.55, z + 0.03],
      ]),
      blade,
    )
  );
}

export function frontArt(shape: BodyShape, style: CarStyle): string {
  const face: Face = { shape, style, edge: edgeOf(shape) };
  const { headlamp: lamp, grille: opening, windscreen } = shape.art;
  const seamHeight = Math.max(lamp.high, opening.high) + 0.025;
  const bonnetSeam = stroke([
    [-0.95, lamp.high + 0.03],
    [-opening.half - 0.05, seamHeight],
    [0, seamHeight + 0.012],
    [opening.half + 0.05, seamHeight],
    [0.95, lamp.high + 0.03],
  ]);
  const sensor = roundRect([0, windscreen.head - 0.035], [0.14, 0.05], {
    fill: "#050506",
    radius: 0.012,
  });
  const fogs = both(
    path(stroke(sideIntake(face).slice(1, 3)), {
      stroke: style.chrome ? "#b7bcc2" : "#30343a",
      width: 0.012,
    }),
  );
  return [
    verticalGradient(
      "shade",
      [0.2, 0.45],
      [
        [0, "#000", 0.45],
        [1, "#000", 0],
      ],
    ),
    `<rect x="-1" y="0.1" width="2" height="0.35" fill="url(#shade)"/>`,
    path(bonnetSeam, SEAM),
    grille(face),
    both(headlamp(face)),
    fogs,
    plate(opening.low - 0.085),
    wipers(shape.art),
    sensor,
  ].join("");
}
