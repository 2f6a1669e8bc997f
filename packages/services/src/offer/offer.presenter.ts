import type { Money, OfferCloseReason, Side } from "@oto/domain";
import { OFFER_CLOSE_REASONS, offerActions, offerLane, otherSide, sideOf } from "@oto/domain";
import { toMoney } from "../money-view";
import type { OfferActionName, OfferCard, OfferRoundView, OfferView } from "./offer.views";
import type { LastProposal, OfferCardRow, OfferSurroundings } from "./offer-cards.repo";
import { provinceView } from "./offer-cards.repo";
import type { OfferViewer } from "./offer-filter.repo";
import { movesOf } from "./offer-transition";

/** The caller's side of a row that they may see. */
export function sideFor(row: OfferCardRow, galleryId: string): Side {
  return sideOf(row, galleryId) ?? "BUYER";
}

/** Why it was ended by neither party, as far as the caller may know. */
export function closeReasonFor(row: OfferCardRow, side: Side): OfferCloseReason | null {
  const reason = OFFER_CLOSE_REASONS.find((code) => code === row.closeReason) ?? null;
  if (row.status === "CLOSED") return reason;
  // The floor is the seller's secret: the buyer sees an ordinary rejection.
  return row.status === "REJECTED" && reason === "BELOW_FLOOR" && side === "SELLER" ? reason : null;
}

/** What the side that rejected or withdrew said; never a code of the platform. */
export function closeMessageOf(row: OfferCardRow): string | null {
  const isCode = OFFER_CLOSE_REASONS.some((code) => code === row.closeReason);
  return isCode ? null : row.closeReason;
}

/** The last proposal of either side, and what came with the latest of the two. */
function lastWords(row: OfferCardRow, side: Side, proposals: readonly LastProposal[]) {
  const of = (who: Side) => proposals.find((proposal) => proposal.side === who);
  const money = (proposal: LastProposal | undefined) =>
    proposal ? toMoney(proposal.amount, row.currency) : null;
  return {
    lastAmounts: { mine: money(of(side)), theirs: money(of(otherSide(side))) },
    message: proposals.find(({ round }) => round === row.round)?.message ?? null,
  };
}

/** A negotiation as the boards show it. */
export function offerCard(
  row: OfferCardRow,
  { galleryId, now }: OfferViewer,
  { covers, proposals, provinces }: OfferSurroundings,
): OfferCard {
  const side = sideFor(row, galleryId);
  const other = otherSide(side);
  const otherId = other === "BUYER" ? row.buyerGalleryId : row.sellerGalleryId;
  const seen = side === "BUYER" ? row.buyerSeenRound : row.sellerSeenRound;
  return {
    offerId: row.id,
    side,
    status: row.status,
    round: row.round,
    turn: row.turn,
    myTurn: row.turn === side,
    lane: offerLane({ ...row, expiresAt: row.expiresAt.toISOString() }, side, now),
    amount: toMoney(row.amount, row.currency),
    ...lastWords(row, side, proposals.get(row.id) ?? []),
    final: row.final,
    expiresAt: row.expiresAt.toISOString(),
    counterpart: {
      galleryId: otherId,
      name: other === "BUYER" ? row.buyerName : row.sellerName,
      province: provinces.get(otherId) ?? provinceView(0),
    },
    vehicle: {
      vehicleId: row.vehicleId,
      title: row.vehicleTitle,
      cover: covers.get(row.vehicleId) ?? null,
      askingPrice: toMoney(row.askingAmount, row.currency),
    },
    unread: seen < movesOf(row),
    closeReason: closeReasonFor(row, side),
    closedBy: row.closedBy,
    closedAt: row.closedAt?.toISOString() ?? null,
    reservationId: row.reservation?.id ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export interface RoundRow {
  round: number;
  side: Side;
  amount: bigint;
  currency: OfferCardRow["currency"];
  final: boolean;
  message: string | null;
  rule: string | null;
  expiresAt: Date;
  seenAt: Date | null;
  createdAt: Date;
}

/** One proposal from the caller's side. */
export function roundView(row: RoundRow, side: Side): OfferRoundView {
  return {
    round: row.round,
    side: row.side,
    mine: row.side === side,
    amount: toMoney(row.amount, row.currency),
    final: row.final,
    message: row.message,
    // A rule is the seller's secret: the buyer sees an ordinary counter-offer.
    byRule: row.rule !== null && side === "SELLER",
    expiresAt: row.expiresAt.toISOString(),
    seenAt: row.seenAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** What the caller's side may do now. */
export function actionsFor(row: OfferCardRow, side: Side, now: Date): OfferActionName[] {
  const { buyerGalleryId, expiresAt, final, round, sellerGalleryId, status, turn } = row;
  const state = { status, turn, round, buyerGalleryId, sellerGalleryId, final };
  const [amount, askingAmount] = [Number(row.amount), Number(row.askingAmount)];
  const clock = { expiresAt: expiresAt.toISOString() };
  return offerActions({ ...state, ...clock, amount, askingAmount }, side, now);
}

/** A negotiation in full. */
export function offerView(
  card: OfferCard,
  row: OfferCardRow,
  about: {
    rounds: readonly RoundRow[];
    now: Date;
    /** The seller's own knowledge. */
    floor: Money | null;
    rivals: number;
  },
): OfferView {
  return {
    ...card,
    rounds: about.rounds.map((each) => roundView(each, card.side)),
    actions: actionsFor(row, card.side, about.now),
    closeMessage: closeMessageOf(row),
    floor: about.floor,
    rivals: about.rivals,
  };
}
