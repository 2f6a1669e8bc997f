import { DomainError } from "@oto/domain";
import type { DealerContext } from "../context";
import { toMoney } from "../money-view";
import type { ListingRow } from "./listing.repo";
import { isFindable, readListings } from "./listing.repo";
import type { ListingInput } from "./marketplace.input";
import type { PricePositionView } from "./marketplace.views";
import { priceSpread } from "./price-spread";

const REASON = "the price is compared with the published stock of all galleries";
const MOST = 2_000;

/** Like vehicles ran 30 % more or less, at least 25,000 km either way. */
function mileageBand(km: number): { from: number; to: number } {
  const reach = Math.max(25_000, Math.round(km * 0.3));
  return { from: Math.max(0, km - reach), to: km + reach };
}

/**
 * Where a vehicle's price stands among like ones on the market; nothing below eight of them.
 * @throws DomainError `marketplace.not_found`
 */
export async function pricePosition(
  ctx: DealerContext,
  input: ListingInput,
): Promise<PricePositionView> {
  const { row, sample } = await ctx.database.unsafeSystem(REASON).read(
    async (tx) => {
      const [listing] = await readListings(tx, [input.vehicleId]);
      if (!listing || !isFindable(listing)) throw new DomainError("marketplace.not_found");
      const { currency, mileageKm, modelYear, seriesId, vehicleId } = listing;
      const band = mileageBand(mileageKm);
      const like = await tx.vehicle.findMany({
        where: {
          seriesId,
          status: "PUBLISHED",
          currency,
          id: { not: vehicleId },
          modelYear: { gte: modelYear - 2, lte: modelYear + 2 },
          mileageKm: { gte: band.from, lte: band.to },
          gallery: { status: "APPROVED" },
        },
        take: MOST,
        select: { priceAmount: true },
      });
      return { row: listing, sample: like.map(({ priceAmount }) => Number(priceAmount)) };
    },
    { intent: "report" },
  );
  return positionView(row, sample);
}

function positionView(row: ListingRow, sample: readonly number[]): PricePositionView {
  const spread = priceSpread(Number(row.priceAmount), sample);
  const sampleSize = sample.length;
  if (!spread) return { available: false, sampleSize };
  const money = (amount: number) => toMoney(amount, row.currency);
  return {
    available: true,
    sampleSize,
    price: money(Number(row.priceAmount)),
    low: money(spread.low),
    firstQuartile: money(spread.firstQuartile),
    median: money(spread.median),
    thirdQuartile: money(spread.thirdQuartile),
    high: money(spread.high),
    percentile: spread.percentile,
    verdict: spread.verdict,
  };
}
