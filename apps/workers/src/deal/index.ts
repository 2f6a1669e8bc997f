import { confirmSilentDealsSchedule } from "./confirm-silent-deals.schedule";
import { showDueRatingsSchedule } from "./show-due-ratings.schedule";
import { sweepAbandonedDocumentsSchedule } from "./sweep-abandoned-documents.schedule";
import { weighDueTrustSchedule } from "./weigh-due-trust.schedule";
import { weighTrustWhenNegotiationMoves } from "./weigh-trust-when-negotiation-moves.consumer";

/** Who is told of a deal is decided in the notification folder. */
export const dealConsumers = [weighTrustWhenNegotiationMoves] as const;
export const dealSchedules = [
  confirmSilentDealsSchedule,
  showDueRatingsSchedule,
  sweepAbandonedDocumentsSchedule,
  weighDueTrustSchedule,
] as const;
