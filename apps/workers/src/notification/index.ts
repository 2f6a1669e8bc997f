import { collectDigestsSchedule } from "./collect-digests.schedule";
import { feedScreensWhenSomethingChanges } from "./feed-screens-when-something-changes.consumer";
import { notifyPartiesWhenDealMoves } from "./notify-parties-when-deal-moves.consumer";
import { notifyPartiesWhenOfferMoves } from "./notify-parties-when-offer-moves.consumer";
import { notifyPartiesWhenReservationMoves } from "./notify-parties-when-reservation-moves.consumer";

export const notificationConsumers = [
  feedScreensWhenSomethingChanges,
  notifyPartiesWhenDealMoves,
  notifyPartiesWhenOfferMoves,
  notifyPartiesWhenReservationMoves,
] as const;

export const notificationSchedules = [collectDigestsSchedule] as const;
