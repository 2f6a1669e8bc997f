import { z } from "zod";
import { defineEvent, fields } from "../define-event";

/** A deal bears the id of its reservation. */
const deal = {
  dealId: fields.id,
  reservationId: fields.id,
  offerId: fields.id,
  vehicleId: fields.id,
  buyerGalleryId: fields.id,
  sellerGalleryId: fields.id,
} as const;
const step = z.enum(["EKSPERTIZ", "SECURE_PAYMENT", "NOTER", "HANDOVER"]);

export const dealStepChanged = defineEvent({
  name: "deal.step_changed",
  version: 1,
  aggregate: "deal",
  payload: {
    ...deal,
    by: fields.side,
    step,
    state: z.enum(["OPEN", "SCHEDULED", "DONE", "NOT_NEEDED"]),
  },
});
export const dealDocumentAdded = defineEvent({
  name: "deal.document_added",
  version: 1,
  aggregate: "deal",
  payload: { ...deal, by: fields.side, documentId: fields.id, step: step.nullable() },
});
export const dealDocumentRemoved = defineEvent({
  name: "deal.document_removed",
  version: 1,
  aggregate: "deal",
  payload: { ...deal, by: fields.side, documentId: fields.id },
});
/** A side has said that the vehicle changed hands; `silent` when the clock said it for that side. */
export const dealConfirmed = defineEvent({
  name: "deal.confirmed",
  version: 1,
  aggregate: "deal",
  payload: { ...deal, by: fields.side, silent: z.boolean() },
});
/** Both sides have confirmed: from here on they may rate each other. */
export const dealCompleted = defineEvent({
  name: "deal.completed",
  version: 1,
  aggregate: "deal",
  payload: deal,
});
export const dealRated = defineEvent({
  name: "deal.rated",
  version: 1,
  aggregate: "deal",
  payload: { ...deal, by: fields.side },
});
/** Both have rated, or the time for it is over: what they said is shown now. */
export const dealRatingsShown = defineEvent({
  name: "deal.ratings_shown",
  version: 1,
  aggregate: "deal",
  payload: deal,
});
/** A side disputes the deal; what it wrote is read from the dispute. */
export const dealDisputed = defineEvent({
  name: "deal.disputed",
  version: 1,
  aggregate: "deal",
  payload: {
    ...deal,
    disputeId: fields.id,
    by: fields.side,
    openedByUserId: fields.id,
    reason: fields.reason,
  },
});
/** A dispute was settled by the platform, or withdrawn (`outcome` null) by who opened it. */
export const dealDisputeEnded = defineEvent({
  name: "deal.dispute_ended",
  version: 1,
  aggregate: "deal",
  payload: {
    ...deal,
    disputeId: fields.id,
    outcome: z.enum(["CONTINUE", "CANCEL"]).nullable(),
  },
});
