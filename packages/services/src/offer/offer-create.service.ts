import type { Tx } from "@oto/db";
import { audit, newId, publishAll } from "@oto/db";
import type { OfferDecision, OfferState } from "@oto/domain";
import { DomainError, createOffer as openOffer } from "@oto/domain";
import type { DealerContext } from "../context";
import { appendLog, offerLogEntry } from "../deal-log";
import { toMoney } from "../money-view";
import { uniqueViolation } from "../unique-violation";
import { retryingConflicts } from "../write-conflict";
import type { OfferCreateInput } from "./offer.input";
import type { LockedOffer, WantedVehicle } from "./offer.repo";
import { shareVehicle } from "./offer.repo";
import type { OfferMoveView } from "./offer.views";
import { offerAnnouncement } from "./offer-announcement";
import { clockOf, writeRounds } from "./offer-transition";
import { answerByRules } from "./seller-rules.service";

const REASON = "an offer reads the seller's vehicle and is shared by two galleries";

/** A vehicle that other galleries have never been able to see does not exist for them. */
function assertWasOnMarket(
  vehicle: WantedVehicle | undefined,
  galleryId: string,
): asserts vehicle is WantedVehicle {
  const hidden =
    vehicle === undefined ||
    (vehicle.galleryId !== galleryId &&
      (vehicle.publishedAt === null ||
        ["DRAFT", "IN_REVIEW", "ARCHIVED"].includes(vehicle.status)));
  if (hidden) throw new DomainError("marketplace.not_found");
}

/** Runs the domain's rule on the vehicle as it is now. */
function decide(ctx: DealerContext, vehicle: WantedVehicle, input: OfferCreateInput) {
  const decision = openOffer(
    {
      vehicle: {
        galleryId: vehicle.galleryId,
        status: vehicle.status,
        price: toMoney(vehicle.priceAmount, vehicle.currency),
      },
      buyerGalleryId: ctx.gallery.id,
      amount: input.amount,
      validForHours: input.validForHours,
      sellerHours: vehicle.rules.hours,
    },
    ctx.now(),
  );
  if (vehicle.sellerStatus !== "APPROVED") throw new DomainError("offer.vehicle_unavailable");
  return decision;
}

/** As they were when the negotiation began. */
interface Names {
  vehicleTitle: string;
  buyerName: string;
  sellerName: string;
}

async function insertOffer(
  ctx: DealerContext,
  tx: Tx,
  opened: { vehicle: WantedVehicle; decision: OfferDecision; input: OfferCreateInput },
): Promise<{ offer: LockedOffer; names: Names }> {
  const { vehicle, decision, input } = opened;
  const { next } = decision;
  const buyer = await tx.gallery.findUniqueOrThrow({
    where: { id: ctx.gallery.id },
    select: { name: true },
  });
  const offer: LockedOffer = {
    id: newId(),
    vehicleId: input.vehicleId,
    buyerGalleryId: ctx.gallery.id,
    sellerGalleryId: vehicle.galleryId,
    status: next.status,
    turn: next.turn,
    round: next.round,
    amount: BigInt(next.amount),
    currency: vehicle.currency,
    final: next.final,
    expiresAt: new Date(next.expiresAt),
    askingAmount: vehicle.priceAmount,
    sellerUserId: null,
    answeredAt: null,
  };
  const names = {
    vehicleTitle: vehicle.title,
    buyerName: buyer.name,
    sellerName: vehicle.sellerName,
  };
  await tx.offer.createMany({
    data: {
      ...offer,
      ...names,
      buyerSeenRound: next.round,
      buyerUserId: ctx.identity.userId,
      ...clockOf(next, ctx.now()),
      createdAt: ctx.now(),
    },
  });
  return { offer, names };
}

async function createInTransaction(
  ctx: DealerContext,
  tx: Tx,
  input: OfferCreateInput,
): Promise<OfferMoveView> {
  const now = ctx.now();
  const vehicle = await shareVehicle(tx, input.vehicleId);
  assertWasOnMarket(vehicle, ctx.gallery.id);
  const decision = decide(ctx, vehicle, input);
  const { offer, names } = await insertOffer(ctx, tx, { vehicle, decision, input });
  const by = { galleryId: ctx.gallery.id, userId: ctx.identity.userId };
  const { events, next } = decision;
  const { message } = input;
  await writeRounds(tx, [{ offer, next, move: { by, message, now } }]);
  await publishAll(
    tx,
    events.map((event) => offerAnnouncement({ offer, event, galleryId: by.galleryId })),
  );
  await appendLog(
    ctx,
    tx,
    events.map((event) =>
      offerLogEntry({ offer, event, by, now, names, message, validUntil: next.expiresAt }),
    ),
  );
  await audit(tx, {
    action: "offer.create",
    entityType: "offer",
    entityId: offer.id,
    galleryId: by.galleryId,
    actorId: by.userId,
    after: { vehicleId: offer.vehicleId, amount: Number(offer.amount) },
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
  const answer = await answerByRules(tx, { platform: ctx, offer, rules: vehicle.rules, now });
  const state: OfferState = answer ?? decision.next;
  const { status, round, turn, expiresAt } = state;
  return { offerId: offer.id, status, round, turn, expiresAt, reservationId: null };
}

/**
 * Opens a negotiation over another gallery's published vehicle. An amount below the seller's
 * private floor is rejected at once in the seller's name where the seller wants that, and one in
 * the reach of the seller's counter rule is answered; the buyer sees an ordinary answer.
 *
 * @throws DomainError `marketplace.not_found`, `offer.own_vehicle`, `offer.vehicle_unavailable`,
 * `offer.currency_mismatch`, `offer.amount_invalid`, `offer.already_open`
 */
export async function createOffer(
  ctx: DealerContext,
  input: OfferCreateInput,
): Promise<OfferMoveView> {
  const db = ctx.database.unsafeSystem(REASON);
  try {
    return await retryingConflicts(() => db.write((tx) => createInTransaction(ctx, tx, input)));
  } catch (error) {
    if (uniqueViolation(error) !== null) throw new DomainError("offer.already_open");
    throw error;
  }
}
