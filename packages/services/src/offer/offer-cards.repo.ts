import type { Prisma, Tx } from "@oto/db";
import type { Side } from "@oto/domain";
import { provinceByCode } from "@oto/domain";
import type { DealerContext, Platform } from "../context";
import type { PictureView } from "../marketplace/marketplace.views";
import { photoSelect, toPhotoView } from "../media";

const REASON = "each side sees the other's province and the cover of what they negotiate over";

/** What the boards show of a negotiation. */
export const offerCardSelect = {
  id: true,
  vehicleId: true,
  buyerGalleryId: true,
  sellerGalleryId: true,
  status: true,
  turn: true,
  round: true,
  amount: true,
  currency: true,
  final: true,
  expiresAt: true,
  askingAmount: true,
  vehicleTitle: true,
  buyerName: true,
  sellerName: true,
  buyerSeenRound: true,
  sellerSeenRound: true,
  closedBy: true,
  closeReason: true,
  closedAt: true,
  createdAt: true,
  updatedAt: true,
  reservation: { select: { id: true } },
} as const satisfies Prisma.OfferSelect;

export type OfferCardRow = Prisma.OfferGetPayload<{ select: typeof offerCardSelect }>;

/** What the two sides show each other beside the negotiation itself. */
export interface Surroundings {
  covers: ReadonlyMap<string, PictureView>;
  provinces: ReadonlyMap<string, { code: number; name: string }>;
}

/** The latest proposal of one side. */
export interface LastProposal {
  offerId: string;
  side: Side;
  round: number;
  amount: bigint;
  message: string | null;
}

/** What cards show beside their rows. */
export interface OfferSurroundings extends Surroundings {
  /** By negotiation: at most one proposal of each side. */
  proposals: ReadonlyMap<string, readonly LastProposal[]>;
}

/** Rows of several negotiations, by negotiation, in their order. */
export function byOffer<Row extends { offerId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.offerId);
    if (known) known.push(row);
    else grouped.set(row.offerId, [row]);
  }
  return grouped;
}

/** The latest proposal of both sides in each of these negotiations. */
export async function lastProposals(
  tx: Tx,
  offerIds: readonly string[],
): Promise<OfferSurroundings["proposals"]> {
  if (offerIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<LastProposal[]>`
    select distinct on (offer_id, side) offer_id as "offerId", side::text as side, round, amount,
      message
    from offer_round where offer_id = any(${offerIds}::uuid[])
    order by offer_id, side, round desc`;
  return byOffer(rows);
}

/** The rows of these negotiations with their latest proposals, in the order of the ids. */
export async function loadCards(
  tx: Tx,
  offerIds: readonly string[],
): Promise<{ rows: OfferCardRow[]; proposals: OfferSurroundings["proposals"] }> {
  const found = await tx.offer.findMany({
    where: { id: { in: [...offerIds] } },
    select: offerCardSelect,
  });
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = offerIds.flatMap((id) => byId.get(id) ?? []);
  return { rows, proposals: await lastProposals(tx, offerIds) };
}

/** Covers and provinces around the caller's own rows. */
export function around(ctx: DealerContext, rows: readonly OfferCardRow[]): Promise<Surroundings> {
  return surroundingsOf(ctx, {
    vehicleIds: rows.map(({ vehicleId }) => vehicleId),
    galleryIds: rows.flatMap((row) => [row.buyerGalleryId, row.sellerGalleryId]),
  });
}

/**
 * Covers of vehicles and provinces of galleries that the caller negotiates over and with. The ids
 * come from rows that the caller may see.
 */
export async function surroundingsOf(
  platform: Platform,
  ids: { vehicleIds: readonly string[]; galleryIds: readonly string[] },
): Promise<Surroundings> {
  const vehicleIds = [...new Set(ids.vehicleIds)];
  const galleryIds = [...new Set(ids.galleryIds)];
  const { media, galleries } = await platform.database.unsafeSystem(REASON).read(
    async (tx) => ({
      media: await tx.media.findMany({
        where: { vehicleId: { in: vehicleIds }, isCover: true, status: "READY" },
        select: { ...photoSelect, vehicleId: true },
      }),
      galleries: await tx.gallery.findMany({
        where: { id: { in: galleryIds } },
        select: { id: true, provinceCode: true },
      }),
    }),
    { intent: "list" },
  );
  return {
    covers: new Map(
      media.map((row) => {
        const { variants, placeholder, dominantColor } = toPhotoView(
          row,
          platform.adapters.storage,
        );
        return [row.vehicleId, { variants, placeholder, dominantColor }];
      }),
    ),
    provinces: new Map(galleries.map(({ id, provinceCode }) => [id, provinceView(provinceCode)])),
  };
}

/** A province with its name. */
export function provinceView(code: number): { code: number; name: string } {
  return { code, name: provinceByCode(code)?.name ?? "" };
}
