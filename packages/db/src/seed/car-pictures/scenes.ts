import { GROUND } from "./car-drawing";

/** Where the picture was taken. */
export const SCENES = ["SHOWROOM", "DUSK", "FORECOURT", "COAST"] as const;
export type Scene = (typeof SCENES)[number];

const band = (id: string, stops: readonly (readonly [number, string])[]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.map(([at, color]) => `<stop offset="${at}" stop-color="${color}"/>`).join("")}</linearGradient>`;

interface Backdrop {
  defs: string;
  markup: string;
  /** How much of the car the floor mirrors. */
  gloss: number;
}

interface Facade {
  x: number;
  y: number;
  columns: number;
  rows: number;
  color: string;
}

function windows({ x, y, columns, rows, color }: Facade): string {
  const cells: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const lit = (row * 7 + column * 3 + Math.round(x / 40)) % 4 !== 0;
      const at = `x="${x + column * 26}" y="${y + row * 34}"`;
      if (lit) cells.push(`<rect ${at} width="13" height="19" fill="${color}"/>`);
    }
  }
  return cells.join("");
}

const HORIZON = GROUND - 125;

const BACKDROPS: Record<Scene, () => Backdrop> = {
  SHOWROOM: () => ({
    defs:
      band("wall", [
        [0, "#e9ecef"],
        [0.7, "#d5dade"],
        [1, "#c2c8ce"],
      ]) +
      band("floor", [
        [0, "#b4bbc2"],
        [0.4, "#d9dee2"],
        [1, "#eef0f2"],
      ]),
    markup: `<rect width="1600" height="${HORIZON}" fill="url(#wall)"/><rect y="${HORIZON}" width="1600" height="420" fill="url(#floor)"/>
${[120, 480, 840, 1200].map((x) => `<rect x="${x}" y="64" width="280" height="16" rx="8" fill="#fff"/><rect x="${x - 20}" y="80" width="320" height="200" fill="#fff" opacity=".16"/>`).join("")}
<rect x="70" y="300" width="1460" height="${HORIZON - 330}" fill="#cfd6dc"/><path d="M70 300h1460M435 300v${HORIZON - 330}M800 300v${HORIZON - 330}M1165 300v${HORIZON - 330}" stroke="#aeb6bd" stroke-width="8" fill="none"/>
<path d="M160 ${HORIZON - 40}L420 310h120L280 ${HORIZON - 40}Z" fill="#fff" opacity=".28"/><path d="M900 ${HORIZON - 40}L1150 310h70L970 ${HORIZON - 40}Z" fill="#fff" opacity=".22"/>`,
    gloss: 0.3,
  }),
  DUSK: () => ({
    defs:
      band("wall", [
        [0, "#1d2a4a"],
        [0.45, "#5a4a78"],
        [0.75, "#d98a6a"],
        [1, "#f3bd83"],
      ]) +
      band("floor", [
        [0, "#2d3038"],
        [0.25, "#3b3f49"],
        [1, "#1d2026"],
      ]),
    markup: `<rect width="1600" height="${HORIZON}" fill="url(#wall)"/>
<g fill="#1c2136">${[
      [40, 300, 190],
      [250, 220, 150],
      [420, 360, 220],
      [680, 260, 160],
      [900, 340, 240],
      [1180, 230, 170],
      [1380, 320, 200],
    ]
      .map(
        ([x = 0, top = 0, w = 0]) =>
          `<rect x="${x}" y="${top}" width="${w}" height="${HORIZON - top}"/>`,
      )
      .join("")}</g>
