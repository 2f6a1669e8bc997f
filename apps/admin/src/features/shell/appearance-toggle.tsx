"use client";

import { ThemeToggle } from "@oto/ui";
import { useTranslations } from "next-intl";

/** Light, dark, or as the system has it. */
export function AppearanceToggle() {
  const t = useTranslations("shell");
  return (
    <ThemeToggle
      labels={{
        toggle: t("theme"),
        light: t("themeLight"),
        dark: t("themeDark"),
        system: t("themeSystem"),
      }}
    />
  );
}
