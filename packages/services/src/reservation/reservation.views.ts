import type { Money, ReservationCancelCode, ReservationStatus, Side } from "@oto/domain";
import type { PictureView } from "../marketplace/marketplace.views";
import type { CounterpartView } from "../offer/offer.views";

/** A reservation as lists show it, from the caller's side. */
export interface ReservationCard {
  reservationId: string;
  offerId: string;
  side: Side;
  status: ReservationStatus;
  /** The price agreed on. */
  amount: Money;
  counterpart: CounterpartView;
  vehicle: { vehicleId: string; title: string; cover: PictureView | null };
  expiresAt: string;
  /** The clock stands still: a side has confirmed the handover, or a dispute is open. */
  held: boolean;
  /** An extension that waits for the other side's word. */
  extension: { by: Side; mine: boolean; until: string } | null;
  closedBy: Side | null;
  closeReason: string | null;
  /** What kind of reason a cancellation had. */
  cancelCode: ReservationCancelCode | null;
  /** Whose trust the cancellation counts against; null for nobody's. */
  countsAgainst: Side | null;
  closedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** What a screen may offer now. */
export type ReservationActionName =
  | "complete"
  | "cancel"
  | "requestExtension"
  | "agreeExtension"
  | "declineExtension";

/** Answer of `reservation.get`: the sides see each other's contacts from here on. */
export interface ReservationView extends ReservationCard {
  contact: {
    phone: string | null;
    whatsapp: string | null;
    email: string | null;
    address: string | null;
    district: string;
  };
  actions: ReservationActionName[];
  /** Latest end that extensions may reach. */
  latestEnd: string;
}

/** Answer of everything that moves a reservation. */
export interface ReservationMoveView {
  reservationId: string;
  status: ReservationStatus;
  expiresAt: string;
  extension: { by: Side; until: string } | null;
}
