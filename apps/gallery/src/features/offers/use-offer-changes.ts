"use client";

import type { Money } from "@oto/domain";
import { useState } from "react";
import type { OfferView } from "./offer-views";

interface OfferChange {
  before: Money;
  after: Money;
  status: OfferView["status"];
}

/**
 * What the other side (or the clock) has changed while the page was on the screen, until the
 * reader has taken note of it. One's own moves are no news.
 */
export function useOfferChanges(offer: OfferView): {
  change: OfferChange | null;
  dismiss: () => void;
} {
  const [seen, setSeen] = useState({ offer, change: null as OfferChange | null });
  const { round, status } = offer;
  if (seen.offer.offerId === offer.offerId) {
    if (seen.offer.round !== round || seen.offer.status !== status) {
      const mine =
        status === "OPEN" ? offer.rounds.at(-1)?.mine === true : offer.closedBy === offer.side;
      const change = mine ? null : { before: seen.offer.amount, after: offer.amount, status };
      setSeen({ offer, change });
    }
  } else {
    setSeen({ offer, change: null });
  }
  return { change: seen.change, dismiss: () => setSeen({ offer, change: null }) };
}
