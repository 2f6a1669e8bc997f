const STEPS = 4096;
const BRIGHTEST = 16;

/** Filmic curve (K. Narkowicz's fit of ACES) and the sRGB transfer function, as a table. */
const TABLE = Float32Array.from({ length: STEPS }, (_, i) => {
  const v = (i / (STEPS - 1)) ** 2 * BRIGHTEST * 0.72;
  const film = Math.min(1, (v * (2.51 * v + 0.03)) / (v * (2.43 * v + 0.59) + 0.14));
  const display = film <= 0.0031308 ? film * 12.92 : 1.055 * film ** (1 / 2.4) - 0.055;
  return display * 255;
});

/** Display value (0..255, not rounded) of linear light. */
export function toDisplay(light: number): number {
  const at = Math.sqrt(Math.min(1, Math.max(0, light) / BRIGHTEST)) * (STEPS - 1);
  return TABLE[Math.round(at)] ?? 255;
}
