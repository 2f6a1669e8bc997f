/**
 * A map of tiles: each province is one square, about where it lies among its neighbours. Every
 * province can be seen and pressed, however small it is.
 */
const GRID = `
22 39 34  . 67 74 37 57  .  .  .  .  .  .  .  .
 . 59 77 41 54 78 18 19 55 52 28 61 53  8 75  .
17 10 16 11 81 14 71 66  5 60 29 24 69 25 36  .
 .  .  . 43 26  6 40 50 38 58  . 62 12 49  4 76
35 45 64  .  3  . 68 51  .  . 44 23 21 72 13 65
 .  9 20 15 32 42 70  1 80 46  2  . 47 56 73 30
 . 48  .  .  7  .  . 33 31 79 27 63  .  .  .  .
`;

export interface ProvinceTile {
  /** Plate code. */
  code: number;
  /** From the west, from 0. */
  column: number;
  /** From the north, from 0. */
  row: number;
}

/** The tile of every province, from north to south, each row from west to east. */
export const PROVINCE_TILES: readonly ProvinceTile[] = GRID.trim()
  .split("\n")
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((code, column) => (code === "." ? [] : [{ code: Number(code), column, row }])),
  );
