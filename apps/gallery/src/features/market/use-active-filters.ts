"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { MarketChange } from "./market-params";
import { FLAG_PARAMS, LIST_PARAMS, RANGE_PARAMS } from "./market-params";
import type { MarketSearch } from "./use-market-search";

interface ActiveFilter {
  id: string;
  label: string;
  remove: () => void;
}

const ENDS = {
  price: ["priceMin", "priceMax"],
  year: ["yearMin", "yearMax"],
  km: ["kmMin", "kmMax"],
} as const;

/** What was chosen by hand, each with its name and the way to let it go. */
export function useActiveFilters(search: MarketSearch): ActiveFilter[] {
  const t = useTranslations("market");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const { state, facets, change } = search;
  const active: ActiveFilter[] = [];
  const add = (id: string, label: string, gone: MarketChange) =>
    active.push({ id, label, remove: () => change(gone) });

  for (const param of LIST_PARAMS) {
    const named = param === "make" || param === "series" || param === "province";
    for (const value of state[param] ?? []) {
      const known = facets?.[param].find((choice) => choice.value === value)?.label;
      const label = known ?? (named ? t(`filter.${param}`) : domain(`${param}.${value}`));
      const rest = (state[param] ?? []).filter((other) => other !== value);
      add(`${param}:${value}`, label, { [param]: rest.length > 0 ? rest : null });
    }
  }
  const write = {
    price: (value: number) => formats.money({ amount: value * 100, currency: "TRY" }),
    year: String,
    km: formats.km,
  };
  for (const param of RANGE_PARAMS) {
    const [min, max] = ENDS[param];
    const low = state[min];
    const high = state[max];
    if (low === null && high === null) continue;
    const ends = [low, high].map((end) => (end === null ? "…" : write[param](end)));
    add(param, ends[0] === ends[1] ? `${ends[0]}` : ends.join(" – "), { [min]: null, [max]: null });
  }
  for (const flag of FLAG_PARAMS) if (state[flag]) add(flag, t(`flag.${flag}`), { [flag]: null });
  if (state.maxPaintedPanels !== null) {
    const label = t("maxPainted", { count: state.maxPaintedPanels });
    add("maxPaintedPanels", label, { maxPaintedPanels: null });
  }
  if (state.listedSinceDays !== null) {
    const label = t("lastDays", { days: state.listedSinceDays });
    add("listedSinceDays", label, { listedSinceDays: null });
  }
  if (state.gallery !== null) {
    const name = search.items.find((item) => item.gallery.id === state.gallery)?.gallery.name;
    add("gallery", name ?? t("filter.gallery"), { gallery: null });
  }
  return active;
}
