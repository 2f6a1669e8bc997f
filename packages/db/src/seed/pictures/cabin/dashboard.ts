import type { Random } from "../random";
import type { CabinTrim } from "./trim";

/** All cabin drawings share a canvas of 1600 by 1200; the driver sits on the left. */

export function roofAndPillars(trim: CabinTrim): string {
  const pillar =
    '<path d="M-10 60L120 96C178 250 250 410 322 540L196 596C140 430 70 240-10 150Z" fill="url(#lining)"/>' +
    '<path d="M120 96C178 250 250 410 322 540L306 548C232 412 160 252 104 92Z" fill="#0d0d0e" opacity="0.75"/>';
  return (
    `<path d="M-10-10H1610V132C1300 84 300 84-10 132Z" fill="url(#lining)"/>` +
    `<path d="M-10 132C300 84 1300 84 1610 132V146C1300 98 300 98-10 146Z" fill="#0b0b0c" opacity="0.8"/>` +
    `<g>${pillar}</g><g transform="translate(1600 0) scale(-1 1)">${pillar}</g>` +
    // Sun visors and the mirror.
    `<path d="M180 30Q440 4 640 6L646 64Q440 66 196 98Z" fill="${trim.lining[1]}" stroke="#00000044" stroke-width="2"/>` +
    `<path d="M1420 30Q1160 4 960 6L954 64Q1160 66 1404 98Z" fill="${trim.lining[1]}" stroke="#00000044" stroke-width="2"/>` +
    `<path d="M788 70L776 140H824L812 70Z" fill="#141517"/>` +
    `<rect x="650" y="134" width="300" height="82" rx="34" fill="#101113"/>` +
    `<rect x="659" y="142" width="282" height="66" rx="28" fill="url(#glassback)"/>`
  );
}

export function doors(trim: CabinTrim): string {
  const door =
    `<path d="M-10 560L196 596L322 540L300 700C250 860 220 1040 214 1210H-10Z" fill="url(#doorpad)"/>` +
    `<path d="M-10 566L190 606L300 556" stroke="#ffffff22" stroke-width="4" fill="none"/>` +
    `<path d="M-10 820C90 800 180 806 258 776L240 872C170 902 80 908-10 926Z" fill="${trim.leather}"/>` +
    `<path d="M-10 824C90 804 180 810 256 780" stroke="${trim.leatherLight}" stroke-width="5" fill="none"/>` +
    `<path d="M-10 690C80 676 170 676 276 654" stroke="${trim.glow}" stroke-width="5" fill="none" opacity="0.75"/>` +
    `<path d="M60 722q70-16 120-14q16 2 10 16q-60 2-124 20q-14-8-6-22z" fill="url(#chrome)"/>` +
    `<circle cx="92" cy="1060" r="76" fill="#0c0d0e"/><circle cx="92" cy="1060" r="76" fill="url(#holes)"/><circle cx="92" cy="1060" r="76" fill="none" stroke="url(#chrome)" stroke-width="4"/>`;
  return `<g>${door}</g><g transform="translate(1600 0) scale(-1 1)">${door}</g>`;
}

function vent(x: number, y: number, size: readonly [number, number]): string {
  const [width, height] = size;
  const slats: string[] = [];
  for (let i = 1; i < 6; i += 1) {
    const at = y + (height * i) / 6;
    slats.push(
      `<path d="M${x + 8} ${at}H${x + width - 8}" stroke="#3b3e42" stroke-width="4"/><path d="M${x + 8} ${at + 3}H${x + width - 8}" stroke="#000" stroke-width="3"/>`,
    );
  }
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="#070708"/>${slats.join("")}` +
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="none" stroke="url(#chrome)" stroke-width="5"/>` +
    `<rect x="${x + width / 2 - 9}" y="${y + height / 2 - 14}" width="18" height="28" rx="5" fill="#2a2c2f" stroke="#000" stroke-width="2"/>`
  );
}

export function dashboard(trim: CabinTrim): string {
  return (
    `<path d="M196 610C330 548 500 522 640 516C900 506 1180 512 1330 552L1404 606L1420 1210H180Z" fill="url(#pad)"/>` +
    `<path d="M196 612C330 550 500 524 640 518C900 508 1180 514 1330 554L1404 608" stroke="${trim.padLight}" stroke-width="7" fill="none" opacity="0.8"/>` +
    `<path d="M236 640C420 586 1180 580 1372 640" stroke="${trim.stitch}" stroke-width="2.5" stroke-dasharray="9 6" fill="none" opacity="0.6"/>` +
    // Inlay with its line of light, then the leather below it.
    `<path d="M190 776C500 738 1100 738 1410 776L1412 842C1100 806 500 806 190 842Z" fill="url(#inlay)"/>` +
    `<path d="M190 778C500 740 1100 740 1410 778" stroke="${trim.glow}" stroke-width="4" fill="none" opacity="0.9"/>` +
    `<path d="M190 842C500 806 1100 806 1412 842L1400 1020C1240 1060 400 1060 200 1020Z" fill="url(#leather)"/>` +
    `<path d="M192 850C500 814 1100 814 1410 850" stroke="#00000088" stroke-width="6" fill="none"/>` +
    `<path d="M1130 880Q1270 880 1392 900L1386 1010Q1250 1030 1140 1030Z" fill="none" stroke="#00000077" stroke-width="4"/>` +
    `<rect x="1230" y="900" width="70" height="14" rx="7" fill="url(#chrome)" opacity="0.8"/>` +
    vent(206, 706, [110, 70]) +
    vent(1288, 706, [106, 70]) +
    vent(734, 766, [150, 66]) +
    vent(904, 766, [150, 66])
  );
}

