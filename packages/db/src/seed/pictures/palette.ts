import type { Color } from "@oto/domain";
import type { Light } from "./scenes/scene";

/** Car paint: linear base colour and how much of it comes from metal flakes (0..1). */
export interface CarPaint {
  base: Light;
  flake: number;
}

function linear(hex: string): Light {
  const channel = (at: number): number => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const paint = (hex: string, flake: number): CarPaint => ({ base: linear(hex), flake });

/** Shades as makers sell them: none is a pure primary. */
export const CAR_PAINTS: Record<Color, CarPaint> = {
  WHITE: paint("#eef0f0", 0.08),
  BLACK: paint("#0d0e11", 0.1),
  GREY: paint("#5b6067", 0.6),
  SILVER: paint("#b4b9be", 0.7),
  BLUE: paint("#123f8c", 0.5),
  RED: paint("#a80f18", 0.3),
  GREEN: paint("#1f4a38", 0.5),
  BROWN: paint("#4a3022", 0.55),
  BEIGE: paint("#c2b08f", 0.5),
  YELLOW: paint("#e8b70c", 0.12),
  ORANGE: paint("#d8520f", 0.3),
  PURPLE: paint("#452366", 0.5),
  GOLD: paint("#a98a4c", 0.75),
  BURGUNDY: paint("#4d0d1a", 0.5),
  OTHER: paint("#2f8f95", 0.5),
};
