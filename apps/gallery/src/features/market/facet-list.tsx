"use client";

import { Button, CheckboxList, FilterSection, foldText, Input, Skeleton } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormats } from "../labels/use-formats";
import type { ListParam } from "./market-params";
import type { FacetChoice } from "./market-views";
import type { MarketSearch } from "./use-market-search";

const SHORT = 7;
/** From so many choices on one finds them by typing. */
const SEARCHED = 14;

interface FacetListProps {
  param: ListParam;
  search: MarketSearch;
  defaultOpen?: boolean;
}

/** The most frequent first, what is chosen always among them. */
function shortened(choices: readonly FacetChoice[], chosen: readonly string[]): FacetChoice[] {
  return choices.filter(({ value }, index) => index < SHORT || chosen.includes(value));
}

/** The choices of one filter with how many vehicles each would leave. */
export function FacetList({ param, search, defaultOpen = true }: FacetListProps) {
  const t = useTranslations("market");
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState("");
  const choices = search.facets?.[param] ?? [];
  const chosen = search.chosen(param);
  if (search.query.isPending && defaultOpen) {
    return (
      <FilterSection title={t(`filter.${param}`)}>
        <Skeleton className="h-72 w-full" />
      </FilterSection>
    );
  }
  if (choices.length === 0) return null;
  const wanted = foldText(typed.trim());
  const found =
    wanted === "" ? choices : choices.filter(({ label }) => foldText(label).includes(wanted));
  const shown = all || wanted !== "" ? found : shortened(found, chosen);
  const labels = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return (
    <FilterSection
      title={t(`filter.${param}`)}
      summary={labels.join(", ")}
      defaultOpen={defaultOpen || chosen.length > 0}
    >
      {all && choices.length > SEARCHED ? (
        <Input
          type="search"
          aria-label={t("facetSearch", { name: t(`filter.${param}`) })}
          placeholder={t("facetSearchHint")}
          className="mb-2"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
      <CheckboxList
        label={t(`filter.${param}`)}
        options={shown.map(({ value, label, count }) => ({
          value,
          label,
          trailing: formats.number(count),
        }))}
        value={chosen}
        onValueChange={(values) => search.choose(param, values)}
        className={all ? "max-h-72 overflow-y-auto" : undefined}
      />
      {choices.length > SHORT ? (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-3 mt-1"
          onClick={() => {
            setAll(!all);
            setTyped("");
          }}
        >
          {all ? t("facetLess") : t("facetMore", { count: choices.length })}
        </Button>
      ) : null}
    </FilterSection>
  );
}
