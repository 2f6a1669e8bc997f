import type { Color } from "@oto/domain";

/** A paint in light, in the plane and in shade. */
export interface Paint {
  light: string;
  base: string;
  dark: string;
}

const paint = (light: string, base: string, dark: string): Paint => ({ light, base, dark });

/** The contract's colours as paints. */
export const PAINTS: Record<Color, Paint> = {
  WHITE: paint("#ffffff", "#e6e9ec", "#a9afb6"),
  BLACK: paint("#5b6067", "#1d2024", "#08090a"),
  GREY: paint("#a5abb2", "#666c74", "#33373c"),
  SILVER: paint("#f0f2f4", "#b9bfc6", "#7a8088"),
  BLUE: paint("#6f9fe0", "#1f55a5", "#0d2750"),
  RED: paint("#f0655c", "#b3151c", "#560a0e"),
  GREEN: paint("#6fae86", "#1f5a3c", "#0d2b1c"),
  BROWN: paint("#a9826a", "#5e3f2d", "#2d1c13"),
  BEIGE: paint("#f3e8d5", "#cdb894", "#8c7a58"),
  YELLOW: paint("#ffe680", "#eab308", "#8f6a04"),
  ORANGE: paint("#ffb072", "#e0661b", "#7d330a"),
  PURPLE: paint("#a98bd6", "#5a3791", "#2a1848"),
  GOLD: paint("#f2dfa3", "#b9963f", "#6b5420"),
  BURGUNDY: paint("#a85563", "#5f1420", "#2c080e"),
  OTHER: paint("#9fc3c9", "#3f7f8a", "#1c3f46"),
};
