import type { Random } from "../random";
import { pick } from "../random";

/** Colours of one cabin: leather, the upper dash, the inlay strip and the lighting line. */
export interface CabinTrim {
  leather: string;
  leatherDark: string;
  leatherLight: string;
  stitch: string;
  pad: string;
  padLight: string;
  inlay: readonly [string, string, string];
  glow: string;
  lining: readonly [string, string];
  map: readonly [string, string];
}

const BLACK: CabinTrim = {
  leather: "#26272a",
  leatherDark: "#131416",
  leatherLight: "#404246",
  stitch: "#8d9197",
  pad: "#1a1b1d",
  padLight: "#3b3d41",
  inlay: ["#73777c", "#c9ccd0", "#55595e"],
  glow: "#69b7ff",
  lining: ["#8f8d8a", "#c4c1bb"],
  map: ["#16212c", "#2f4658"],
};

const COGNAC: CabinTrim = {
  leather: "#8a4f2b",
  leatherDark: "#4d2a16",
  leatherLight: "#b87748",
  stitch: "#e0b48c",
  pad: "#1c1b1b",
  padLight: "#403d3b",
  inlay: ["#2c1d14", "#6b4a31", "#24170f"],
  glow: "#ffb469",
  lining: ["#7f7a75", "#b8b2aa"],
  map: ["#1b1d22", "#3d4350"],
};

const BEIGE: CabinTrim = {
  leather: "#c9b698",
  leatherDark: "#8c7a5e",
  leatherLight: "#e6d8bf",
  stitch: "#7c6a50",
  pad: "#2a2623",
  padLight: "#544c45",
  inlay: ["#3a2a20", "#80624a", "#2f2118"],
  glow: "#fff0cf",
  lining: ["#b3aa9c", "#e2dacb"],
  map: ["#e9ece8", "#b9c6bd"],
};

const GREY: CabinTrim = {
  leather: "#55595f",
  leatherDark: "#303338",
  leatherLight: "#7c8188",
  stitch: "#b8bdc3",
  pad: "#202225",
  padLight: "#45484d",
  inlay: ["#0d0e10", "#4a4d52", "#08090a"],
  glow: "#7fe3d4",
  lining: ["#9c9c9b", "#cfcecb"],
  map: ["#141b1d", "#32494a"],
};

export function pickTrim(random: Random): CabinTrim {
  return pick(random, [BLACK, COGNAC, BEIGE, GREY]);
}
