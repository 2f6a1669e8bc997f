import type {
  Money,
  OfferAction,
  OfferCloseReason,
  OfferLane,
  OfferStatus,
  Reason,
  Side,
  TrustFigures,
  VehicleStatus,
} from "@oto/domain";
import type { PictureView } from "../marketplace/marketplace.views";
import type { Page } from "../paging";
import type { OfferCounts } from "./offer-filter.repo";

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
  /** The vehicle's price; when the negotiation has ended, what it was then. */
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
  /** The column of the boards that it stands in at this moment. */
  lane: OfferLane;
  /** Amount of the latest proposal. */
  amount: Money;
  /** The last word of either side; null where that side has proposed nothing yet. */
  lastAmounts: { mine: Money | null; theirs: Money | null };
  /** What came with the latest proposal. */
  message: string | null;
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
  /** One of the seller's private rules made it; told to the seller only. */
  byRule: boolean;
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
  /** The lowest price that the seller would take; null for the buyer, who never learns of it. */
  floor: Money | null;
  /** Other open negotiations over the vehicle; always 0 for the buyer. */
  rivals: number;
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

/** Answer of `offer.list`. */
export interface OfferListView extends Page<OfferCard> {
  /** Of all negotiations of the gallery, whatever the filters. */
  counts: OfferCounts;
}

/** One column of the board. */
export interface OfferLaneView {
  lane: OfferLane;
  /** How many fit the filters; of the ended ones those of the last thirty days. */
  total: number;
  /** The first of them, the most urgent first. */
  items: OfferCard[];
}

/** Answer of `offer.board`: every lane, also the empty ones. */
export interface OfferBoardView {
  lanes: OfferLaneView[];
  counts: OfferCounts;
}

/** The negotiations over one vehicle, summed up. */
export interface VehicleOffersView {
  vehicle: OfferVehicleView;
  total: number;
  open: number;
  myTurn: number;
  unread: number;
  /** Highest latest amount among the open ones. */
  highest: Money | null;
  /** When the first clock of the open ones ends. */
  nextExpiresAt: string | null;
}

/** A choice of a filter. */
export interface OfferFacetView {
  id: string;
  label: string;
  count: number;
}

/** Answer of `offer.facets`. */
export interface OfferFacetsView {
  vehicles: OfferFacetView[];
  counterparts: OfferFacetView[];
}

/** Something that the gallery is buying or trying to buy. */
export interface RunningOfferView extends OfferCard {
  /** When what runs now ends: the proposal, or the reservation. */
  runsUntil: string;
}

/** One of several offers for the same vehicle, as its seller weighs them. */
export interface RivalOfferView extends OfferCard {
  /** What the buyer began with. */
  firstAmount: Money;
  /** How many proposals the buyer has made. */
  proposals: number;
  /** Median of the minutes the buyer took to answer in this negotiation; null before an answer. */
  answerMinutes: number | null;
  /** The last thing the buyer said. */
  buyerMessage: string | null;
  /** Below the lowest price that the seller would take; null where there is none. */
  belowFloor: boolean | null;
  /** What the buyer is known for. */
  trust: TrustFigures | null;
  actions: OfferActionName[];
}

/** Answer of `offer.compare`, the highest amount first. */
export interface OfferComparisonView {
  vehicle: OfferVehicleView & { status: VehicleStatus };
  /** The lowest price that the seller would take. */
  floor: Money | null;
  items: RivalOfferView[];
  /** How many negotiations over the vehicle have ended. */
  ended: number;
}

/** What became of one of many rejections. */
export type OfferRejection =
  | { offerId: string; ok: true; status: OfferStatus }
  /** Untouched, and why. */
  | { offerId: string; ok: false; reason: Reason };

/** Answer of `offer.rejectMany`, in the order asked. */
export interface OfferRejectionsView {
  items: OfferRejection[];
  rejected: number;
}
