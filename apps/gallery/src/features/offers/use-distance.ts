"use client";

import type { Money } from "@oto/domain";
import { percentChange } from "@oto/domain";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";

/** Says how far an amount lies from the asking price; nothing where that makes no sense. */
export function useDistance(): (asking: Money, amount: Money) => string | null {
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
