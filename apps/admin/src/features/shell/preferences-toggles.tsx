"use client";

import { LocaleToggle } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { LOCALE_NAMES } from "../../i18n/locale";
import { setLocale } from "../../i18n/set-locale";
import { AppearanceToggle } from "./appearance-toggle";

/** Language and appearance. A new language loads the page anew, with all of its texts. */
export function PreferencesToggles() {
  const t = useTranslations("shell");
  const locale = useLocale();
  return (
    <>
      <LocaleToggle
        locales={LOCALE_NAMES}
        current={locale}
        label={t("language")}
        onChange={(code) => void setLocale(code).then(() => window.location.reload())}
      />
      <AppearanceToggle />
    </>
  );
}
