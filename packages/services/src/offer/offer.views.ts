import type { Money, OfferAction, OfferCloseReason, OfferStatus, Side } from "@oto/domain";
import type { PictureView } from "../marketplace/marketplace.views";
import type { Page } from "../paging";

/** Answer of everything that moves a negotiation. */
export interface OfferMoveView {
  offerId: string;
  status: OfferStatus;
  round: number;
  turn: Side | null;
  /** ISO instant at which the latest proposal runs out. */
  expiresAt: string;
  /** Made by an acceptance. */
  reservationId: string | null;
}

/** The other gallery. */
export interface CounterpartView {
  galleryId: string;
  name: string;
  province: { code: number; name: string };
}

/** What is negotiated over. */
export interface OfferVehicleView {
  vehicleId: string;
  title: string;
  cover: PictureView | null;
  /** Asking price when the negotiation began. */
  askingPrice: Money;
}

/** A negotiation as the boards show it, from the caller's side. */
export interface OfferCard {
  offerId: string;
  side: Side;
  status: OfferStatus;
  round: number;
  turn: Side | null;
  myTurn: boolean;
  /** Amount of the latest proposal. */
  amount: Money;
  /** The latest proposal may not be countered. */
  final: boolean;
  expiresAt: string;
  counterpart: CounterpartView;
  vehicle: OfferVehicleView;
  /** The other side moved and nobody of the caller's gallery has looked yet. */
  unread: boolean;
  /** Why it was ended by neither party; BELOW_FLOOR is told to the seller only. */
  closeReason: OfferCloseReason | null;
  closedBy: Side | null;
  closedAt: string | null;
  reservationId: string | null;
  createdAt: string;
  updatedAt: string;
}

/** One proposal. */
export interface OfferRoundView {
  round: number;
  side: Side;
  mine: boolean;
  amount: Money;
  final: boolean;
  message: string | null;
  expiresAt: string;
  /** When the other side first looked at it. */
  seenAt: string | null;
  createdAt: string;
}

/** What a screen may offer now. */
export type OfferActionName = Extract<
  OfferAction["type"],
  "accept" | "reject" | "counter" | "withdraw"
>;

/** Answer of `offer.get`. */
export interface OfferView extends OfferCard {
  rounds: OfferRoundView[];
  actions: OfferActionName[];
  /** What the side that rejected or withdrew had to say. */
  closeMessage: string | null;
}

/** One line of the log: a proposal, or the end. */
export type OfferHistoryEntry =
  | ({ kind: "round" } & OfferRoundView)
  | {
      kind: "end";
      status: OfferStatus;
      by: Side | null;
      reason: OfferCloseReason | null;
      message: string | null;
      at: string;
    };

/** Answer of `offer.history`, oldest first. */
export interface OfferHistoryView {
  offerId: string;
  items: OfferHistoryEntry[];
}

/** Answer of `offer.list`, latest change first. */
export interface OfferListView extends Page<OfferCard> {
  /** Of all open negotiations of the gallery, whatever the filters. */
  counts: {
    incomingOpen: number;
    outgoingOpen: number;
    /** Waiting for the caller's gallery. */
    myTurn: number;
    unread: number;
  };
}