${windows({ x: 60, y: 330, columns: 6, rows: 11, color: "#ffd9964d" })}${windows({ x: 440, y: 390, columns: 7, rows: 9, color: "#ffd99659" })}${windows({ x: 920, y: 370, columns: 8, rows: 10, color: "#ffd9964d" })}${windows({ x: 1200, y: 260, columns: 5, rows: 13, color: "#ffe2ad59" })}
<rect y="${HORIZON}" width="1600" height="420" fill="url(#floor)"/><path d="M0 ${HORIZON + 6}H1600" stroke="#0f1116" stroke-width="12"/><path d="M0 1080H1600" stroke="#e8d9b0" stroke-width="9" stroke-dasharray="150 110" opacity=".5"/>`,
    gloss: 0.16,
  }),
  FORECOURT: () => ({
    defs:
      band("wall", [
        [0, "#7db4e6"],
        [0.7, "#cfe4f5"],
        [1, "#eef5fa"],
      ]) +
      band("floor", [
        [0, "#9a9d9f"],
        [0.3, "#b3b6b8"],
        [1, "#8b8e90"],
      ]),
    markup: `<rect width="1600" height="${HORIZON}" fill="url(#wall)"/><g fill="#fff" opacity=".75"><ellipse cx="300" cy="170" rx="190" ry="36"/><ellipse cx="420" cy="146" rx="130" ry="34"/><ellipse cx="1240" cy="230" rx="220" ry="34"/><ellipse cx="1120" cy="206" rx="130" ry="30"/></g>
<rect x="180" y="390" width="1240" height="${HORIZON - 390}" fill="#e4e7ea"/><rect x="150" y="360" width="1300" height="64" fill="#0f4c5c"/><rect x="150" y="418" width="1300" height="9" fill="#e76f3c"/>
${[230, 520, 810, 1100].map((x) => `<rect x="${x}" y="470" width="250" height="${HORIZON - 490}" fill="#8fb0c4"/><path d="M${x} ${HORIZON - 20}L${x + 150} 470h60L${x + 60} ${HORIZON - 20}Z" fill="#fff" opacity=".26"/>`).join("")}
<g fill="#4d7a4a"><circle cx="70" cy="${HORIZON - 70}" r="86"/><circle cx="1540" cy="${HORIZON - 80}" r="96"/></g>
<rect y="${HORIZON}" width="1600" height="420" fill="url(#floor)"/><path d="M-40 1200L360 ${HORIZON}M520 1200L700 ${HORIZON}M1080 1200L900 ${HORIZON}M1640 1200L1240 ${HORIZON}" stroke="#f4f5f6" stroke-width="7" opacity=".6"/>`,
    gloss: 0.1,
  }),
  COAST: () => ({
    defs:
      band("wall", [
        [0, "#9fd0ee"],
        [0.6, "#e6f1f5"],
        [1, "#fbeedd"],
      ]) +
      band("sea", [
        [0, "#2f86a8"],
        [1, "#79bfd0"],
      ]) +
      band("floor", [
        [0, "#77736d"],
        [0.3, "#8c8882"],
        [1, "#65615c"],
      ]),
    markup: `<rect width="1600" height="${HORIZON}" fill="url(#wall)"/><circle cx="1280" cy="250" r="64" fill="#fff6dc"/>
<path d="M0 ${HORIZON - 150}C180 ${HORIZON - 330} 330 ${HORIZON - 300} 480 ${HORIZON - 200}C620 ${HORIZON - 290} 760 ${HORIZON - 250} 880 ${HORIZON - 150}Z" fill="#7f9aa8"/><path d="M900 ${HORIZON - 150}C1080 ${HORIZON - 260} 1300 ${HORIZON - 250} 1600 ${HORIZON - 190}V${HORIZON - 150}Z" fill="#94aab4"/>
<rect y="${HORIZON - 152}" width="1600" height="122" fill="url(#sea)"/><g stroke="#fff" stroke-width="4" opacity=".4"><path d="M120 ${HORIZON - 110}h130M420 ${HORIZON - 84}h190M760 ${HORIZON - 118}h110M1040 ${HORIZON - 76}h210M1360 ${HORIZON - 108}h120"/></g>
<rect y="${HORIZON - 36}" width="1600" height="40" fill="#cfc4ae"/><g fill="#e9e4d8">${Array.from({ length: 17 }, (_, i) => `<rect x="${i * 100}" y="${HORIZON - 92}" width="14" height="92"/>`).join("")}<rect y="${HORIZON - 96}" width="1600" height="12"/><rect y="${HORIZON - 54}" width="1600" height="9"/></g>
<rect y="${HORIZON}" width="1600" height="420" fill="url(#floor)"/><path d="M0 1110H1600" stroke="#f2efe8" stroke-width="10" stroke-dasharray="190 130" opacity=".65"/>`,
    gloss: 0.08,
  }),
};

/** The backdrop of a scene. */
export const backdrop = (scene: Scene): Backdrop => BACKDROPS[scene]();
