import { DomainError, isDomainError, sideOf } from "@oto/domain";
import type { DealerContext } from "../context";
import type { OfferRejectManyInput } from "./offer.input";
import { rejectOffer } from "./offer.service";
import type { OfferRejection, OfferRejectionsView } from "./offer.views";

type Asked = OfferRejectManyInput["offers"][number];

/** Whether the caller's side has rejected exactly this proposal already. */
async function isRejectedByCaller(ctx: DealerContext, { offerId, round }: Asked): Promise<boolean> {
  const row = await ctx.db.read((tx) =>
    tx.offer.findUnique({
      where: { id: offerId },
      select: {
        status: true,
        round: true,
        closedBy: true,
        buyerGalleryId: true,
        sellerGalleryId: true,
      },
    }),
  );
  return (
    row !== null &&
    row.status === "REJECTED" &&
    row.round === round &&
    row.closedBy === sideOf(row, ctx.gallery.id)
  );
}

async function rejectOne(
  ctx: DealerContext,
  asked: Asked,
  message: string | undefined,
): Promise<OfferRejection> {
  const { offerId } = asked;
  try {
    const { status } = await rejectOffer(ctx, { ...asked, ...(message ? { message } : {}) });
    return { offerId, ok: true, status };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    // Asked twice, done once: the second time is told what the first one did.
    if (error.reason === "offer.not_open" && (await isRejectedByCaller(ctx, asked))) {
      return { offerId, ok: true, status: "REJECTED" };
    }
    return { offerId, ok: false, reason: error.reason };
  }
}

/**
 * Rejects several proposals, each in a transaction of its own, so that one that has changed
 * meanwhile keeps none of the others from being answered. Asking again does nothing more and tells
 * the same.
 */
export async function rejectOffers(
  ctx: DealerContext,
  { message, offers }: OfferRejectManyInput,
): Promise<OfferRejectionsView> {
  const wanted = new Map(offers.map((each) => [each.offerId, each]));
  if (wanted.size !== offers.length) {
    throw new DomainError("input.invalid", {}, { fields: { offers: ["validation.invalid"] } });
  }
  const items: OfferRejection[] = [];
  // One after the other: they lock vehicles, and fifty at once would take every connection.
  for (const asked of offers) items.push(await rejectOne(ctx, asked, message));
  return { items, rejected: items.filter(({ ok }) => ok).length };
}
