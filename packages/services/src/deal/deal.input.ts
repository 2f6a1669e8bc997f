import {
  dealStepField,
  dealStepStateField,
  disputeOutcomeField,
  disputeReasonField,
  disputeTextField,
  ratingCommentField,
  settlementNoteField,
  sideField,
  starsField,
  stepNoteField,
  stepPlaceField,
  stepReferenceField,
} from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

/** Input of `deal.get`, `deal.confirm` and `deal.withdrawDispute`. A deal bears its reservation's id. */
export const dealIdInput = z.strictObject({ dealId: z.uuid() });
export type DealIdInput = z.infer<typeof dealIdInput>;

/** Input of `deal.list`. */
export const dealListInput = z.strictObject({
  ...pageFields,
  side: sideField.optional(),
  /** Running deals unless said. */
  stage: z.enum(["running", "ended"]).default("running"),
});
export type DealListInput = z.infer<typeof dealListInput>;

/** Input of `deal.setStep`: the step as it shall be; `version` is the one the caller saw, 0 for none. */
export const dealStepInput = dealIdInput.extend({
  step: dealStepField,
  version: z.int().min(0).max(100_000),
  state: dealStepStateField,
  /** The appointment; needed where the state is SCHEDULED. */
  scheduledFor: z.iso.datetime({ offset: true }).nullish(),
  place: stepPlaceField.nullish(),
  reference: stepReferenceField.nullish(),
  note: stepNoteField.nullish(),
});
export type DealStepInput = z.infer<typeof dealStepInput>;

/** Input of `deal.createDocument`: a PDF or a photo about to be uploaded. */
export const dealDocumentInput = dealIdInput.extend({
  step: dealStepField.nullish(),
  fileName: z.string().trim().min(1).max(255),
  contentType: z
    .string()
    .max(100)
    .transform((type) => type.trim().toLowerCase()),
  /** Exact bytes. */
  size: z
    .int()
    .min(1)
    .max(2 ** 40),
});
export type DealDocumentInput = z.infer<typeof dealDocumentInput>;

/** Input of what is done with a document. */
export const dealDocumentRef = z.strictObject({ documentId: z.uuid() });
export type DealDocumentRef = z.infer<typeof dealDocumentRef>;

/** Input of `deal.rate`; a second call within the time for it changes the rating. */
export const dealRateInput = dealIdInput.extend({
  stars: starsField,
  communication: starsField.nullish(),
  accuracy: starsField.nullish(),
  punctuality: starsField.nullish(),
  comment: ratingCommentField.nullish(),
});
export type DealRateInput = z.infer<typeof dealRateInput>;

/** Input of `deal.dispute`. */
export const dealDisputeInput = dealIdInput.extend({
  reason: disputeReasonField,
  text: disputeTextField,
});
export type DealDisputeInput = z.infer<typeof dealDisputeInput>;

/** Input of `deal.log`. */
export const dealLogInput = dealIdInput.extend({ format: z.enum(["json", "pdf"]) });
export type DealLogInput = z.infer<typeof dealLogInput>;

/** Input of `admin.disputes.list`. */
export const disputeListInput = z.strictObject({
  ...pageFields,
  open: z.boolean().optional(),
});
export type DisputeListInput = z.infer<typeof disputeListInput>;

/** Input of `admin.disputes.get`. */
export const disputeIdInput = z.strictObject({ disputeId: z.uuid() });
export type DisputeIdInput = z.infer<typeof disputeIdInput>;

/** Input of `admin.disputes.log`. */
export const disputeLogInput = disputeIdInput.extend({ format: z.enum(["json", "pdf"]) });
export type DisputeLogInput = z.infer<typeof disputeLogInput>;

/** Input of `admin.disputes.documentUrl`. */
export const disputeDocumentInput = disputeIdInput.extend({ documentId: z.uuid() });
export type DisputeDocumentInput = z.infer<typeof disputeDocumentInput>;

/** Input of `admin.disputes.settle`. */
export const disputeSettleInput = z.strictObject({
  disputeId: z.uuid(),
  outcome: disputeOutcomeField,
  /** With whom the fault lies, if with anybody; counts in that gallery's trust. */
  faultSide: sideField.nullish(),
  note: settlementNoteField,
});
export type DisputeSettleInput = z.infer<typeof disputeSettleInput>;
