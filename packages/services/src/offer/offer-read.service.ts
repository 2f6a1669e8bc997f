import type { Prisma, Tx } from "@oto/db";
import type { Money } from "@oto/domain";
import { DomainError } from "@oto/domain";
import type { DealerContext } from "../context";
import { toMoney } from "../money-view";
import type { OfferIdInput } from "./offer.input";
import type { RoundRow } from "./offer.presenter";
import {
  closeMessageOf,
  closeReasonFor,
  offerCard,
  offerView,
  roundView,
  sideFor,
} from "./offer.presenter";
import type { OfferHistoryView, OfferView } from "./offer.views";
import type { LastProposal, OfferCardRow } from "./offer-cards.repo";
import { around, offerCardSelect } from "./offer-cards.repo";
import { movesOf } from "./offer-transition";

const roundSelect = {
  round: true,
  side: true,
  amount: true,
  currency: true,
  final: true,
  message: true,
  rule: true,
  expiresAt: true,
  seenAt: true,
  createdAt: true,
} as const satisfies Prisma.OfferRoundSelect;

async function loadOffer(tx: Tx, offerId: string): Promise<OfferCardRow> {
  const row = await tx.offer.findUnique({ where: { id: offerId }, select: offerCardSelect });
  if (!row) throw new DomainError("offer.not_found");
  return row;
}

/** Plain SQL, since looking at an offer must not move it to the top of the lists. */
async function markSeen(ctx: DealerContext, tx: Tx, row: OfferCardRow): Promise<void> {
  const moves = movesOf(row);
  const isBuyer = row.buyerGalleryId === ctx.gallery.id;
  const other = isBuyer ? "SELLER" : "BUYER";
  if (isBuyer) {
    await tx.$executeRaw`update offer set buyer_seen_round = ${moves}
      where id = ${row.id}::uuid and buyer_seen_round < ${moves}`;
  } else {
    await tx.$executeRaw`update offer set seller_seen_round = ${moves}
      where id = ${row.id}::uuid and seller_seen_round < ${moves}`;
  }
  await tx.$executeRaw`update offer_round set seen_at = ${ctx.now()}
    where offer_id = ${row.id}::uuid and round <= ${row.round} and seen_at is null
      and side::text = ${other}`;
}

/** What only the seller knows: their lowest price, and who else is asking. */
async function sellersKnowledge(
  ctx: DealerContext,
  tx: Tx,
  row: OfferCardRow,
): Promise<{ floor: Money | null; rivals: number }> {
  if (row.sellerGalleryId !== ctx.gallery.id) return { floor: null, rivals: 0 };
  const vehicle = await tx.vehicle.findUnique({
    where: { id: row.vehicleId, galleryId: ctx.gallery.id },
    select: { lowestPriceAmount: true, currency: true },
  });
  const rivals = await tx.offer.count({
    where: { vehicleId: row.vehicleId, status: "OPEN", id: { not: row.id } },
  });
  const amount = vehicle?.lowestPriceAmount ?? null;
  // An amount in another currency than the negotiation's is no measure for it.
  const comparable = vehicle !== null && amount !== null && vehicle.currency === row.currency;
  return { floor: comparable ? toMoney(amount, row.currency) : null, rivals };
}

async function readOffer(ctx: DealerContext, offerId: string) {
  const loaded = await ctx.db.read(async (tx) => {
    const row = await loadOffer(tx, offerId);
    const rounds: RoundRow[] = await tx.offerRound.findMany({
      where: { offerId },
      orderBy: { round: "asc" },
      select: roundSelect,
    });
    return { row, rounds, known: await sellersKnowledge(ctx, tx, row) };
  });
  const { row } = loaded;
  const seen = row.buyerGalleryId === ctx.gallery.id ? row.buyerSeenRound : row.sellerSeenRound;
  if (seen < movesOf(row)) await ctx.db.write((tx) => markSeen(ctx, tx, row));
  return loaded;
}

/** The latest proposal of either side. */
function latestOf(offerId: string, rounds: readonly RoundRow[]): LastProposal[] {
  return (["BUYER", "SELLER"] as const).flatMap((side) => {
    const last = rounds.findLast((round) => round.side === side);
    return last ? [{ ...last, offerId }] : [];
  });
}

/**
 * A negotiation with all its proposals; from now on the caller's gallery has seen it.
 * @throws DomainError `offer.not_found`
 */
export async function getOffer(ctx: DealerContext, input: OfferIdInput): Promise<OfferView> {
  const { row, rounds, known } = await readOffer(ctx, input.offerId);
  const now = ctx.now();
  const proposals = new Map([[row.id, latestOf(row.id, rounds)]]);
  const surroundings = { ...(await around(ctx, [row])), proposals };
  const card = offerCard(row, { galleryId: ctx.gallery.id, now }, surroundings);
  return offerView({ ...card, unread: false }, row, { rounds, now, ...known });
}

/**
 * The log of a negotiation, oldest first.
 * @throws DomainError `offer.not_found`
 */
export async function offerHistory(
  ctx: DealerContext,
  input: OfferIdInput,
): Promise<OfferHistoryView> {
  const { row, rounds } = await readOffer(ctx, input.offerId);
  const side = sideFor(row, ctx.gallery.id);
  const items: OfferHistoryView["items"] = rounds.map((round) => ({
    kind: "round",
    ...roundView(round, side),
  }));
  if (row.closedAt) {
    items.push({
      kind: "end",
      status: row.status,
      by: row.closedBy,
      reason: closeReasonFor(row, side),
      message: closeMessageOf(row),
      at: row.closedAt.toISOString(),
    });
  }
  return { offerId: row.id, items };
}