/** Speed and charge dials with a strip of road between them. */
export function instruments(trim: CabinTrim, random: Random): string {
  const dial = (x: number, share: number) => {
    const radius = 58;
    const end = Math.PI * (0.8 + 1.4 * share);
    const point = (a: number) => `${x + radius * Math.cos(a)} ${648 + radius * Math.sin(a)}`;
    const large = end - Math.PI * 0.8 > Math.PI ? 1 : 0;
    const ticks: string[] = [];
    for (let i = 0; i <= 10; i += 1) {
      const a = Math.PI * (0.8 + 0.14 * i);
      ticks.push(
        `<path d="M${x + 46 * Math.cos(a)} ${648 + 46 * Math.sin(a)}L${x + 38 * Math.cos(a)} ${648 + 38 * Math.sin(a)}" stroke="#cfd6dd" stroke-width="3"/>`,
      );
    }
    return (
      `<path d="M${point(Math.PI * 0.8)}A${radius} ${radius} 0 1 1 ${point(Math.PI * 2.2)}" stroke="#26313b" stroke-width="9" fill="none"/>` +
      `<path d="M${point(Math.PI * 0.8)}A${radius} ${radius} 0 ${large} 1 ${point(end)}" stroke="${trim.glow}" stroke-width="9" fill="none"/>${ticks.join("")}` +
      `<circle cx="${x}" cy="648" r="19" fill="#eef3f7" opacity="0.16"/>`
    );
  };
  return (
    `<path d="M300 610C330 540 440 520 500 520S672 540 700 610L720 730H280Z" fill="url(#pad)"/>` +
    `<path d="M300 612C330 542 440 522 500 522S672 542 700 612" stroke="${trim.padLight}" stroke-width="6" fill="none"/>` +
    `<rect x="322" y="566" width="356" height="162" rx="18" fill="#06080a"/>` +
    `<rect x="326" y="570" width="348" height="154" rx="15" fill="url(#screen)"/>` +
    dial(410, 0.2 + random() * 0.3) +
    dial(590, 0.3 + random() * 0.5) +
    `<path d="M486 712L496 604M514 712L504 604" stroke="#8fa3b3" stroke-width="3"/><path d="M488 690h24l-4-14h-16z" fill="#e8eef3"/>`
  );
}

/** Touch screen with a map; no words, so that no font is needed. */
export function touchScreen(trim: CabinTrim, random: Random): string {
  const roads: string[] = [];
  for (let i = 0; i < 9; i += 1) {
    const y = 560 + random() * 190;
    const x = 760 + random() * 290;
    roads.push(
      `<path d="M740 ${y.toFixed(0)}Q900 ${(y + random() * 80 - 40).toFixed(0)} 1080 ${(y + random() * 60 - 30).toFixed(0)}" />`,
      `<path d="M${x.toFixed(0)} 540Q${(x + random() * 60 - 30).toFixed(0)} 640 ${(x + random() * 80 - 40).toFixed(0)} 770"/>`,
    );
  }
  const tiles = [0, 1, 2, 3]
    .map(
      (i) =>
        `<rect x="1012" y="${560 + i * 46}" width="44" height="36" rx="9" fill="#ffffff" opacity="${i === 1 ? 0.5 : 0.18}"/>`,
    )
    .join("");
  return (
    `<path d="M724 770L714 548Q714 528 734 528H1056Q1076 528 1076 548L1068 770Z" fill="#050607"/>` +
    `<clipPath id="map"><rect x="730" y="542" width="332" height="206" rx="10"/></clipPath>` +
    `<g clip-path="url(#map)"><rect x="730" y="542" width="332" height="206" fill="${trim.map[0]}"/>` +
    `<g stroke="${trim.map[1]}" stroke-width="7" fill="none">${roads.join("")}</g>` +
    `<path d="M780 748C800 690 860 700 880 650S930 590 1000 580" stroke="#3f9dff" stroke-width="9" fill="none"/>` +
    `<circle cx="880" cy="650" r="13" fill="#fff"/><circle cx="880" cy="650" r="8" fill="#2f86ee"/>` +
    `<rect x="744" y="556" width="110" height="52" rx="10" fill="#0c1218" opacity="0.75"/><rect x="758" y="570" width="60" height="8" rx="4" fill="#dfe7ee"/><rect x="758" y="586" width="80" height="6" rx="3" fill="#8fa2b3"/>${tiles}` +
    `<path d="M730 542H930L830 748H730Z" fill="#fff" opacity="0.05"/></g>`
  );
}
