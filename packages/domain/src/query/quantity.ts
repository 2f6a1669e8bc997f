import type { Token } from "./token";

export type Unit = "km" | "tl" | "hp" | "litre" | "cc" | "model" | "foreign";

/** A number as it stands in a query, with its scale (`bin`, `milyon`) and unit. */
export interface Quantity {
  value: number;
  /** Factor already in `value`; 1 when no scale word follows. */
  scale: number;
  /** Digits behind the decimal mark. */
  decimals: number;
  /** Written with thousand separators. */
  grouped: boolean;
  unit: Unit | null;
  /** Index behind the last word read. */
  next: number;
}

const SCALES: Readonly<Record<string, number>> = {
  bin: 1000,
  bine: 1000,
  binden: 1000,
  binin: 1000,
  k: 1000,
  milyon: 1_000_000,
  milyona: 1_000_000,
  milyondan: 1_000_000,
  milyonun: 1_000_000,
  mio: 1_000_000,
  mln: 1_000_000,
  mn: 1_000_000,
  m: 1_000_000,
};
/** Read as a scale or a unit only right behind a number: alone they are parts of model names. */
const GLUED_ONLY = new Set(["m", "l", "k"]);

const UNITS: Readonly<Record<string, Unit>> = {
  km: "km",
  kms: "km",
  kilometre: "km",
  kilometrede: "km",
  kmde: "km",
  tl: "tl",
  try: "tl",
  lira: "tl",
  liraya: "tl",
  "₺": "tl",
  hp: "hp",
  bg: "hp",
  ps: "hp",
  beygir: "hp",
  beygirlik: "hp",
  lt: "litre",
  l: "litre",
  litre: "litre",
  cc: "cc",
  model: "model",
  modeli: "model",
  modeller: "model",
  "€": "foreign",
  euro: "foreign",
  eur: "foreign",
  $: "foreign",
  usd: "foreign",
  dolar: "foreign",
};

const NUMBER_NAMES: Readonly<Record<string, number>> = {
  bir: 1,
  iki: 2,
  uc: 3,
  dort: 4,
  bes: 5,
  yuz: 100,
};

function look<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function readDigits(text: string): Pick<Quantity, "value" | "decimals" | "grouped"> | null {
  if (/^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(text)) {
    return { value: Number(text.replace(/[.,]/g, "")), decimals: 0, grouped: true };
  }
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const fraction = match[2] ?? "";
  return {
    value: Number(`${match[1]}.${fraction || "0"}`),
    decimals: fraction.length,
    grouped: false,
  };
}

function scaleAt(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index];
  if (!token || (GLUED_ONLY.has(token.folded) && !token.glued)) return undefined;
  return look(SCALES, token.folded);
}

function unitAt(tokens: readonly Token[], index: number): Unit | undefined {
  const token = tokens[index];
  if (!token || (GLUED_ONLY.has(token.folded) && !token.glued)) return undefined;
  return look(UNITS, token.folded);
}

/** The number itself, as digits or as one of the few names used before `bin` and `milyon`. */
function readStart(tokens: readonly Token[], index: number) {
  const token = tokens[index];
  if (!token) return null;
  const digits = readDigits(token.folded);
  if (digits) return digits;
  const named = look(NUMBER_NAMES, token.folded);
  if (named === undefined) return null;
  const scaleFollows =
    scaleAt(tokens, index + 1) !== undefined || tokens[index + 1]?.folded === "bucuk";
  return scaleFollows ? { value: named, decimals: 0, grouped: false } : null;
}

/** Reads `150 bin km`, `1,2 milyon`, `1 milyon 250 bin TL`, `bir buçuk milyon`, `₺ 900.000`. */
export function readQuantity(tokens: readonly Token[], from: number): Quantity | null {
  const signed = tokens[from]?.folded === "₺";
  let next = signed ? from + 1 : from;
  const start = readStart(tokens, next);
  if (!start) return null;
  next += 1;
  let { value } = start;
  if (tokens[next]?.folded === "bucuk" && scaleAt(tokens, next + 1) !== undefined) {
    value += 0.5;
    next += 1;
  }
  const scale = scaleAt(tokens, next) ?? 1;
  if (scale > 1) {
    value *= scale;
    next += 1;
    const rest = readStart(tokens, next);
    if (scale === 1_000_000 && rest && rest.value < 1000 && scaleAt(tokens, next + 1) === 1000) {
      value += rest.value * 1000;
      next += 2;
    }
  }
  const unit = unitAt(tokens, next) ?? (signed ? "tl" : null);
  if (unitAt(tokens, next)) next += 1;
  return { ...start, value: Math.round(value * 100) / 100, scale, unit, next };
}
