/** Choices that make two cars of one body type look like different models. */
export interface CarStyle {
  /** 0 bars, 1 mesh, 2 closed (as on electric cars), 3 fine slats. */
  grille: number;
  /** 0 slim, 1 angular, 2 rounded with lenses. */
  lamps: number;
  /** Light bar that joins the tail lamps. */
  lightBar: boolean;
  /** Chrome window frame and grille surround; black otherwise. */
  chrome: boolean;
  /** Glass roof panel. */
  glassRoof: boolean;
}

export const SEAM = { stroke: "#050506", width: 0.0075, opacity: 0.85 } as const;
/** Mask colours: red is glass, green is trim, blue is height. */
export const GLASS = "#ff0080";
export const TRIM = "#00ff80";
export const level = (height: number): string =>
  `#0000${Math.max(0, Math.min(255, Math.round(height)))
    .toString(16)
    .padStart(2, "0")}`;
