import {
  OFFER_BULK_LIMIT,
  OFFER_LANES,
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

/** The part of the asking price that an amount is, in percent. */
const percentField = z.int().min(1).max(1000);

/** What narrows lists and boards of negotiations; an absent filter does not filter. */
const offerFilters = {
  /** BUYER: outgoing, SELLER: incoming. */
  side: sideField.optional(),
  vehicleId: z.uuid().optional(),
  /** The other gallery. */
  counterpartId: z.uuid().optional(),
  /** Words of the vehicle's title and the other gallery's name. */
  q: z.string().trim().max(100).optional(),
  /** The latest amount as a share of the asking price. */
  minPercent: percentField.optional(),
  maxPercent: percentField.optional(),
  /** Only those that the caller's gallery has not looked at since they changed. */
  unread: z.boolean().optional(),
} as const;

const OFFER_SORTS = ["updated", "ending", "amount"] as const;

/** Input of `offer.list`. */
export const offerListInput = z.strictObject({
  ...pageFields,
  ...offerFilters,
  /** One state or several; all of them unless given. */
  status: z
    .union([offerStatusField.transform((one) => [one]), z.array(offerStatusField).max(6)])
    .optional(),
  lane: z.enum(OFFER_LANES).optional(),
  /** Only those that wait for the caller's answer. */
  myTurn: z.boolean().optional(),
  /** Latest change first, soonest end first, or highest amount first. */
  sort: z.enum(OFFER_SORTS).default("updated"),
});
export type OfferListInput = Omit<z.output<typeof offerListInput>, "sort"> & {
  sort?: (typeof OFFER_SORTS)[number] | undefined;
};
export type OfferFilters = Pick<
  z.output<typeof offerListInput>,
  keyof typeof offerFilters | "lane" | "myTurn" | "status"
>;

/** Input of `offer.board`. */
export const offerBoardInput = z.strictObject({
  ...offerFilters,
  /** Cards of a lane at most. */
  perLane: z.int().min(1).max(50).default(20),
});
export type OfferBoardInput = z.output<typeof offerBoardInput>;

/** Input of `offer.byVehicle`. */
export const offerByVehicleInput = z.strictObject({ ...pageFields, ...offerFilters });
export type OfferByVehicleInput = z.output<typeof offerByVehicleInput>;

/** Input of `offer.facets`. */
export const offerFacetsInput = z.strictObject({ side: sideField.optional() });
export type OfferFacetsInput = z.output<typeof offerFacetsInput>;

/** Input of `offer.running`. */
export const offerRunningInput = z.strictObject(pageFields);
export type OfferRunningInput = z.output<typeof offerRunningInput>;

/** Input of `offer.compare`. */
export const offerCompareInput = z.strictObject({ vehicleId: z.uuid() });
export type OfferCompareInput = z.output<typeof offerCompareInput>;

/** Input of `offer.rejectMany`; the message goes to each of the other sides. */
export const offerRejectManyInput = z.strictObject({
  offers: z
    .array(z.strictObject({ offerId: z.uuid(), round: offerRoundField }))
    .min(1)
    .max(OFFER_BULK_LIMIT),
  message: offerMessageField.optional(),
});
export type OfferRejectManyInput = z.output<typeof offerRejectManyInput>;
