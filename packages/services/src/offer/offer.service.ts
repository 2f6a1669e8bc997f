import type { Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { OfferAction, OfferState } from "@oto/domain";
import { createReservation, DomainError, isVehicleOnMarket, nextReminder } from "@oto/domain";
import type { DealerContext, Platform } from "../context";
import { openDeal } from "../deal/deal-transition";
import { logReservationStart } from "../deal-log";
import { lockVehicle, transitionVehicle } from "../inventory";
import { uniqueViolation } from "../unique-violation";
import { retryingConflicts } from "../write-conflict";
import type { OfferAcceptInput, OfferCounterInput, OfferEndInput } from "./offer.input";
import type { LockedOffer } from "./offer.repo";
import {
  afterMove,
  allApproved,
  lockOffers,
  openOfferIds,
  partiesFor,
  sellerRulesOf,
} from "./offer.repo";
import type { OfferMoveView } from "./offer.views";
import type { OfferMove } from "./offer-transition";
import { moveOffer, moveOffers } from "./offer-transition";
import { answerByRules } from "./seller-rules.service";

const REASON = "a negotiation belongs to two galleries; the caller is proved to be one of them";

interface Held {
  offer: LockedOffer;
  onMarket: boolean;
}

/** Locks the vehicle and then the offer, always in that order, for one of the two sides. */
async function holdOffer(ctx: DealerContext, tx: Tx, offerId: string): Promise<Held> {
  const { vehicleId } = await partiesFor(tx, offerId, ctx.gallery.id);
  const vehicle = await lockVehicle(tx, vehicleId);
  const [offer] = await lockOffers(tx, [offerId]);
  if (!offer) throw new DomainError("offer.not_found");
  return { offer, onMarket: isVehicleOnMarket(vehicle.status) };
}

/** Runs a move of the caller's in one transaction that holds vehicle and offer. */
async function moving<T>(
  ctx: DealerContext,
  offerId: string,
  work: (tx: Tx, held: Held) => Promise<T>,
): Promise<T> {
  const db = ctx.database.unsafeSystem(REASON);
  return retryingConflicts(() =>
    db.write(async (tx) => work(tx, await holdOffer(ctx, tx, offerId))),
  );
}

/** What the caller does with an offer, as `moveOffer` takes it. */
function moveBy(ctx: DealerContext, offer: LockedOffer, action: OfferAction): OfferMove {
  const by = { galleryId: ctx.gallery.id, userId: ctx.identity.userId };
  return { offer, action, by, now: ctx.now(), origin: ctx.origin };
}

function viewOf(
  offerId: string,
  state: OfferState,
  reservationId: string | null = null,
): OfferMoveView {
  const { status, round, turn, expiresAt } = state;
  return { offerId, status, round, turn, expiresAt, reservationId };
}

/** A deal needs the vehicle on the market and both galleries in good standing. */
async function assertTradable(tx: Tx, { offer, onMarket }: Held): Promise<void> {
  if (onMarket && (await allApproved(tx, [offer.buyerGalleryId, offer.sellerGalleryId]))) return;
  throw new DomainError("offer.vehicle_unavailable");
}

/**
 * Proposes another amount. A buyer's may be answered at once by a rule of the seller's.
 * @throws DomainError `offer.not_found`, `offer.stale`, `offer.not_your_turn`, `offer.final`,
 * `offer.expired`, `offer.not_open`, `offer.amount_invalid`, `offer.currency_mismatch`,
 * `offer.too_many_rounds`, `offer.vehicle_unavailable`
 */
export async function counterOffer(
  ctx: DealerContext,
  input: OfferCounterInput,
): Promise<OfferMoveView> {
  const { amount, final, message, offerId, round, validForHours } = input;
  return moving(ctx, offerId, async (tx, held) => {
    const { offer } = held;
    if (amount.currency !== offer.currency) {
      throw new DomainError("offer.currency_mismatch", { currency: offer.currency });
    }
    const action = { type: "counter", round, amount: amount.amount, final, validForHours } as const;
    const move = { ...moveBy(ctx, offer, action), message };
    if (ctx.gallery.id === offer.sellerGalleryId) {
      const next = await moveOffer(ctx, tx, move);
      await assertTradable(tx, held);
      return viewOf(offerId, next);
    }
    const rules = await sellerRulesOf(tx, offer.vehicleId);
    const next = await moveOffer(ctx, tx, { ...move, sellerHours: rules.hours });
    await assertTradable(tx, held);
    const proposed = { platform: ctx, offer: afterMove(offer, next), rules, now: move.now };
    return viewOf(offerId, (await answerByRules(tx, proposed)) ?? next);
  });
}

/**
 * Rejects the other side's proposal and ends the negotiation.
 * @throws DomainError `offer.not_found`, `offer.stale`, `offer.not_your_turn`, `offer.expired`,
 * `offer.not_open`
 */
export async function rejectOffer(
  ctx: DealerContext,
  input: OfferEndInput,
): Promise<OfferMoveView> {
  return end(ctx, input, { type: "reject", round: input.round });
}

/**
 * Takes the negotiation back: buyers at any time, sellers while their own proposal is unanswered.
 * @throws DomainError as `rejectOffer`
 */
export async function withdrawOffer(
  ctx: DealerContext,
  input: OfferEndInput,
): Promise<OfferMoveView> {
  return end(ctx, input, { type: "withdraw", round: input.round });
}

async function end(ctx: DealerContext, input: OfferEndInput, action: OfferAction) {
  const { message, offerId } = input;
  return moving(ctx, offerId, async (tx, { offer }) =>
    viewOf(offerId, await moveOffer(ctx, tx, { ...moveBy(ctx, offer, action), message })),
  );
}

interface Acceptance {
  held: Held;
  move: OfferMove;
  reservation: { id: string; expiresAt: string };
}

async function insertReservation(
  platform: Platform,
  tx: Tx,
  { held, move, reservation }: Acceptance,
): Promise<void> {
  const { offer } = held;
  const clock = { startedAt: move.now, expiresAt: new Date(reservation.expiresAt) };
  const { buyerName, sellerName, vehicleTitle } = await tx.offer.findUniqueOrThrow({
    where: { id: offer.id },
    select: { buyerName: true, sellerName: true, vehicleTitle: true },
  });
  await tx.reservation.createMany({
    data: {
      ...reservation,
      offerId: offer.id,
      vehicleId: offer.vehicleId,
      buyerGalleryId: offer.buyerGalleryId,
      sellerGalleryId: offer.sellerGalleryId,
      amount: offer.amount,
      currency: offer.currency,
      vehicleTitle,
      buyerName,
      sellerName,
      createdAt: move.now,
      clockStartedAt: move.now,
      nextReminderAt: nextReminder(clock, move.now),
    },
  });
  const vehicle = await logReservationStart(platform, tx, {
    reservation,
    offer: { ...offer, offerId: offer.id },
    now: move.now,
  });
  await openDeal(tx, { reservationId: reservation.id, offer, vehicle, now: move.now });
}

/** Ends every other negotiation over the vehicle, each once, each with its own event. */
async function closeRivals(
  platform: Platform,
  tx: Tx,
  { accepted, now }: { accepted: LockedOffer; now: Date },
): Promise<void> {
  const rivals = await lockOffers(tx, await openOfferIds(tx, accepted.vehicleId));
  const action = { type: "closeByRival" } as const;
  const closing = { action, closedByOfferId: accepted.id, by: "SYSTEM", now } as const;
  await moveOffers(
    platform,
    tx,
    rivals.filter(({ status }) => status === "OPEN").map((offer) => ({ offer, ...closing })),
  );
}

/**
 * Accepts the other side's proposal: the offer is accepted, the vehicle reserved for the buyer and
 * every rival closed, all in one transaction. The vehicle's row lock queues parallel acceptances,
 * and a unique index allows one active reservation whatever happens.
 *
 * @throws DomainError `offer.not_found`, `offer.stale`, `offer.not_your_turn`, `offer.expired`,
 * `offer.not_open`, `offer.vehicle_unavailable`
 */
export async function acceptOffer(
  ctx: DealerContext,
  input: OfferAcceptInput,
): Promise<OfferMoveView> {
  const { offerId, round } = input;
  const { expiresAt } = createReservation(ctx.now());
  const reservation = { id: newId(), expiresAt };
  try {
    return await moving(ctx, offerId, async (tx, held) => {
      const move = { ...moveBy(ctx, held.offer, { type: "accept", round }), reservation };
      const next = await moveOffer(ctx, tx, move);
      await assertTradable(tx, held);
      await insertReservation(ctx, tx, { held, move, reservation });
      const { vehicleId } = held.offer;
      const { now } = move;
      const actorId = ctx.identity.userId;
      await transitionVehicle(tx, { vehicleId, action: "reserve", actorId, now });
      await closeRivals(ctx, tx, { accepted: held.offer, now });
      return viewOf(offerId, next, reservation.id);
    });
  } catch (error) {
    if (uniqueViolation(error) !== null) throw new DomainError("offer.vehicle_unavailable");
    throw error;
  }
}
