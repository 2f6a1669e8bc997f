import type { Tx } from "@oto/db";
import type { Side } from "@oto/domain";
import { DomainError } from "@oto/domain";
import type { DealerContext } from "../context";
import { lockVehicle } from "../inventory";
import type { LockedReservation } from "../reservation/reservation.repo";
import { lockReservation } from "../reservation/reservation.repo";
import { retryingConflicts } from "../write-conflict";
import type { LockedDeal } from "./deal.repo";
import { dealPartyFor, lockDeal } from "./deal.repo";

const REASON = "a deal belongs to two galleries; the caller is proved to be one of them";

/** A deal with everything that is locked along with it. */
export interface HeldDeal {
  deal: LockedDeal;
  reservation: LockedReservation;
  side: Side;
}

/**
 * Runs a change of the caller's deal with vehicle, reservation and deal locked, in that order: the
 * one in which reservations move, so that no two of them wait for each other.
 * @throws DomainError `deal.not_found`
 */
export async function holdingDeal<T>(
  ctx: DealerContext,
  dealId: string,
  work: (tx: Tx, held: HeldDeal) => Promise<T>,
): Promise<T> {
  const db = ctx.database.unsafeSystem(REASON);
  return retryingConflicts(() =>
    db.write(async (tx) => {
      const { side, vehicleId } = await dealPartyFor(tx, dealId, ctx.gallery.id);
      await lockVehicle(tx, vehicleId);
      const reservation = await lockReservation(tx, dealId);
      const deal = await lockDeal(tx, dealId);
      return work(tx, { deal, reservation, side });
    }),
  );
}

/** Refuses a change that does not start from what is there now. */
export function assertSeen(seen: number, version: number): void {
  if (seen !== version) throw new DomainError("deal.step_stale", { version });
}
