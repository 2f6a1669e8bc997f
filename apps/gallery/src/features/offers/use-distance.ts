"use client";

import type { Money } from "@oto/domain";
import { percentChange } from "@oto/domain";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";

type Distance = (asking: Money, amount: Money) => string | null;

/** Says how far an amount lies from the asking price; nothing where that makes no sense. */
export function useDistance(): Distance {
  const t = useTranslations("offers");
  const { number } = useFormats();
  return (asking, amount) => {
    if (asking.currency !== amount.currency) return null;
    const change = percentChange(asking, amount);
    if (change === null) return null;
    if (change === 0) return t("distance.same");
    return t(change < 0 ? "distance.below" : "distance.above", {
      percent: number(Math.abs(change)),
    });
  };
}

/** The same in money and percent, for whoever is about to name an amount. */
export function useDifference(): Distance {
  const t = useTranslations("offers");
  const { money, number } = useFormats();
  return (asking, amount) => {
    if (asking.currency !== amount.currency) return null;
    const change = percentChange(asking, amount);
    const difference = amount.amount - asking.amount;
    if (change === null) return null;
    if (difference === 0) return t("distance.same");
    return t(difference < 0 ? "difference.below" : "difference.above", {
      percent: number(Math.abs(change)),
      money: money({ ...asking, amount: Math.abs(difference) }),
    });
  };
}
