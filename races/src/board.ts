import type { Person } from "./people";

/** A negotiation as the clients know it; they may be late. */
export interface KnownOffer {
  offerId: string;
  vehicleId: string;
  buyer: Person;
  round: number;
}

/** A vehicle as the clients know it. */
export interface KnownVehicle {
  readonly vehicleId: string;
  readonly galleryId: string;
  readonly offers: Map<string, KnownOffer>;
  reservation: { reservationId: string; buyer: Person } | null;
  listed: boolean;
}

/** A proposal that the platform acknowledged; no other one has its amount. */
export interface Acknowledged {
  offerId: string;
  round: number;
  amount: number;
}

/** What clients tell one another, so that most of their calls make sense. */
export class Board {
  readonly vehicles: readonly KnownVehicle[];
  readonly proposals: Acknowledged[] = [];
  #amounts = 0;

  constructor(vehicles: readonly { vehicleId: string; galleryId: string }[]) {
    this.vehicles = vehicles.map((vehicle) => ({
      ...vehicle,
      offers: new Map(),
      reservation: null,
      listed: true,
    }));
  }

  /** An amount that nobody has proposed before. */
  nextAmount(): number {
    this.#amounts += 1;
    return 80_000_000 + this.#amounts * 100;
  }

  /** The platform said that an offer is over, or gone. */
  forget(vehicle: KnownVehicle, offerId: string): void {
    vehicle.offers.delete(offerId);
  }

  accepted(vehicle: KnownVehicle, offer: KnownOffer, reservationId: string): void {
    vehicle.offers.clear();
    vehicle.reservation = { reservationId, buyer: offer.buyer };
  }
}
