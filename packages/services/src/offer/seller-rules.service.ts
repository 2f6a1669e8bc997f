import type { Tx } from "@oto/db";
import type { OfferState } from "@oto/domain";
import { autoCounterAmount, autoDecline, OFFER_MAX_ROUNDS } from "@oto/domain";
import type { Platform } from "../context";
import { toMoney } from "../money-view";
import type { LockedOffer, SellerRules } from "./offer.repo";
import { moveOffer } from "./offer-transition";

const DAY_MS = 86_400_000;
/** After so many automatic refusals a day a buyer's offers wait for a person, so that the floor
 * cannot be found by halving. */
const AUTO_DECLINES_PER_DAY = 3;

interface Proposed {
  platform: Platform;
  /** As it is now: the buyer's proposal is the latest. */
  offer: LockedOffer;
  rules: SellerRules;
  now: Date;
}

async function isDeclined(tx: Tx, { offer, rules, now }: Proposed): Promise<boolean> {
  if (!rules.autoDecline || !autoDecline(Number(offer.amount), rules.floor)) return false;
  const declined = await tx.offer.count({
    where: {
      vehicleId: offer.vehicleId,
      buyerGalleryId: offer.buyerGalleryId,
      closeReason: "BELOW_FLOOR",
      closedAt: { gt: new Date(now.getTime() - DAY_MS) },
    },
  });
  return declined < AUTO_DECLINES_PER_DAY;
}

/** Whether the rule has spoken to this buyer already: in this negotiation, or today in another. */
async function hasCountered(tx: Tx, { offer, now }: Proposed): Promise<boolean> {
  const { buyerGalleryId, id, vehicleId } = offer;
  const today = { createdAt: { gt: new Date(now.getTime() - DAY_MS) } };
  const spoken = await tx.offerRound.findFirst({
    where: {
      rule: { not: null },
      OR: [{ offerId: id }, { ...today, offer: { vehicleId, buyerGalleryId } }],
    },
    select: { id: true },
  });
  return spoken !== null;
}

async function counterByRule(tx: Tx, proposed: Proposed): Promise<OfferState | null> {
  const { offer, platform, rules, now } = proposed;
  const { currency, final, round, sellerGalleryId } = offer;
  if (final || round >= OFFER_MAX_ROUNDS) return null;
  const amount = autoCounterAmount(rules.autoCounter, {
    amount: Number(offer.amount),
    asking: toMoney(offer.askingAmount, currency),
    floor: rules.floor,
  });
  if (amount === null || (await hasCountered(tx, proposed))) return null;
  return moveOffer(platform, tx, {
    offer,
    action: { type: "counter", round, amount },
    by: { galleryId: sellerGalleryId, userId: null },
    now,
    rule: "AUTO_COUNTER",
  });
}

/**
 * Lets the seller's private rules answer a proposal of the buyer's: the floor declines an opening
 * offer, the counter rule answers once a negotiation. The buyer sees an ordinary answer.
 *
 * @returns the state after the answer; null where a person has to answer
 */
export async function answerByRules(tx: Tx, proposed: Proposed): Promise<OfferState | null> {
  const { offer, now, platform } = proposed;
  if (offer.round === 1 && (await isDeclined(tx, proposed))) {
    return moveOffer(platform, tx, {
      offer,
      action: { type: "reject", round: offer.round },
      by: { galleryId: offer.sellerGalleryId, userId: null },
      now,
      closeReason: "BELOW_FLOOR",
    });
  }
  return counterByRule(tx, proposed);
}
