import type { Tx } from "@oto/db";
import type { Side } from "@oto/domain";
import { DomainError, median } from "@oto/domain";
import type { DealerContext } from "../context";
import { toMoney } from "../money-view";
import { trustOf } from "../trust";
import type { OfferCompareInput } from "./offer.input";
import { actionsFor, offerCard } from "./offer.presenter";
import type { OfferComparisonView, RivalOfferView } from "./offer.views";
import type { OfferCardRow } from "./offer-cards.repo";
import { around, byOffer, loadCards } from "./offer-cards.repo";

const REASON = "what buyers are known for is shown to the sellers they deal with";
/** More offers than a person can weigh; the highest amounts are shown. */
const COMPARED = 50;
const MINUTE_MS = 60_000;

interface Round {
  offerId: string;
  side: Side;
  amount: bigint;
  message: string | null;
  createdAt: Date;
}

async function ownVehicle(ctx: DealerContext, tx: Tx, vehicleId: string) {
  const vehicle = await tx.vehicle.findUnique({
    where: { id: vehicleId, galleryId: ctx.gallery.id },
    select: {
      title: true,
      status: true,
      priceAmount: true,
      lowestPriceAmount: true,
      currency: true,
    },
  });
  if (!vehicle) throw new DomainError("inventory.not_found");
  return vehicle;
}

/** Rounds of these negotiations, each in its order. */
async function roundsOf(tx: Tx, offerIds: readonly string[]): Promise<Map<string, Round[]>> {
  const rounds = await tx.offerRound.findMany({
    where: { offerId: { in: [...offerIds] } },
    orderBy: [{ offerId: "asc" }, { round: "asc" }],
    select: { offerId: true, side: true, amount: true, message: true, createdAt: true },
  });
  return byOffer(rounds);
}

/** Minutes from each of the seller's proposals to the buyer's answer to it. */
function answersOf(rounds: readonly Round[]): number[] {
  return rounds.flatMap((round, index) => {
    const before = rounds[index - 1];
    if (round.side !== "BUYER" || before?.side !== "SELLER") return [];
    return [(round.createdAt.getTime() - before.createdAt.getTime()) / MINUTE_MS];
  });
}

function buyersCourse(row: OfferCardRow, rounds: readonly Round[]) {
  const own = rounds.filter(({ side }) => side === "BUYER");
  const minutes = median(answersOf(rounds));
  return {
    firstAmount: toMoney(own[0]?.amount ?? row.amount, row.currency),
    proposals: own.length,
    answerMinutes: minutes === null ? null : Math.max(1, Math.round(minutes)),
    buyerMessage: own.findLast(({ message }) => message !== null)?.message ?? null,
  };
}

/**
 * The open offers for one of the caller's own vehicles side by side, the highest amount first.
 * @throws DomainError `inventory.not_found`
 */
export async function compareOffers(
  ctx: DealerContext,
  { vehicleId }: OfferCompareInput,
): Promise<OfferComparisonView> {
  const viewer = { galleryId: ctx.gallery.id, now: ctx.now() };
  const loaded = await ctx.db.read(async (tx) => {
    const vehicle = await ownVehicle(ctx, tx, vehicleId);
    const open = await tx.offer.findMany({
      where: { vehicleId, sellerGalleryId: viewer.galleryId, status: "OPEN" },
      orderBy: [{ amount: "desc" }, { createdAt: "asc" }, { id: "asc" }],
      take: COMPARED,
      select: { id: true },
    });
    const offerIds = open.map(({ id }) => id);
    const ended = await tx.offer.count({
      where: { vehicleId, sellerGalleryId: viewer.galleryId, status: { not: "OPEN" } },
    });
    const cards = await loadCards(tx, offerIds);
    return { vehicle, ended, cards, rounds: await roundsOf(tx, offerIds) };
  });
  const { cards, ended, rounds, vehicle } = loaded;
  const { currency, lowestPriceAmount: lowest, priceAmount, status, title } = vehicle;
  const surroundings = { ...(await around(ctx, cards.rows)), proposals: cards.proposals };
  const buyers = cards.rows.map(({ buyerGalleryId }) => buyerGalleryId);
  const trust = await ctx.database
    .unsafeSystem(REASON)
    .read((tx) => trustOf(tx, buyers, viewer.now));
  const items = cards.rows.map((row): RivalOfferView => {
    const measured = lowest !== null && row.currency === currency;
    return {
      ...offerCard(row, viewer, surroundings),
      ...buyersCourse(row, rounds.get(row.id) ?? []),
      belowFloor: measured ? row.amount < lowest : null,
      trust: trust.get(row.buyerGalleryId) ?? null,
      actions: actionsFor(row, "SELLER", viewer.now),
    };
  });
  const cover = surroundings.covers.get(vehicleId) ?? null;
  return {
    vehicle: { vehicleId, title, status, cover, askingPrice: toMoney(priceAmount, currency) },
    floor: lowest === null ? null : toMoney(lowest, currency),
    items,
    ended,
  };
}
