"use client";

import { provinceByCode } from "@oto/domain";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { ListParam, MarketChange, MarketState } from "./market-params";
import { FLAG_PARAMS, LIST_PARAMS, MINOR, RANGE_ENDS, RANGE_PARAMS } from "./market-params";
import type { MarketSearch } from "./use-market-search";

interface FilterLabel {
  id: string;
  label: string;
  /** The change that lets it go. */
  gone: MarketChange;
}

/** The name of a value of a list whose values have no words of their own (makes, galleries). */
type NameOf = (param: ListParam | "gallery", value: string) => string | undefined;

/** Lists whose values have their names from the API, not from the catalogue of words. */
const NAMED: readonly ListParam[] = ["make", "series", "model", "trim"];
const WORDS: Partial<Record<ListParam, string>> = { damage: "damageStatus" };

/** Names every filter of a search for people. */
export function useFilterLabels(): (state: MarketState, nameOf: NameOf) => FilterLabel[] {
  const t = useTranslations("market");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const write = {
    price: (value: number) => formats.money({ amount: value * MINOR, currency: "TRY" }),
    year: String,
    km: formats.km,
    engine: (value: number) => `${formats.number(value)} cc`,
    power: (value: number) => `${formats.number(value)} hp`,
  };
  const wordOf = (param: ListParam, value: string): string => {
    if (NAMED.includes(param)) return t(`filter.${param}`);
    if (param === "province") return provinceByCode(Number(value))?.name ?? value;
    return domain(`${WORDS[param] ?? param}.${value}`);
  };
  return (state, nameOf) => {
    const found: FilterLabel[] = [];
    const add = (id: string, label: string, gone: MarketChange) => found.push({ id, label, gone });
    for (const param of LIST_PARAMS) {
      for (const value of state[param] ?? []) {
        const rest = (state[param] ?? []).filter((other) => other !== value);
        const gone = { [param]: rest.length > 0 ? rest : null };
        add(`${param}:${value}`, nameOf(param, value) ?? wordOf(param, value), gone);
      }
    }
    for (const param of RANGE_PARAMS) {
      const [min, max] = RANGE_ENDS[param];
      const [low, high] = [state[min], state[max]];
      if (low === null && high === null) continue;
      const ends = [low, high].map((end) => (end === null ? "…" : write[param](end)));
      const label = ends[0] === ends[1] ? `${ends[0]}` : ends.join(" – ");
      add(param, label, { [min]: null, [max]: null });
    }
    for (const flag of FLAG_PARAMS) if (state[flag]) add(flag, t(`flag.${flag}`), { [flag]: null });
    if (state.maxPaintedPanels !== null) {
      const label = t("maxPainted", { count: state.maxPaintedPanels });
      add("maxPaintedPanels", label, { maxPaintedPanels: null });
    }
    if (state.trustMin !== null) {
      add("trustMin", t("trustMin", { score: state.trustMin }), { trustMin: null });
    }
    if (state.near !== null && state.nearKm !== null) {
      const name = provinceByCode(state.near)?.name ?? "";
      const label = t("nearOf", { name, km: formats.number(state.nearKm) });
      add("near", label, { near: null, nearKm: null });
    }
    if (state.listedSinceDays !== null) {
      const label = t("lastDays", { days: state.listedSinceDays });
      add("listedSinceDays", label, { listedSinceDays: null });
    }
    if (state.gallery !== null) {
      const label = nameOf("gallery", state.gallery) ?? t("filter.gallery");
      add("gallery", label, { gallery: null });
    }
    return found;
  };
}

interface ActiveFilter {
  id: string;
  label: string;
  remove: () => void;
}

/** What was chosen by hand, each with its name and the way to let it go. */
export function useActiveFilters({ change, facets, items, state }: MarketSearch): ActiveFilter[] {
  const labels = useFilterLabels();
  const nameOf: NameOf = (param, value) =>
    param === "gallery"
      ? items.find(({ gallery }) => gallery.id === value)?.gallery.name
      : facets?.[param].find((choice) => choice.value === value)?.label;
  return labels(state, nameOf).map(({ gone, id, label }) => ({
    id,
    label,
    remove: () => change(gone),
  }));
}
