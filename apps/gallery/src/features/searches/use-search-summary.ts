"use client";

import { useTranslations } from "next-intl";
import { changeOf } from "../market/market-address";
import { EMPTY_STATE } from "../market/market-params";
import type { SavedSearch } from "../market/market-views";
import { useFilterLabels } from "../market/use-active-filters";

/** What a saved search asks for, in one line: its words and its filters. */
export function useSearchSummary({ filters, q }: SavedSearch): string {
  const t = useTranslations("searches");
  const labels = useFilterLabels();
  const state = { ...EMPTY_STATE, ...changeOf({ filters }) };
  const chosen = labels({ ...state, q: "", view: "cards" }, () => undefined);
  return [...(q ? [t("quoted", { words: q })] : []), ...chosen.map(({ label }) => label)].join(
    " · ",
  );
}
