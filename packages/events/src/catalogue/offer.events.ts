import { defineEvent, fields } from "../define-event";

const parties = {
  vehicleId: fields.id,
  buyerGalleryId: fields.id,
  sellerGalleryId: fields.id,
} as const;
const round = { ...parties, offerId: fields.id, round: fields.round } as const;
const money = { amount: fields.amount, currency: fields.currency } as const;

const proposed = <const Name extends string>(name: Name) =>
  defineEvent({ name, version: 1, aggregate: "offer", payload: { ...round, ...money } });
const ended = <const Name extends string>(name: Name) =>
  defineEvent({ name, version: 1, aggregate: "offer", payload: { ...round, by: fields.side } });

export const offerCreated = proposed("offer.created");
export const offerCountered = defineEvent({
  name: "offer.countered",
  version: 1,
  aggregate: "offer",
  payload: { ...round, ...money, by: fields.side },
});
export const offerAccepted = defineEvent({
  name: "offer.accepted",
  version: 1,
  aggregate: "offer",
  payload: {
    ...round,
    ...money,
    by: fields.side,
    reservationId: fields.id,
    reservedUntil: fields.instant,
  },
});
export const offerRejected = ended("offer.rejected");
export const offerWithdrawn = ended("offer.withdrawn");
export const offerExpired = defineEvent({
  name: "offer.expired",
  version: 1,
  aggregate: "offer",
  payload: round,
});
/** Ended by something outside the negotiation: a rival was accepted, the vehicle left the market. */
export const offerClosed = defineEvent({
  name: "offer.closed",
  version: 1,
  aggregate: "offer",
  payload: { ...round, reason: fields.reason },
});
/** The clock of the latest proposal has that share left, and `side` has not answered yet. */
export const offerReminded = defineEvent({
  name: "offer.reminded",
  version: 1,
  aggregate: "offer",
  payload: { ...round, side: fields.side, share: fields.share, expiresAt: fields.instant },
});
/** The vehicle's price moved while the negotiation was open; `amount` is the latest proposal. */
export const offerAskingPriceChanged = defineEvent({
  name: "offer.asking_price_changed",
  version: 1,
  aggregate: "offer",
  payload: { ...round, ...money, fromAmount: fields.amount, toAmount: fields.amount },
});
/** A buyer who lost to a rival may bid again; `amount` is the last that they offered. */
export const offerVehicleReturned = defineEvent({
  name: "offer.vehicle_returned",
  version: 1,
  aggregate: "offer",
  payload: { ...round, ...money, reservationId: fields.id },
});

const reservation = { ...parties, reservationId: fields.id, offerId: fields.id } as const;
const reservationEvent = <const Name extends string>(name: Name) =>
  defineEvent({ name, version: 1, aggregate: "reservation", payload: reservation });

export const reservationCompleted = reservationEvent("reservation.completed");
export const reservationExpired = reservationEvent("reservation.expired");
export const reservationCancelled = defineEvent({
  name: "reservation.cancelled",
  version: 1,
  aggregate: "reservation",
  payload: { ...reservation, by: fields.side, reason: fields.reason },
});
export const reservationExtensionRequested = defineEvent({
  name: "reservation.extension_requested",
  version: 1,
  aggregate: "reservation",
  payload: { ...reservation, by: fields.side, until: fields.instant },
});
export const reservationExtended = defineEvent({
  name: "reservation.extended",
  version: 1,
  aggregate: "reservation",
  payload: { ...reservation, until: fields.instant },
});
export const reservationExtensionDeclined = defineEvent({
  name: "reservation.extension_declined",
  version: 1,
  aggregate: "reservation",
  payload: { ...reservation, by: fields.side },
});
/** That share of the reservation's time is left. */
export const reservationReminded = defineEvent({
  name: "reservation.reminded",
  version: 1,
  aggregate: "reservation",
  payload: { ...reservation, share: fields.share, expiresAt: fields.instant },
});
