import { messageText } from "../messages";
import { formatMoney, money } from "../money";
import type { Locale } from "../values";
import type { MarketplaceFilters } from "./marketplace-filters";
import type { NumberKind } from "./number-filters";
import { POWER_TOLERANCE_HP } from "./number-filters";
import { joinTokens, tokenize } from "./token";

/** Which part of the filters a chip set. */
export type ChipKey =
  | NumberKind
  | "make"
  | "series"
  | "model"
  | "province"
  | "district"
  | "fuel"
  | "transmission"
  | "bodyType"
  | "drivetrain"
  | "color"
  | "flawless"
  | "maxPaintedPanels"
  | "warranty"
  | "tradeIn"
  | "hasPhotos"
  | "listedSinceDays"
  | "near"
  | "damage"
  | "trust";

/** Something read from the words of a query, shown as a removable chip. */
export interface Understood {
  key: ChipKey;
  /** The value set: an enum value, an id, a code or `from..to`. */
  value: string;
  /** For people, in the reader's language. */
  label: string;
  /** The words of the query it was read from; give it to `withoutChip`. */
  text: string;
}

type Range = readonly [number | undefined, number | undefined];
type Words = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

const WORDS: Words = {
  flawless: { tr: "Hatasız, boyasız", en: "No paint, nothing replaced" },
  warranty: { tr: "Garantisi süren", en: "Under warranty" },
  tradeIn: { tr: "Takas olur", en: "Trade-in possible" },
  hasPhotos: { tr: "Fotoğraflı", en: "With photos" },
};

function grouped(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === "tr" ? "tr-TR" : "en-US").format(value);
}

function rangeText([low, high]: Range, show: (value: number) => string): string {
  if (low !== undefined && high !== undefined) {
    return low === high ? show(low) : `${show(low)} – ${show(high)}`;
  }
  if (low !== undefined) return `≥ ${show(low)}`;
  return high === undefined ? "" : `≤ ${show(high)}`;
}

function litres(filters: MarketplaceFilters): Range {
  const { engineCcMax: high, engineCcMin: low } = filters;
  const tenth = (value: number) => Math.round(value / 100) / 10;
  return [low === undefined ? low : tenth(low + 49), high === undefined ? high : tenth(high - 49)];
}

/** A power that stood alone carries a tolerance on both sides; people wrote the middle. */
function powers(filters: MarketplaceFilters): Range {
  const { powerHpMax: high, powerHpMin: low } = filters;
  if (low === undefined || high === undefined || high - low !== 2 * POWER_TOLERANCE_HP) {
    return [low, high];
  }
  return [low + POWER_TOLERANCE_HP, low + POWER_TOLERANCE_HP];
}

function numberChip(
  kind: NumberKind,
  filters: MarketplaceFilters,
  locale: Locale,
): { value: string; label: string } {
  const read: Record<NumberKind, { range: Range; show: (value: number) => string }> = {
    year: { range: [filters.yearMin, filters.yearMax], show: String },
    km: { range: [filters.kmMin, filters.kmMax], show: (km) => `${grouped(km, locale)} km` },
    price: {
      range: [filters.priceMin, filters.priceMax],
      show: (amount) => formatMoney(money(amount), locale),
    },
    engine: { range: litres(filters), show: (value) => `${value.toFixed(1)} L` },
    power: { range: powers(filters), show: (hp) => `${hp} hp` },
  };
  const { range, show } = read[kind];
  return { value: range.map((bound) => bound ?? "").join(".."), label: rangeText(range, show) };
}

const LISTS = [
  ["fuels", "fuel"],
  ["transmissions", "transmission"],
  ["bodyTypes", "bodyType"],
  ["drivetrains", "drivetrain"],
  ["colors", "color"],
  ["damageStatuses", "damage"],
] as const;

/** Names what one phrase of the vocabulary set. */
export function phraseChip(
  filters: MarketplaceFilters,
  locale: Locale,
): Pick<Understood, "key" | "value" | "label"> | null {
  for (const [list, key] of LISTS) {
    const values = filters[list];
    if (!values) continue;
    const words = key === "damage" ? "damageStatus" : key;
    const label = values.map((value) => messageText(`${words}.${value}`, locale)).join(" / ");
    return { key, value: values.join(","), label };
  }
  for (const key of ["flawless", "warranty", "tradeIn", "hasPhotos"] as const) {
    if (filters[key]) return { key, value: "true", label: WORDS[key]?.[locale] ?? key };
  }
  if (filters.maxPaintedPanels !== undefined) {
    const count = filters.maxPaintedPanels;
    const label = locale === "tr" ? `En fazla ${count} boyalı` : `At most ${count} painted`;
    return { key: "maxPaintedPanels", value: String(count), label };
  }
  if (filters.trustMin !== undefined) {
    const label = locale === "tr" ? "Güvenilir galeri" : "Trusted gallery";
    return { key: "trust", value: String(filters.trustMin), label };
  }
  if (filters.listedSinceDays !== undefined) {
    const days = filters.listedSinceDays;
    const label = locale === "tr" ? `Son ${days} gün` : `Last ${days} days`;
    return { key: "listedSinceDays", value: String(days), label };
  }
  return filters.kmMax === undefined ? null : { key: "km", ...numberChip("km", filters, locale) };
}

/** Names what a number set. */
export function boundsChip(
  kind: NumberKind,
  filters: MarketplaceFilters,
  locale: Locale,
): Pick<Understood, "key" | "value" | "label"> {
  return { key: kind, ...numberChip(kind, filters, locale) };
}

/**
 * Whether the words of a chip stand in a query. A screen that goes on showing the last answer
 * while the next one is on its way keeps only the chips that its own words still have.
 */
export function hasChip(query: string, chip: Pick<Understood, "text">): boolean {
  const words = new Set(tokenize(query).map((token) => token.folded));
  return tokenize(chip.text).every((token) => words.has(token.folded));
}

/** The query with the words of a chip taken out, for its remove button. */
export function withoutChip(query: string, chip: Pick<Understood, "text">): string {
  const tokens = tokenize(query);
  const gone = tokenize(chip.text).map((token) => token.folded);
  const start = tokens.findIndex((_, at) =>
    gone.every((word, offset) => tokens[at + offset]?.folded === word),
  );
  if (gone.length > 0 && start >= 0) {
    return joinTokens([...tokens.slice(0, start), ...unglue(tokens.slice(start + gone.length))]);
  }
  const left = [...gone];
  const kept = tokens.filter((token) => {
    const at = left.indexOf(token.folded);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return joinTokens(kept.map((token) => ({ ...token, glued: false })));
}

function unglue<T extends { glued: boolean }>(tokens: readonly T[]): T[] {
  return tokens.map((token, index) => (index === 0 ? { ...token, glued: false } : token));
}
