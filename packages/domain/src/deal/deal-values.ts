import { z } from "zod";

/** A deal runs from the acceptance until both sides have confirmed it, or its reservation ended. */
export const DEAL_STATUSES = ["OPEN", "COMPLETED", "CANCELLED", "EXPIRED"] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

/** The checklist, in the order in which a sale usually goes. */
export const DEAL_STEPS = ["EKSPERTIZ", "SECURE_PAYMENT", "NOTER", "HANDOVER"] as const;
export type DealStepKind = (typeof DEAL_STEPS)[number];

export const DEAL_STEP_STATES = ["OPEN", "SCHEDULED", "DONE", "NOT_NEEDED"] as const;
export type DealStepState = (typeof DEAL_STEP_STATES)[number];

export const DISPUTE_REASONS = [
  "NOT_AS_DESCRIBED",
  "PAYMENT",
  "DOCUMENTS",
  "NO_SHOW",
  "DAMAGE",
  "OTHER",
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

export const DISPUTE_STATUSES = ["OPEN", "SETTLED", "WITHDRAWN"] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

/** How the platform settles a dispute: the deal goes on, or it is called off. */
export const DISPUTE_OUTCOMES = ["CONTINUE", "CANCEL"] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** A file of a deal: announced, checked, taken away again. */
export const DEAL_DOCUMENT_STATES = ["PENDING", "READY", "REMOVED"] as const;
export type DealDocumentState = (typeof DEAL_DOCUMENT_STATES)[number];

export const dealStatusField = z.enum(DEAL_STATUSES);
export const dealStepField = z.enum(DEAL_STEPS);
export const dealStepStateField = z.enum(DEAL_STEP_STATES);
export const disputeReasonField = z.enum(DISPUTE_REASONS);
export const disputeOutcomeField = z.enum(DISPUTE_OUTCOMES);
