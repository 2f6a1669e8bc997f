"use client";

import type { Currency } from "@oto/domain";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useFormats } from "../labels/use-formats";
import { useMe } from "../session/session-provider";
import type { MessageView } from "./chat-views";

type SystemLine = NonNullable<MessageView["system"]>;

const CURRENCIES: readonly Currency[] = ["TRY", "EUR", "USD"];

/** Says in words what a system line tells, from the reader's side. */
export function useSystemText(): (system: SystemLine) => string {
  const t = useTranslations("chat");
  const { money } = useFormats();
  const { gallery } = useMe();
  const galleryId = gallery?.id;
  return useCallback(
    ({ event, facts }) => {
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
      const seller = facts.by === "SELLER";
      const mover = seller ? facts.sellerGalleryId : facts.buyerGalleryId;
      const theirs = seller ? "seller" : "buyer";
      return t(key, {
        who: mover === galleryId ? "mine" : theirs,
        amount: amount("amount"),
        from: amount("fromAmount"),
        to: amount("toAmount"),
      });
    },
    [galleryId, money, t],
  );
}
