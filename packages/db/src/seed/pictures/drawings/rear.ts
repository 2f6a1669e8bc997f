import type { Point } from "../curve";
import type { BodyShape } from "../shapes/body-shape";
import { both, circle, path, polyline, roundRect, stroke, verticalGradient } from "../svg";
import { pane, plate } from "./front";
import type { CarStyle } from "./style";
import { GLASS, level, SEAM, TRIM } from "./style";

function lampOutline({ art, width }: BodyShape, style: CarStyle): readonly Point[] {
  const { low, high, inner } = art.tailLamp;
  const edge = (width / 2) * 0.995;
  const tall = high - low;
  if (tall > 0.35) {
    const narrow = edge - 0.17;
    return [
      [narrow + 0.02, low],
      [narrow, high],
      [edge, high],
      [edge, low],
    ];
  }
  if (style.lamps === 1) {
    return [
      [inner, low + tall * 0.35],
      [inner + 0.02, high],
      [edge, high],
      [edge, low],
      [edge - 0.2, low],
    ];
  }
  return [
    [inner + 0.03, low + 0.02],
    [inner, high - 0.01],
    [edge, high],
    [edge, low],
  ];
}

function tailLamp(shape: BodyShape, style: CarStyle): string {
  const { low, high, inner } = shape.art.tailLamp;
  const edge = shape.width / 2;
  const shell = polyline(lampOutline(shape, style));
  const tall = high - low;
  const upright = tall > 0.35;
  const lines: string[] = [];
  if (upright) {
    for (const k of [0.16, 0.5, 0.84]) {
      lines.push(
        roundRect([edge - 0.09, low + tall * k], [0.1, tall * 0.22], {
          fill: k === 0.5 ? "#d98a2b" : "#ff3a2e",
          opacity: 0.85,
          radius: 0.02,
        }),
      );
    }
  } else {
    const glow = { stroke: "#ff5442", width: tall * 0.13 };
    const z = high - tall * 0.24;
    lines.push(
      path(
        stroke([
          [inner + 0.03, z],
          [edge, z],
        ]),
        glow,
      ),
      path(
        stroke([
          [inner + 0.07, z],
          [inner + 0.1, low + tall * 0.22],
          [edge, low + tall * 0.22],
        ]),
        {
          ...glow,
          width: tall * 0.09,
        },
      ),
      roundRect([edge - 0.17, low + tall * 0.46], [0.15, tall * 0.16], {
        fill: "#e9d7cf",
        opacity: 0.5,
        radius: 0.008,
      }),
    );
  }
  return (
    path(shell, { fill: "url(#red)", stroke: "#120203", width: 0.012 }) +
    `<clipPath id="tail"><path d="${shell}"/></clipPath>` +
    `<g clip-path="url(#tail)">${lines.join("")}</g>`
  );
}

function bottomEdge(shape: BodyShape): number {
  return shape.art.cladding ? 0.48 : 0.33;
}

export function rearMask(shape: BodyShape, style: CarStyle): string {
  const { rearWindow, tailgate } = shape.art;
  const low = bottomEdge(shape);
  const diffuser = polyline([
    [-1, 0.1],
    [1, 0.1],
    [1, low - 0.06],
    [0.6, low],
    [-0.6, low],
    [-1, low - 0.06],
  ]);
  const shelf = stroke([
    [-0.9, tailgate.low - 0.03],
    [0, tailgate.low - 0.045],
    [0.9, tailgate.low - 0.03],
  ]);
  const bulge = stroke([
    [-0.8, tailgate.high - 0.03],
    [0, tailgate.high - 0.015],
    [0.8, tailgate.high - 0.03],
  ]);
  const recess = roundRect([0, shape.art.plateRear], [0.66, 0.19], {
    fill: level(104),
    radius: 0.03,
  });
  return [
    path(shelf, { stroke: level(150), width: 0.04 }),
    rearWindow ? "" : path(bulge, { stroke: level(160), width: 0.03 }),
    recess,
    path(diffuser, { fill: TRIM }),
    style.lightBar ? roundRect([0, lightBarHeight(shape)], [1.2, 0.03], { fill: TRIM }) : "",
    rearWindow ? path(pane(rearWindow, 0.028), { fill: TRIM }) : "",
    rearWindow ? path(pane(rearWindow, 0), { fill: GLASS }) : "",
  ].join("");
}

function lightBarHeight({ art }: BodyShape): number {
  return art.tailLamp.high - (art.tailLamp.high - art.tailLamp.low) * 0.24;
}

function exhausts(shape: BodyShape, style: CarStyle): string {
  if (style.grille === 2) return "";
  const z = bottomEdge(shape) - 0.07;
  return both(
    roundRect([0.56, z], [0.17, 0.058], {
      fill: "#0a0a0b",
      stroke: "#c6cace",
      width: 0.012,
      radius: 0.026,
    }),
  );
}

function tailgateSeam({ art }: BodyShape): string {
  const { low, high, half } = art.tailgate;
  return stroke([
    [-half * 0.92, high],
    [-half, high - (high - low) * 0.4],
    [-half * 0.9, low + 0.02],
    [0, low],
    [half * 0.9, low + 0.02],
    [half, high - (high - low) * 0.4],
    [half * 0.92, high],
  ]);
}

export function rearArt(shape: BodyShape, style: CarStyle): string {
  const { art, width } = shape;
  const { rearWindow, plateRear } = art;
  const tall = art.tailLamp.high - art.tailLamp.low > 0.35;
  const emblem = plateRear + (plateRear > 0.7 ? 0.155 : 0.3);
  const bar =
    style.lightBar && !tall
      ? roundRect([0, lightBarHeight(shape)], [2 * art.tailLamp.inner + 0.1, 0.02], {
          fill: "#e23528",
        })
      : "";
  return [
    verticalGradient(
      "red",
      [art.tailLamp.low, art.tailLamp.high],
      [
        [0, "#4d0509"],
        [1, "#a50f16"],
      ],
    ),
    verticalGradient(
      "shade",
      [0.2, 0.5],
      [
        [0, "#000", 0.5],
        [1, "#000", 0],
      ],
    ),
    `<rect x="-1" y="0.1" width="2" height="0.4" fill="url(#shade)"/>`,
    path(tailgateSeam(shape), SEAM),
    path(
      stroke([
        [-width / 2, art.tailgate.low - 0.09],
        [0, art.tailgate.low - 0.1],
        [width / 2, art.tailgate.low - 0.09],
      ]),
      {
        ...SEAM,
        opacity: 0.35,
      },
    ),
    bar,
    both(tailLamp(shape, style)),
    both(
      roundRect([width / 2 - 0.2, bottomEdge(shape) + 0.06], [0.16, 0.028], {
        fill: "#7d1014",
        radius: 0.006,
      }),
    ),
    exhausts(shape, style),
    roundRect([0, plateRear + 0.075], [0.62, 0.022], {
      fill: style.chrome ? "#aab0b6" : "#101114",
    }),
    plate(plateRear),
    circle([0, emblem], 0.042, { fill: "#c9ced4", stroke: "#50555b", width: 0.006 }),
    rearWindow
      ? roundRect([0, rearWindow.head + 0.012], [0.3, 0.018], { fill: "#7f1015", radius: 0.006 })
      : "",
  ].join("");
}
