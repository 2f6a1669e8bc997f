"use client";

import type { ComboboxLabels } from "@oto/ui";
import { useTranslations } from "next-intl";

/** The words of a searchable list, around its own placeholder. */
export function useComboboxLabels(): (placeholder: string) => ComboboxLabels {
  const t = useTranslations("common");
  return (placeholder) => ({
    placeholder,
    search: t("comboSearch"),
    empty: t("comboEmpty"),
    loading: t("loading"),
    clear: t("comboClear"),
  });
}
