import type { Tone } from "../foundation/tone";
import type { BodyPart } from "./body-parts";

export type PartPattern = "plain" | "dots" | "stripes" | "cross" | "grid";

/** How a state of a part looks: by colour, by pattern and by a sign, so that none is needed alone. */
export interface PartState<S extends string = string> {
  value: S;
  label: string;
  /** One or two letters on the part. */
  sign: string;
  tone: Tone;
  pattern: PartPattern;
}

export type PartValues<S extends string> = Partial<Record<BodyPart, S>>;

/** Soft ground, strong line and text of a tone, as CSS colours for drawings. */
export const TONE_INK: Record<Tone, { ground: string; line: string }> = {
  neutral: { ground: "var(--sunken)", line: "var(--ink-muted)" },
  brand: { ground: "var(--brand-soft)", line: "var(--brand-strong)" },
  accent: { ground: "var(--accent-soft)", line: "var(--accent-strong)" },
  success: { ground: "var(--success-soft)", line: "var(--success-strong)" },
  warn: { ground: "var(--warn-soft)", line: "var(--warn-strong)" },
  danger: { ground: "var(--danger-soft)", line: "var(--danger-strong)" },
  info: { ground: "var(--info-soft)", line: "var(--info-strong)" },
};
