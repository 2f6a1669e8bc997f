import { collectDigestsSchedule } from "./collect-digests.schedule";
import { feedScreensWhenSomethingChanges } from "./feed-screens-when-something-changes.consumer";
import { notifyPartiesWhenOfferMoves } from "./notify-parties-when-offer-moves.consumer";
import { notifyPartiesWhenReservationMoves } from "./notify-parties-when-reservation-moves.consumer";

export const notificationConsumers = [
  feedScreensWhenSomethingChanges,
  notifyPartiesWhenOfferMoves,
  notifyPartiesWhenReservationMoves,
] as const;

export const notificationSchedules = [collectDigestsSchedule] as const;
