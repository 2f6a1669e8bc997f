"use client";

import type { Currency, Side } from "@oto/domain";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useFormats } from "../labels/use-formats";
import type { MessageView } from "./chat-views";

type SystemLine = NonNullable<MessageView["system"]>;

const CURRENCIES: readonly Currency[] = ["TRY", "EUR", "USD"];

/** Says in words what a system line tells, from the reader's side where one is known. */
export function useSystemText(): (system: SystemLine, side: Side | null) => string {
  const t = useTranslations("chat");
  const { money } = useFormats();
  return useCallback(
    ({ event, facts }, side) => {
      const key = `system.${event}`;
      if (!t.has(key)) return t("system.other");
      const amount = (fact: string): string => {
        const value = facts[fact];
        const currency = CURRENCIES.find((code) => code === facts.currency);
        return typeof value === "number" && currency !== undefined
          ? money({ amount: value, currency })
          : "";
      };
      // Offers begin with the buyer; every other move says whose it was.
      const by: Side = facts.by === "SELLER" ? "SELLER" : "BUYER";
      const theirs = by === "SELLER" ? "seller" : "buyer";
      return t(key, {
        who: by === side ? "mine" : theirs,
        amount: amount("amount"),
        from: amount("fromAmount"),
        to: amount("toAmount"),
      });
    },
    [money, t],
  );
}
