import type { Currency, Locale } from "../values";
import type { Money } from "./money";
import { MAX_AMOUNT } from "./money";

const SYMBOLS: Record<Currency, string> = { TRY: "₺", EUR: "€", USD: "$" };

function decimals(fraction: 0 | 2, locale: Locale): Intl.NumberFormat {
  return new Intl.NumberFormat(locale === "tr" ? "tr-TR" : "en-US", {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  });
}

const FORMATS = {
  tr: { 0: decimals(0, "tr"), 2: decimals(2, "tr") },
  en: { 0: decimals(0, "en"), 2: decimals(2, "en") },
} as const;

/** `1.245.000 ₺` in Turkish, `₺1,245,000` in English; the fraction is shown only when there is one. */
export function formatMoney(value: Money, locale: Locale = "tr"): string {
  const digits = FORMATS[locale][value.amount % 100 === 0 ? 0 : 2].format(
    Math.abs(value.amount) / 100,
  );
  const sign = value.amount < 0 ? "-" : "";
  const symbol = SYMBOLS[value.currency];
  return locale === "tr" ? `${sign}${digits} ${symbol}` : `${sign}${symbol}${digits}`;
}

const CURRENCY_WORDS: readonly (readonly [RegExp, Currency])[] = [
  [/₺|türk lirası|lira|try|tl/g, "TRY"],
  [/€|euro|eur|avro/g, "EUR"],
  [/\$|usd|dolar|dollar/g, "USD"],
];

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/(milyar|mlr)$/, 1_000_000_000],
  [/(milyon|mln|mn|m)$/, 1_000_000],
  [/(bin|b|k)$/, 1_000],
];

/** Reads the digits with Turkish or English separators; with a unit behind it `1.245` has a fraction. */
function readNumber(text: string, hasScale: boolean): number | null {
  if (!/^\d[\d.,]*$/.test(text)) return null;
  const grouped = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.exec(text);
  if (grouped && !(hasScale && text.length <= 7)) return Number(text.replace(/[.,]/g, ""));
  const split = /^(.*?)(?:[.,](\d{1,3}))?$/.exec(text);
  const whole = split?.[1] ?? "";
  const fraction = split?.[2] ?? "";
  if (fraction.length > 2 && !hasScale) return null;
  if (!/^\d+$/.test(whole) && !/^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(whole)) return null;
  return Number(`${whole.replace(/[.,]/g, "")}.${fraction || "0"}`);
}

/**
 * Reads what a dealer types for an amount: `1.245.000`, `1.245.000,50 TL`, `1245000`,
 * `1,2 milyon`, `900 bin`, `900k`, `€ 25.000`. Returns null when it is no amount of zero or more.
 */
export function parseMoneyInput(text: string, currency: Currency = "TRY"): Money | null {
  let rest = text.toLowerCase().replace(/[\s\u00a0\u202f'’]+/g, "");
  let found = currency;
  for (const [words, code] of CURRENCY_WORDS) {
    const without = rest.replace(words, "");
    if (without !== rest) {
      found = code;
      rest = without;
      break;
    }
  }
  let scale = 1;
  for (const [words, factor] of SCALES) {
    const without = rest.replace(words, "");
    if (without !== rest) {
      scale = factor;
      rest = without;
      break;
    }
  }
  const value = readNumber(rest, scale > 1);
  if (value === null) return null;
  const amount = Math.round(value * scale * 100);
  return Number.isSafeInteger(amount) && amount <= MAX_AMOUNT ? { amount, currency: found } : null;
}
