export const LOCALES = ["tr", "en"] as const;
export type AppLocale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: AppLocale = "tr";
export const LOCALE_COOKIE = "locale";

/** Names of the languages in themselves, for the switch. */
export const LOCALE_NAMES = [
  { code: "tr", name: "Türkçe" },
  { code: "en", name: "English" },
] as const satisfies readonly { code: AppLocale; name: string }[];

/** Narrows what a cookie or next-intl says. */
export function toAppLocale(value: string | undefined): AppLocale {
  return LOCALES.find((locale) => locale === value) ?? DEFAULT_LOCALE;
}

/** The locale as `Intl` takes it. */
export const intlLocale = (locale: string): string => (locale === "en" ? "en-GB" : "tr-TR");
