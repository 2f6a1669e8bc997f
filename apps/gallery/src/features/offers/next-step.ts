import type { OfferView } from "./offer-views";

/** What can happen next, by the name of the sentence that says it. */
export type NextStep = "mine" | "mineFinal" | "theirs" | "theirsSeen" | "theirsFinal";

/** Who has to do what next in an open negotiation; null once nothing can happen any more. */
export function nextStepOf(
  offer: Pick<OfferView, "actions" | "final" | "myTurn" | "rounds" | "status">,
): NextStep | null {
  if (offer.status !== "OPEN" || offer.actions.length === 0) return null;
  if (offer.myTurn) return offer.final ? "mineFinal" : "mine";
  if (offer.final) return "theirsFinal";
  return offer.rounds.at(-1)?.seenAt ? "theirsSeen" : "theirs";
}
