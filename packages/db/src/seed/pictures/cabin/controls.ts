import type { CabinTrim } from "./trim";

export function steeringWheel(trim: CabinTrim): string {
  const ring = '<path d="M500 622A226 214 0 1 1 499.9 622Z"';
  const keys = [
    [352, 816],
    [352, 850],
    [388, 832],
    [648, 816],
    [648, 850],
    [612, 832],
  ]
    .map(
      ([x = 0, y = 0]) =>
        `<rect x="${x - 14}" y="${y - 10}" width="28" height="20" rx="6" fill="#2b2d30" stroke="#0008"/>`,
    )
    .join("");
  return (
    `<path d="M250 780Q300 760 380 790L376 812Q300 790 256 804Z" fill="#161719"/><path d="M750 780Q700 760 620 790L624 812Q700 790 744 804Z" fill="#161719"/>` +
    `${ring} fill="none" stroke="#000" stroke-width="60" opacity="0.4" transform="translate(5 14)"/>` +
    `<path d="M290 806Q400 770 500 770T710 806L704 876Q610 868 580 930L548 1040H452L420 930Q390 868 296 876Z" fill="#1b1c1e"/>` +
    `<path d="M290 806Q400 770 500 770T710 806" stroke="#4a4d51" stroke-width="4" fill="none"/>` +
    `<path d="M456 940L468 1042H532L544 940Q500 960 456 940Z" fill="url(#chrome)" opacity="0.75"/>` +
    `<path d="M404 804Q500 776 596 804Q606 900 560 944Q500 970 440 944Q394 900 404 804Z" fill="url(#hub)" stroke="#0009" stroke-width="3"/>` +
    `${keys}<circle cx="500" cy="862" r="30" fill="#111214" stroke="url(#chrome)" stroke-width="6"/><circle cx="500" cy="862" r="14" fill="url(#chrome)"/>` +
    `${ring} fill="none" stroke="#0b0b0c" stroke-width="50"/>${ring} fill="none" stroke="url(#wheel)" stroke-width="44"/>` +
    `<path d="M296 760A226 214 0 0 1 704 760" fill="none" stroke="#ffffff" stroke-width="7" opacity="0.17" transform="translate(0 -8)"/>` +
    `${ring} fill="none" stroke="${trim.stitch}" stroke-width="2" stroke-dasharray="10 9" opacity="0.35" transform="translate(500 836) scale(0.925) translate(-500 -836)"/>`
  );
}

export function centreConsole(trim: CabinTrim): string {
  const buttons: string[] = [];
  for (let i = 0; i < 7; i += 1) {
    buttons.push(
      `<rect x="${782 + i * 34}" y="868" width="28" height="18" rx="4" fill="#2a2c2f" stroke="#000" stroke-width="2"/><rect x="${790 + i * 34}" y="875" width="12" height="3" rx="1.5" fill="#d5dbe0" opacity="0.8"/>`,
    );
  }
  const knob = (x: number) =>
    `<circle cx="${x}" cy="920" r="25" fill="url(#chrome)"/><circle cx="${x}" cy="918" r="19" fill="#17181a"/><path d="M${x} 902v12" stroke="#fff" stroke-width="3"/>`;
  return (
    `<path d="M752 850H1036C1060 900 1072 960 1084 1030L1110 1210H678L704 1030C716 960 728 900 752 850Z" fill="url(#tunnel)"/>` +
    `<path d="M752 850C728 900 716 960 704 1030L678 1210M1036 850C1060 900 1072 960 1084 1030L1110 1210" stroke="url(#chrome)" stroke-width="5" fill="none" opacity="0.7"/>` +
    `<rect x="770" y="856" width="250" height="40" rx="10" fill="#0c0d0e"/>${buttons.join("")}${knob(800)}${knob(988)}` +
    `<path d="M744 968Q894 950 1044 968L1060 1096H728Z" fill="#0a0b0c"/><path d="M744 968Q894 950 1044 968L1060 1096H728Z" fill="url(#gloss)"/>` +
    `<ellipse cx="800" cy="1058" rx="48" ry="26" fill="#050505" stroke="url(#chrome)" stroke-width="4"/><ellipse cx="988" cy="1058" rx="48" ry="26" fill="#050505" stroke="url(#chrome)" stroke-width="4"/>` +
    `<ellipse cx="894" cy="1062" rx="42" ry="20" fill="${trim.leatherDark}"/><path d="M878 1056L882 1000H906L910 1056Z" fill="url(#chrome)"/><path d="M862 1000Q862 950 894 948T926 1000Q894 1018 862 1000Z" fill="url(#hub)"/><path d="M872 966Q894 954 916 966" stroke="#fff" stroke-width="4" opacity="0.3" fill="none"/>` +
    `<path d="M712 1120Q894 1098 1076 1120L1096 1210H692Z" fill="url(#leather)"/><path d="M720 1132Q894 1110 1068 1132" stroke="${trim.stitch}" stroke-width="3" stroke-dasharray="10 7" fill="none" opacity="0.7"/>`
  );
}

export function seats(trim: CabinTrim): string {
  const cushion =
    `<path d="M236 1210C244 1128 290 1092 360 1082Q500 1062 600 1084C664 1100 690 1150 690 1210Z" fill="url(#seat)"/>` +
    `<path d="M318 1210C322 1150 350 1116 392 1108Q490 1094 572 1110C606 1120 620 1160 622 1210" fill="none" stroke="#00000066" stroke-width="6"/>` +
    `<path d="M326 1210C330 1154 356 1122 396 1114Q490 1100 568 1116C600 1126 612 1164 614 1210" fill="none" stroke="${trim.stitch}" stroke-width="2.5" stroke-dasharray="9 7" opacity="0.8"/>` +
    `<path d="M404 1140H566M392 1174H580" stroke="#00000055" stroke-width="5"/>` +
    `<path d="M300 1100Q480 1058 630 1098" stroke="${trim.leatherLight}" stroke-width="5" fill="none" opacity="0.7"/>`;
  return `<g>${cushion}</g><g transform="translate(1780 0) scale(-1 1)">${cushion}</g>`;
}
