import type { Tx } from "@oto/db";
import {
  DomainError,
  decideDeal,
  isDomainError,
  isReservationDue,
  SILENT_CONFIRM_HOURS,
} from "@oto/domain";
import type { DealerContext, Platform } from "../context";
import { lockVehicle } from "../inventory";
import { lockReservation, stateOf } from "../reservation/reservation.repo";
import { moveReservation } from "../reservation/reservation-transition";
import type { DealIdInput } from "./deal.input";
import { dealState, lockDeal } from "./deal.repo";
import type { DealMoveView } from "./deal.views";
import { moveDeal } from "./deal-transition";
import { holdingDeal } from "./holding-deal";

const REASON = "silence counts as a word for all galleries";
const BATCH = 50;

/**
 * The caller's side says that the vehicle changed hands. The first word stops the reservation's
 * clock, the second one completes the reservation, which sells the vehicle and completes the deal.
 * @throws DomainError `deal.not_found`, `deal.not_open`, `deal.disputed`, `deal.steps_open`,
 * `deal.already_confirmed`, `reservation.not_active`
 */
export async function confirmDeal(ctx: DealerContext, input: DealIdInput): Promise<DealMoveView> {
  return holdingDeal(ctx, input.dealId, async (tx, { deal, reservation, side }) => {
    const now = ctx.now();
    const acting = { platform: ctx, actorId: ctx.identity.userId, now, origin: ctx.origin };
    const action = { type: "confirm", by: side } as const;
    const { next, sells } = decideDeal(dealState(deal), action, now);
    if (isReservationDue(stateOf(reservation), now))
      throw new DomainError("reservation.not_active");
    if (sells) {
      await moveReservation(tx, { ...acting, reservation, action: { type: "complete", by: side } });
    } else {
      await moveDeal(tx, { ...acting, deal, action });
    }
    return { dealId: deal.id, status: next.status };
  });
}

async function confirmOne(platform: Platform, tx: Tx, dealId: string): Promise<boolean> {
  const now = platform.now();
  const known = await tx.deal.findUnique({ where: { id: dealId }, select: { vehicleId: true } });
  if (!known) return false;
  await lockVehicle(tx, known.vehicleId);
  const reservation = await lockReservation(tx, dealId);
  const deal = await lockDeal(tx, dealId);
  const action = { type: "confirmSilently" } as const;
  try {
    decideDeal(dealState(deal), action, now);
  } catch (error) {
    // Somebody was faster: the word was given, disputed, or the deal is over.
    if (isDomainError(error)) return false;
    throw error;
  }
  const acting = { platform, actorId: null, now };
  if (deal.reservationStatus === "ACTIVE") {
    const by = deal.buyerConfirmedAt ? "BUYER" : "SELLER";
    await moveReservation(tx, { ...acting, reservation, action: { type: "complete", by } });
  }
  await moveDeal(tx, { ...acting, deal: await lockDeal(tx, dealId), action });
  return true;
}

/**
 * Completes deals whose other side has said nothing for long after the first confirmation.
 * @returns how many
 */
export async function confirmSilentDeals(
  platform: Platform,
  signal?: AbortSignal,
): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  const due = await db.read(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select id from deal
      where status = 'OPEN' and disputed_at is null
        and (buyer_confirmed_at is null) <> (seller_confirmed_at is null)
        and coalesce(buyer_confirmed_at, seller_confirmed_at)
          <= ${platform.now()}::timestamptz - make_interval(hours => ${SILENT_CONFIRM_HOURS}::int)
      order by coalesce(buyer_confirmed_at, seller_confirmed_at) limit ${BATCH}`,
  );
  let confirmed = 0;
  for (const { id } of due) {
    if (signal?.aborted) break;
    if (await db.write((tx) => confirmOne(platform, tx, id))) confirmed += 1;
  }
  return confirmed;
}
