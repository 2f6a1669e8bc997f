import type { Point } from "../curve";
import type { BodyShape } from "../shapes/body-shape";
import { circle, outline, path, polyline, roundRect, stroke } from "../svg";
import type { CarStyle } from "./style";
import { GLASS, level, SEAM, TRIM } from "./style";

/** Door edges bend with the body: straight from the sill to the belt, then up the window frame. */
function doorPaths(shape: BodyShape): string[] {
  const sill = 0.3;
  return shape.art.doorCuts.map(({ sill: low, belt, head }, i) => {
    const top = shape.height - 0.075;
    const last = i === shape.art.doorCuts.length - 1;
    const overArch = last && low + 0.02 < belt;
    if (overArch) {
      const hub = shape.rearAxle;
      const radius = shape.archRadius + 0.055;
      const curve: Point[] = [
        [low, sill],
        [hub - radius * 0.97, shape.wheelRadius + radius * 0.26],
        [hub - radius * 0.72, shape.wheelRadius + radius * 0.7],
        [belt, shape.belt - 0.06],
        [head, shape.belt + 0.06],
      ];
      return stroke(curve);
    }
    const waist = shape.belt - 0.02;
    return stroke([
      [low, sill],
      [low + (belt - low) * 0.25, sill + 0.25],
      [belt, waist],
      [head, i === 0 ? waist + 0.03 : top],
    ]);
  });
}

function pillarQuad(shape: BodyShape, index: number): string {
  const pillar = shape.art.pillars[index];
  if (!pillar) return "";
  const low = shape.belt - 0.04;
  const half = pillar.width / 2;
  return polyline([
    [pillar.foot - half, low],
    [pillar.foot + half, low],
    [pillar.head + half, shape.height],
    [pillar.head - half, shape.height],
  ]);
}

function claddingMask(shape: BodyShape): string {
  const { frontAxle, rearAxle, wheelRadius, archRadius, length } = shape;
  const ring = (x: number) => circle([x, wheelRadius], archRadius + 0.055, { fill: TRIM });
  if (!shape.art.cladding) {
    return path(
      polyline([
        [0.6, 0.1],
        [length - 0.5, 0.1],
        [length - 0.5, 0.245],
        [0.6, 0.245],
      ]),
      {
        fill: TRIM,
      },
    );
  }
  const sill = polyline([
    [-0.1, 0.1],
    [length + 0.1, 0.1],
    [length + 0.1, 0.42],
    [rearAxle, 0.36],
    [frontAxle, 0.36],
    [-0.1, 0.39],
  ]);
  return path(sill, { fill: TRIM }) + ring(frontAxle) + ring(rearAxle);
}

export function sideMask(shape: BodyShape, style: CarStyle): string {
  const { art, frontAxle, rearAxle } = shape;
  const lip = (x: number) =>
    circle([x, shape.wheelRadius], shape.archRadius + 0.012, { stroke: level(150), width: 0.03 });
  const handles = art.handles.map(([x, z]) =>
    roundRect([x, z], [0.21, 0.03], { fill: level(176), radius: 0.014 }),
  );
  const seams = doorPaths(shape).map((d) => path(d, { stroke: level(116), width: 0.014 }));
  const frame = outline(art.daylight);
  const pillars = art.pillars.map((_, i) => path(pillarQuad(shape, i), { fill: TRIM }));
  const clip = `<clipPath id="day"><path d="${frame}"/></clipPath>`;
  return [
    lip(frontAxle),
    lip(rearAxle),
    ...seams,
    ...handles,
    claddingMask(shape),
    clip,
    path(frame, { stroke: TRIM, width: style.chrome ? 0.034 : 0.045 }),
    path(frame, { fill: GLASS }),
    `<g clip-path="url(#day)">${pillars.join("")}</g>`,
  ].join("");
}

function lampTails({ art, length }: BodyShape): string {
  const { headlamp, tailLamp } = art;
  const front = polyline([
    [-0.2, headlamp.low],
    [headlamp.along * 0.45, headlamp.low + 0.02],
    [headlamp.along, headlamp.high + 0.012],
    [-0.2, headlamp.high - 0.01],
  ]);
  const rear = polyline([
    [length + 0.2, tailLamp.low],
    [tailLamp.along + 0.07, tailLamp.low + 0.01],
    [tailLamp.along, tailLamp.high],
    [length + 0.2, tailLamp.high],
  ]);
  const middle = (tailLamp.low + tailLamp.high) / 2;
  return (
    path(front, { fill: "#1a1d22", stroke: "#050506", width: 0.008 }) +
    path(
      stroke([
        [0, headlamp.high - 0.03],
        [headlamp.along * 0.8, headlamp.high - 0.006],
      ]),
      { stroke: "#e9f1ff", width: 0.012 },
    ) +
    path(rear, { fill: "#8d0b12", stroke: "#140203", width: 0.008 }) +
    path(
      stroke([
        [tailLamp.along + 0.06, middle],
        [length + 0.1, middle],
      ]),
      { stroke: "#ff4a3a", width: 0.02, opacity: 0.8 },
    )
  );
}

export function sideArt(shape: BodyShape, style: CarStyle): string {
  const { art, length, frontAxle, rearAxle, wheelRadius, archRadius } = shape;
  const seams = doorPaths(shape).map((d) => path(d, SEAM));
  const bumperCuts = [
    stroke([
      [frontAxle - archRadius * 0.8, wheelRadius + archRadius * 0.68],
      [art.headlamp.along * 0.7, art.headlamp.low - 0.01],
    ]),
    stroke([
      [rearAxle + archRadius * 0.85, wheelRadius + archRadius * 0.62],
      [art.tailLamp.along + 0.16, art.tailLamp.low - 0.01],
    ]),
  ];
  const handles = art.handles.map(
    ([x, z]) =>
      roundRect([x, z - 0.022], [0.2, 0.02], { fill: "#000", opacity: 0.4, radius: 0.01 }) +
      roundRect([x, z], [0.21, 0.03], {
        stroke: "#000",
        width: 0.003,
        opacity: 0.35,
        radius: 0.014,
      }),
  );
  const lip = (x: number) =>
    circle([x, wheelRadius], archRadius + 0.004, { stroke: "#000", width: 0.014, opacity: 0.55 });
  const fuelX = (rearAxle + length) / 2 - 0.28;
  const slider = art.slider;
  return [
    ...seams,
    ...bumperCuts.map((d) => path(d, SEAM)),
    ...handles,
    lip(frontAxle),
    lip(rearAxle),
    roundRect([fuelX, shape.belt - 0.16], [0.17, 0.17], { ...SEAM, opacity: 0.5, radius: 0.035 }),
    slider
      ? path(
          stroke([
            [slider.from, slider.z],
            [slider.to, slider.z],
          ]),
          {
            stroke: "#08080a",
            width: 0.022,
          },
        )
      : "",
    style.chrome
      ? path(outline(art.daylight), { stroke: "#c9cdd2", width: 0.014, opacity: 0.9 })
      : "",
    lampTails(shape),
  ].join("");
}
