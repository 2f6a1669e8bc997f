/** The meanings that colour may carry. Never the only carrier: text or a sign stands beside it. */
export const TONES = ["neutral", "brand", "accent", "success", "warn", "danger", "info"] as const;

export type Tone = (typeof TONES)[number];

/** Soft background with readable text of the same hue. */
export const TONE_SOFT: Record<Tone, string> = {
  neutral: "bg-sunken text-ink-muted",
  brand: "bg-brand-soft text-brand-strong",
  accent: "bg-accent-soft text-accent-strong",
  success: "bg-success-soft text-success-strong",
  warn: "bg-warn-soft text-warn-strong",
  danger: "bg-danger-soft text-danger-strong",
  info: "bg-info-soft text-info-strong",
};

/** Full-strength background with its text. */
export const TONE_SOLID: Record<Tone, string> = {
  neutral: "bg-ink text-canvas",
  brand: "bg-brand text-on-brand",
  accent: "bg-accent text-on-accent",
  success: "bg-success text-on-success",
  warn: "bg-warn text-on-warn",
  danger: "bg-danger text-on-danger",
  info: "bg-info text-on-info",
};

/** Text alone, readable on canvas and surface. */
export const TONE_TEXT: Record<Tone, string> = {
  neutral: "text-ink-muted",
  brand: "text-brand-strong",
  accent: "text-accent-strong",
  success: "text-success-strong",
  warn: "text-warn-strong",
  danger: "text-danger-strong",
  info: "text-info-strong",
};

/** The bare colour, for dots, bars and strokes. */
export const TONE_FILL: Record<Tone, string> = {
  neutral: "bg-control",
  brand: "bg-brand",
  accent: "bg-accent",
  success: "bg-success",
  warn: "bg-warn",
  danger: "bg-danger",
  info: "bg-info",
};
