import type { Prisma } from "@oto/db";
import { provinceByCode } from "@oto/domain";
import type { Platform } from "../context";
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
