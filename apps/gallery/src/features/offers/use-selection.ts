"use client";

import { OFFER_BULK_LIMIT } from "@oto/domain";
import { useCallback, useMemo, useState } from "react";
import type { OfferCardView } from "./offer-views";

/** Offers that can be rejected: it is the caller's turn, and nothing has run out. */
export const isSelectable = (offer: OfferCardView) => offer.status === "OPEN" && offer.myTurn;

export interface OfferSelection {
  /** Those chosen that still stand as they were chosen. */
  chosen: OfferCardView[];
  has: (offer: OfferCardView) => boolean;
  toggle: (offer: OfferCardView) => void;
  chooseAll: () => void;
  clear: () => void;
}

/**
 * The offers chosen among those shown. One that the other side has moved since is no longer chosen:
 * nobody rejects what they have not seen.
 */
export function useSelection(shown: readonly OfferCardView[]): OfferSelection {
  const [rounds, setRounds] = useState<ReadonlyMap<string, number>>(new Map());
  const chosen = useMemo(
    () => shown.filter((offer) => isSelectable(offer) && rounds.get(offer.offerId) === offer.round),
    [rounds, shown],
  );
  const toggle = useCallback((offer: OfferCardView) => {
    if (!isSelectable(offer)) return;
    setRounds((known) => {
      const next = new Map(known);
      if (next.get(offer.offerId) === offer.round) next.delete(offer.offerId);
      else if (next.size < OFFER_BULK_LIMIT) next.set(offer.offerId, offer.round);
      return next;
    });
  }, []);
  return {
    chosen,
    has: ({ offerId, round }) => rounds.get(offerId) === round,
    toggle,
    chooseAll: () =>
      setRounds(
        new Map(
          shown
            .filter(isSelectable)
            .slice(0, OFFER_BULK_LIMIT)
            .map(({ offerId, round }) => [offerId, round]),
        ),
      ),
    clear: () => setRounds(new Map()),
  };
}
