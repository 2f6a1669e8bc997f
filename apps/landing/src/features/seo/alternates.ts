import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { LOCALES, localePath } from "../../i18n/locale";

/** Canonical address of a page in the reader's language, and the same page in every language. */
export async function alternates(path: string): Promise<Metadata["alternates"]> {
  const locale = await getLocale();
  const languages = Object.fromEntries(LOCALES.map((code) => [code, localePath(code, path)]));
  return {
    canonical: localePath(locale, path),
    languages: { ...languages, "x-default": path },
  };
}
