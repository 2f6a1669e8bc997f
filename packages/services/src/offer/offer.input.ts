import {
  offerAmountField,
  offerMessageField,
  offerRoundField,
  offerStatusField,
  sideField,
  validForHoursField,
} from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

/** Input of `offer.create`. */
export const offerCreateInput = z.strictObject({
  vehicleId: z.uuid(),
  amount: offerAmountField,
  message: offerMessageField.optional(),
  validForHours: validForHoursField.optional(),
});
export type OfferCreateInput = z.infer<typeof offerCreateInput>;

/** `round` is the round the caller saw. */
const answer = { offerId: z.uuid(), round: offerRoundField } as const;

/** Input of `offer.counter`; a final offer can be accepted or rejected, not countered. */
export const offerCounterInput = z.strictObject({
  ...answer,
  amount: offerAmountField,
  final: z.boolean().optional(),
  message: offerMessageField.optional(),
  validForHours: validForHoursField.optional(),
});
export type OfferCounterInput = z.infer<typeof offerCounterInput>;

/** Input of `offer.accept`. */
export const offerAcceptInput = z.strictObject(answer);
export type OfferAcceptInput = z.infer<typeof offerAcceptInput>;

/** Input of `offer.reject` and `offer.withdraw`; the message is shown to the other side. */
export const offerEndInput = z.strictObject({ ...answer, message: offerMessageField.optional() });
export type OfferEndInput = z.infer<typeof offerEndInput>;

/** Input of `offer.get` and `offer.history`. */
export const offerIdInput = z.strictObject({ offerId: z.uuid() });
export type OfferIdInput = z.infer<typeof offerIdInput>;

/** Input of `offer.list`; an absent filter does not filter. */
export const offerListInput = z.strictObject({
  ...pageFields,
  /** BUYER: outgoing, SELLER: incoming. */
  side: sideField.optional(),
  /** One state or several; all of them unless given. */
  status: z
    .union([offerStatusField.transform((one) => [one]), z.array(offerStatusField).max(6)])
    .optional(),
  vehicleId: z.uuid().optional(),
  /** Only those that wait for the caller's answer. */
  myTurn: z.boolean().optional(),
});
export type OfferListInput = z.infer<typeof offerListInput>;
