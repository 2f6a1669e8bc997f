import { circle, path, polyline } from "../svg";

/** Kinds of wheel; the last is the plain one of vans and work cars. */
export const RIM_KINDS = 5;

const polar = (radius: number, angle: number): readonly [number, number] => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];

/** One spoke between two radii, with its half angles at hub and rim; `lean` twists it. */
function spoke(angle: number, inner: number, { half, lean }: { half: number; lean: number }) {
  const rim = 0.95;
  return polyline([
    polar(0.14, angle - inner),
    polar(0.55, angle + lean * 0.5 - (inner * 0.28 + half) / 2),
    polar(rim, angle + lean - half),
    polar(rim, angle + lean + half),
    polar(0.55, angle + lean * 0.5 + (inner * 0.28 + half) / 2),
    polar(0.14, angle + inner),
  ]);
}

function spokes(kind: number): string[] {
  const out: string[] = [];
  const ring = (count: number, draw: (angle: number) => void) => {
    for (let i = 0; i < count; i += 1) draw((2 * Math.PI * i) / count + Math.PI / 2);
  };
  if (kind === 0) {
    ring(5, (a) => {
      out.push(spoke(a - 0.13, 0.3, { half: 0.075, lean: -0.06 }));
      out.push(spoke(a + 0.13, 0.3, { half: 0.075, lean: 0.06 }));
    });
  } else if (kind === 1) {
    ring(10, (a) => out.push(spoke(a, 0.2, { half: 0.075, lean: 0 })));
  } else if (kind === 2) {
    ring(5, (a) => {
      out.push(spoke(a, 0.42, { half: 0.07, lean: -0.2 }));
      out.push(spoke(a, 0.42, { half: 0.07, lean: 0.2 }));
    });
  } else if (kind === 3) {
    ring(7, (a) => out.push(spoke(a, 0.36, { half: 0.17, lean: 0.3 })));
  } else {
    ring(6, (a) => out.push(spoke(a, 0.5, { half: 0.25, lean: 0 })));
  }
  return out;
}

/** Everything that is metal, in a square of -1..1 with the rim's edge at radius 1. */
export function rimMask(kind: number): string {
  const metal = "#ff00d0";
  return [
    circle([0, 0], 0.955, { stroke: metal, width: 0.09 }),
    ...spokes(kind).map((d) => path(d, { fill: metal, stroke: metal, width: 0.025 })),
    circle([0, 0], 0.26, { fill: metal }),
    circle([0, 0], 0.17, { fill: "#ff0098" }),
  ].join("");
}

export function rimArt(kind: number): string {
  const bolts: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    const center = polar(0.2, (2 * Math.PI * (i + 0.5)) / 5 + Math.PI / 2);
    bolts.push(circle(center, 0.03, { fill: "#0c0d0f", opacity: 0.9 }));
    bolts.push(circle(center, 0.016, { fill: "#8b9096" }));
  }
  return [
    circle([0, 0], 0.13, { fill: kind === 4 ? "#2c2f33" : "#14161a" }),
    circle([0, 0], 0.1, { stroke: "#b9bec4", width: 0.012 }),
    circle([0, 0], 0.05, { fill: "#b9bec4" }),
    ...bolts,
    circle([0, 0], 0.905, { stroke: "#000", width: 0.02, opacity: 0.35 }),
  ].join("");
}
