/** An amount in minor units (kuruş, cents) with its ISO currency code. */
export interface MoneyLike<C extends string = string> {
  amount: number;
  currency: C;
}

interface Separators {
  group: string;
  decimal: string;
}

/** The signs a locale groups and splits numbers with: `.` and `,` in Turkish. */
export function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12345.6);
  const find = (type: string, fallback: string) =>
    parts.find((part) => part.type === type)?.value ?? fallback;
  return { group: find("group", "."), decimal: find("decimal", ",") };
}

/** `1245000` → `1.245.000`; up to `decimals` digits after the decimal sign, none when zero. */
export function formatGrouped(value: number, locale: string, decimals = 0): string {
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: decimals,
    minimumFractionDigits: Number.isInteger(value) ? 0 : decimals,
    useGrouping: true,
  }).format(value);
}

export interface TypedNumber {
  /** The text regrouped: `12450` → `12.450`; a trailing decimal sign is kept while typing. */
  text: string;
  /** What it says, or `null` when it says nothing. */
  value: number | null;
}

/**
 * Reads what a person typed or pasted (`1245000`, `1.245.000`, `1.245.000,50 ₺`) and groups it anew.
 * Signs other than digits and the locale's decimal sign are dropped; digits past 15 too.
 */
export function readTyped(raw: string, locale: string, decimals = 0): TypedNumber {
  const { decimal } = separatorsOf(locale);
  const [wholeRaw = "", ...rest] = raw.split(decimal);
  const whole = wholeRaw
    .replace(/\D/g, "")
    .slice(0, 15)
    .replace(/^0+(?=\d)/, "");
  const fraction = rest.join("").replace(/\D/g, "").slice(0, decimals);
  const split = decimals > 0 && rest.length > 0;
  if (whole === "" && fraction === "") {
    return { text: "", value: null };
  }
  const grouped = formatGrouped(Number(whole === "" ? "0" : whole), locale);
  return {
    text: split ? `${grouped}${decimal}${fraction}` : grouped,
    value: Number(`${whole === "" ? "0" : whole}.${fraction === "" ? "0" : fraction}`),
  };
}

/**
 * Where the caret belongs after regrouping: behind the same count of significant signs
 * (digits and the decimal sign) as before.
 */
export function caretAfter(before: string, caret: number, after: string): number {
  const isSignificant = (sign: string) => /[\d]/.test(sign);
  let seen = [...before.slice(0, caret)].filter(isSignificant).length;
  if (seen === 0) {
    return 0;
  }
  for (const [index, sign] of [...after].entries()) {
    if (isSignificant(sign)) {
      seen -= 1;
    }
    if (seen === 0) {
      // A decimal sign just typed keeps the caret behind it.
      return caret === before.length ? after.length : index + 1;
    }
  }
  return after.length;
}

const SYMBOLS: Record<string, string> = { TRY: "₺", EUR: "€", USD: "$" };

/** The sign of a currency, or its code where it has none here. */
export function currencySign(currency: string): string {
  return SYMBOLS[currency] ?? currency;
}

/**
 * `{ amount: 124500000, currency: "TRY" }` → `1.245.000 ₺` in Turkish, `₺1,245,000` elsewhere.
 * Minor units show only when they are not zero.
 */
export function formatMoney(money: MoneyLike, locale: string): string {
  const decimals = money.amount % 100 === 0 ? 0 : 2;
  const number = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(money.amount / 100);
  const sign = currencySign(money.currency);
  return locale.startsWith("tr") ? `${number}\u00a0${sign}` : `${sign}${number}`;
}
