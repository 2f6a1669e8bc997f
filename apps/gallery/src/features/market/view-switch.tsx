"use client";

import { RadioGroup } from "@oto/ui";
import { LayoutGrid, Map as MapIcon, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MarketViewName } from "./market-params";
import { MARKET_VIEWS } from "./market-params";

const ICON = {
  cards: <LayoutGrid aria-hidden="true" />,
  table: <Rows3 aria-hidden="true" />,
  map: <MapIcon aria-hidden="true" />,
};

interface ViewSwitchProps {
  view: MarketViewName;
  onChange: (view: MarketViewName) => void;
}

/** Cards, a dense list, or a map of provinces. */
export function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  const t = useTranslations("market");
  return (
    <RadioGroup
      variant="segments"
      label={t("view")}
      value={view}
      className="shrink-0"
      onValueChange={onChange}
      options={MARKET_VIEWS.map((value) => ({
        value,
        label: <span className="sr-only">{t(`views.${value}`)}</span>,
        icon: ICON[value],
      }))}
    />
  );
}
