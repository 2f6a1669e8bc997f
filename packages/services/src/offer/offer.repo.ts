import type { Tx } from "@oto/db";
import type {
  AnsweringHours,
  AutoCounter,
  Currency,
  GalleryStatus,
  OfferState,
  OfferStatus,
  Side,
  VehicleStatus,
} from "@oto/domain";
import { DomainError, readAnsweringHours, readAutoCounter, sideOf } from "@oto/domain";

/** A negotiation whose row is locked until the end of the transaction. */
export interface LockedOffer {
  id: string;
  vehicleId: string;
  buyerGalleryId: string;
  sellerGalleryId: string;
  status: OfferStatus;
  turn: Side | null;
  round: number;
  amount: bigint;
  currency: Currency;
  final: boolean;
  expiresAt: Date;
  askingAmount: bigint;
  sellerUserId: string | null;
  answeredAt: Date | null;
}

/** The negotiation as the machine sees it. */
export function stateOf(offer: LockedOffer): OfferState {
  return {
    ...offer,
    amount: Number(offer.amount),
    expiresAt: offer.expiresAt.toISOString(),
    askingAmount: Number(offer.askingAmount),
  };
}

/** The locked row as a move has left it. */
export function afterMove(offer: LockedOffer, next: OfferState): LockedOffer {
  return {
    ...offer,
    ...next,
    amount: BigInt(next.amount),
    expiresAt: new Date(next.expiresAt),
    askingAmount: BigInt(next.askingAmount),
  };
}

interface Parties {
  vehicleId: string;
  buyerGalleryId: string;
  sellerGalleryId: string;
}

/**
 * The parties of a negotiation, for somebody who is one of them.
 * @throws DomainError `offer.not_found`, also for everybody else
 */
export async function partiesFor(tx: Tx, offerId: string, galleryId: string): Promise<Parties> {
  const parties = await tx.offer.findUnique({
    where: { id: offerId },
    select: { vehicleId: true, buyerGalleryId: true, sellerGalleryId: true },
  });
  if (!parties || sideOf(parties, galleryId) === null) throw new DomainError("offer.not_found");
  return parties;
}

/**
 * Locks negotiations in one order. Callers hold the lock of every vehicle concerned, or never wait
 * for another lock afterwards.
 */
export async function lockOffers(tx: Tx, offerIds: readonly string[]): Promise<LockedOffer[]> {
  return tx.$queryRaw<LockedOffer[]>`
    select id, vehicle_id as "vehicleId", buyer_gallery_id as "buyerGalleryId",
      seller_gallery_id as "sellerGalleryId", status::text as status, turn::text as turn, round,
      amount, currency::text as currency, final, expires_at as "expiresAt",
      asking_amount as "askingAmount", seller_user_id as "sellerUserId",
      answered_at as "answeredAt"
    from offer where id = any(${offerIds}::uuid[]) order by id for no key update`;
}

/** Ids of the open negotiations over a vehicle. */
export async function openOfferIds(tx: Tx, vehicleId: string): Promise<string[]> {
  const open = await tx.offer.findMany({
    where: { vehicleId, status: "OPEN" },
    select: { id: true },
  });
  return open.map(({ id }) => id);
}

/** A seller's private rules for one vehicle. */
export interface SellerRules {
  /** Minor units; null for none. */
  floor: number | null;
  autoDecline: boolean;
  autoCounter: AutoCounter | null;
  /** Null for around the clock. */
  hours: AnsweringHours | null;
}

interface StoredRules {
  lowestPriceAmount: bigint | null;
  autoDecline: boolean;
  autoCounter: unknown;
  answeringHours: unknown;
}

function rulesOf(stored: StoredRules): SellerRules {
  const { lowestPriceAmount } = stored;
  return {
    floor: lowestPriceAmount === null ? null : Number(lowestPriceAmount),
    autoDecline: stored.autoDecline,
    autoCounter: readAutoCounter(stored.autoCounter),
    hours: readAnsweringHours(stored.answeringHours),
  };
}

/** A seller's rules, for a vehicle whose row is locked. */
export async function sellerRulesOf(tx: Tx, vehicleId: string): Promise<SellerRules> {
  const { autoCounter, gallery, lowestPriceAmount } = await tx.vehicle.findUniqueOrThrow({
    where: { id: vehicleId },
    select: {
      lowestPriceAmount: true,
      autoCounter: true,
      gallery: { select: { autoDecline: true, answeringHours: true } },
    },
  });
  return rulesOf({ ...gallery, autoCounter, lowestPriceAmount });
}

/** A vehicle that somebody wants to make an offer for, with its seller. */
export interface WantedVehicle {
  galleryId: string;
  status: VehicleStatus;
  title: string;
  priceAmount: bigint;
  currency: Currency;
  publishedAt: Date | null;
  sellerName: string;
  sellerStatus: GalleryStatus;
  rules: SellerRules;
}

/** Reads a vehicle and keeps it from changing; offers for one vehicle do not wait for each other. */
export async function shareVehicle(tx: Tx, vehicleId: string): Promise<WantedVehicle | undefined> {
  const [found] = await tx.$queryRaw<(Omit<WantedVehicle, "rules"> & StoredRules)[]>`
    select v.gallery_id as "galleryId", v.status::text as status, v.title,
      v.price_amount as "priceAmount", v.currency::text as currency,
      v.lowest_price_amount as "lowestPriceAmount", v.published_at as "publishedAt",
      v.auto_counter as "autoCounter", g.name as "sellerName", g.status::text as "sellerStatus",
      g.auto_decline as "autoDecline", g.answering_hours as "answeringHours"
    from vehicle v join gallery g on g.id = v.gallery_id
    where v.id = ${vehicleId}::uuid for share of v`;
  if (!found) return undefined;
  const { answeringHours, autoCounter, autoDecline, lowestPriceAmount, ...vehicle } = found;
  const rules = rulesOf({ answeringHours, autoCounter, autoDecline, lowestPriceAmount });
  return { ...vehicle, rules };
}

/** Whether every one of the galleries may trade. */
export async function allApproved(tx: Tx, galleryIds: readonly string[]): Promise<boolean> {
  const approved = await tx.gallery.count({
    where: { id: { in: [...galleryIds] }, status: "APPROVED" },
  });
  return approved === new Set(galleryIds).size;
}
