import type { Tx } from "@oto/db";
import { publish } from "@oto/db";
import type { RatingScene, Side } from "@oto/domain";
import { areRatingsShown, assertMayRate, RATING_WINDOW_DAYS } from "@oto/domain";
import type { DealerContext, Platform } from "../context";
import type { DealRateInput } from "./deal.input";
import type { LockedDeal } from "./deal.repo";
import { dealIds, galleryOf, lockDeal } from "./deal.repo";
import type { DealMoveView } from "./deal.views";
import { recordDeal } from "./deal-transition";
import { holdingDeal } from "./holding-deal";

const REASON = "ratings of all galleries are shown when their time is over";
const BATCH = 100;

/** What the rules of rating look at, of a deal and who has rated it. */
export function ratingScene(
  deal: Pick<LockedDeal, "status" | "completedAt" | "disputeEndedAt" | "disputedAt">,
  ratings: readonly { side: Side; createdAt: Date }[],
): RatingScene {
  const ratedAt = (side: Side) =>
    ratings.find((rating) => rating.side === side)?.createdAt.toISOString() ?? null;
  return {
    status: deal.status,
    completedAt: deal.completedAt?.toISOString() ?? null,
    disputeEndedAt: deal.disputeEndedAt?.toISOString() ?? null,
    disputed: deal.disputedAt !== null,
    ratedAt: { BUYER: ratedAt("BUYER"), SELLER: ratedAt("SELLER") },
  };
}

const ratingsOf = (tx: Tx, dealId: string) =>
  tx.dealRating.findMany({ where: { dealId }, select: { side: true, createdAt: true } });

/** Shows the ratings of a deal when their time has come; the deal is locked. */
async function showIfDue(tx: Tx, deal: LockedDeal, now: Date): Promise<boolean> {
  if (deal.ratingsShownAt) return false;
  if (!areRatingsShown(ratingScene(deal, await ratingsOf(tx, deal.id)), now)) return false;
  await tx.deal.update({
    where: { id: deal.id },
    data: { ratingsShownAt: now },
    select: { id: true },
  });
  await publish(tx, {
    name: "deal.ratings_shown",
    payload: dealIds(deal),
    aggregateId: deal.id,
    galleryId: deal.sellerGalleryId,
  });
  return true;
}

async function writeRating(
  ctx: DealerContext,
  tx: Tx,
  { deal, side, input }: { deal: LockedDeal; side: Side; input: DealRateInput },
): Promise<void> {
  const now = ctx.now();
  const { accuracy = null, comment, communication = null, punctuality = null, stars } = input;
  const said = { stars, communication, accuracy, punctuality, comment: comment || null };
  const { buyerGalleryId, id: dealId, sellerGalleryId } = deal;
  const by = { ratedById: ctx.identity.userId, updatedAt: now };
  await tx.dealRating.upsert({
    where: { dealId_side: { dealId, side } },
    create: { dealId, side, buyerGalleryId, sellerGalleryId, ...said, ...by, createdAt: now },
    update: { ...said, ...by },
    select: { dealId: true },
  });
}

/**
 * Rates the other side of a completed deal, or changes one's rating while it is hidden and fresh.
 * The words stay out of the log until they are shown: it tells that there is a rating.
 * @throws DomainError `deal.not_found`, `deal.not_completed`, `deal.disputed`,
 * `deal.rating_closed`
 */
export async function rateDeal(ctx: DealerContext, input: DealRateInput): Promise<DealMoveView> {
  return holdingDeal(ctx, input.dealId, async (tx, { deal, side }) => {
    const scene = ratingScene(deal, await ratingsOf(tx, deal.id));
    assertMayRate(scene, side, ctx.now());
    await writeRating(ctx, tx, { deal, side, input });
    if (scene.ratedAt[side] === null) {
      await publish(tx, {
        name: "deal.rated",
        payload: { ...dealIds(deal), by: side },
        aggregateId: deal.id,
        galleryId: galleryOf(deal, side),
      });
      await recordDeal(tx, {
        platform: ctx,
        ...{ deal, side, actorId: ctx.identity.userId, now: ctx.now(), origin: ctx.origin },
        kind: "deal.rated",
        data: { dealId: deal.id },
      });
    }
    await showIfDue(tx, deal, ctx.now());
    return { dealId: deal.id, status: deal.status };
  });
}

/**
 * Shows ratings whose window is over, also those that stayed alone.
 * @returns of how many deals
 */
export async function showDueRatings(platform: Platform, signal?: AbortSignal): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  const now = platform.now();
  const before = new Date(now.getTime() - RATING_WINDOW_DAYS * 86_400_000);
  const due = await db.read((tx) =>
    tx.deal.findMany({
      where: {
        status: "COMPLETED",
        ratingsShownAt: null,
        disputedAt: null,
        completedAt: { lte: before },
        OR: [{ disputeEndedAt: null }, { disputeEndedAt: { lte: before } }],
      },
      orderBy: { completedAt: "asc" },
      take: BATCH,
      select: { id: true },
    }),
  );
  let shown = 0;
  for (const { id } of due) {
    if (signal?.aborted) break;
    const done = await db.write(async (tx) => showIfDue(tx, await lockDeal(tx, id), now));
    if (done) shown += 1;
  }
  return shown;
}
