export const LOCALES = ["tr", "en"] as const;
export type AppLocale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: AppLocale = "tr";

/** Narrows what an address or next-intl says. */
export function toAppLocale(value: string | undefined): AppLocale {
  return LOCALES.find((locale) => locale === value) ?? DEFAULT_LOCALE;
}

/** The locale as `Intl` takes it. */
export const intlLocale = (locale: string): string => (locale === "en" ? "en-GB" : "tr-TR");

/** Address of a page in a language: Turkish at the root, the others below their prefix. */
export function localePath(locale: string, path: string): string {
  if (locale === DEFAULT_LOCALE) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** The address without its language, as both languages share it. */
export function barePath(pathname: string): string {
  const bare = pathname.replace(/^\/(?:tr|en)(?=\/|$)/, "");
  return bare === "" ? "/" : bare;
}
