import type { ListingDocument } from "@oto/adapters";
import {
  DomainError,
  damageRecordField,
  expertiseField,
  provinceByCode,
  summarizePanels,
} from "@oto/domain";
import type { DealerContext, Platform, PublicContext } from "../context";
import { toPhotoView } from "../media";
import { toMoney } from "../money-view";
import { listingCard } from "./listing.presenter";
import { isFindable } from "./listing.repo";
import type { DealingsRow, ListingDetailRow } from "./listing-detail.repo";
import { readListingDetail, readListingDetails, readListingFor } from "./listing-detail.repo";
import { listingDocument } from "./listing-document";
import type { CompareInput, ListingInput, SimilarInput } from "./marketplace.input";
import type {
  CompareView,
  ListingView,
  MyOfferView,
  PricePoint,
  PublicListingView,
  SellerCard,
  SimilarView,
} from "./marketplace.views";

const REASON = "the market shows the stock of all galleries";

function sellerCard(row: ListingDetailRow): SellerCard {
  return {
    id: row.galleryId,
    name: row.galleryName,
    slug: row.gallerySlug,
    licenceNo: row.licenceNo,
    province: { code: row.provinceCode, name: provinceByCode(row.provinceCode)?.name ?? "" },
    district: row.district,
    phone: row.phone,
    whatsapp: row.whatsapp,
    memberSince: row.memberSince.toISOString(),
    publishedVehicles: row.publishedVehicles,
  };
}

/** The price at publication and every change since; what was typed before is nobody's business. */
function priceHistory(row: ListingDetailRow): PricePoint[] {
  const { currency, priceAmount, priceChanges, publishedAt } = row;
  if (!publishedAt) return [];
  const first = priceChanges[0]?.from ?? priceChanges[0]?.to ?? priceAmount;
  return [
    { at: publishedAt.toISOString(), price: toMoney(first, currency) },
    ...priceChanges.map(({ at, to }) => ({
      at: new Date(at).toISOString(),
      price: toMoney(to, currency),
    })),
  ];
}

function detailView(
  platform: Platform,
  row: ListingDetailRow,
  viewerGalleryId: string | null,
): PublicListingView {
  const { storage } = platform.adapters;
  const damageRecord = damageRecordField.safeParse(row.damageRecord);
  const expertise = expertiseField.safeParse(row.expertise);
  return {
    ...listingCard(listingDocument(row, platform.now()), storage, viewerGalleryId),
    condition: row.condition,
    firstRegistrationDate: row.firstRegistrationDate,
    interiorColor: row.interiorColor,
    ownerCount: row.ownerCount,
    warrantyUntil: row.warrantyDay,
    warrantyStated: row.warrantyStated,
    liens: row.liens,
    vinLast6: row.vinLast6,
    eidsVerified: row.eidsStatus === "VERIFIED",
    panels: row.panels,
    panelSummary: summarizePanels(row.panels),
    features: row.features,
    damageRecord: damageRecord.success ? damageRecord.data : null,
    expertise: expertise.success ? expertise.data : null,
    description: row.description,
    photos: row.photos.map((photo) => ({ ...toPhotoView(photo, storage), cover: photo.cover })),
    seller: sellerCard(row),
    priceHistory: priceHistory(row),
  };
}

function myOfferView(offer: DealingsRow["myOffer"]): MyOfferView | null {
  if (!offer) return null;
  return {
    offerId: offer.id,
    status: offer.status,
    round: offer.round,
    turn: offer.turn,
    amount: toMoney(offer.amount, offer.currency),
    expiresAt: new Date(offer.expiresAt).toISOString(),
  };
}

/**
 * A vehicle of the market. One that is off the market is shown only to the gallery that has it
 * reserved or bought it here.
 *
 * @throws DomainError `marketplace.not_found`
 */
export async function getListing(ctx: DealerContext, input: ListingInput): Promise<ListingView> {
  const galleryId = ctx.gallery.id;
  const { vehicleId } = input;
  const row = await readListingFor(ctx.database.unsafeSystem(REASON), { galleryId, vehicleId });
  const isVisible = row && (isFindable(row) || row.reservationId !== null);
  if (!isVisible) throw new DomainError("marketplace.not_found");
  return {
    ...detailView(ctx, row, galleryId),
    status: row.status,
    myOffer: myOfferView(row.myOffer),
    reservationId: row.reservationId,
    onPublicSite: row.publicListing && isFindable(row),
  };
}

/**
 * A vehicle of the public site.
 * @throws DomainError `marketplace.not_found`, also for stock that its gallery shows to dealers only
 */
export async function getPublicListing(
  ctx: PublicContext,
  input: ListingInput,
): Promise<PublicListingView> {
  const row = await readListingDetail(ctx.database.unsafeSystem(REASON), input.vehicleId);
  if (!row?.publicListing || !isFindable(row)) throw new DomainError("marketplace.not_found");
  return detailView(ctx, row, null);
}

/** Vehicles of the market side by side. */
export async function compareListings(
  ctx: DealerContext,
  { vehicleIds }: CompareInput,
): Promise<CompareView> {
  const rows = await ctx.database
    .unsafeSystem(REASON)
    .read((tx) => readListingDetails(tx, vehicleIds), { intent: "list" });
  const findable = new Map(rows.filter(isFindable).map((row) => [row.vehicleId, row]));
  const wanted = [...new Set(vehicleIds)];
  return {
    items: wanted.flatMap((id) => {
      const row = findable.get(id);
      return row ? [detailView(ctx, row, ctx.gallery.id)] : [];
    }),
    missing: wanted.filter((id) => !findable.has(id)),
  };
}

/** Same series within two model years first, then the same body at about the same price. */
async function likeVehicles(
  platform: Platform,
  doc: ListingDocument,
  want: { limit: number; publicOnly: boolean },
): Promise<ListingDocument[]> {
  const { limit, publicOnly } = want;
  const { searchIndex } = platform.adapters;
  const base = { limit: limit + 1, publicOnly, sort: "newest" } as const;
  const near = await searchIndex.search({
    ...base,
    filters: {
      seriesIds: [doc.seriesId],
      yearMin: doc.modelYear - 2,
      yearMax: doc.modelYear + 2,
    },
  });
  const found = new Map(near.items.map((item) => [item.vehicleId, item]));
  if (found.size <= limit && doc.price.currency === "TRY") {
    const far = await searchIndex.search({
      ...base,
      limit: Math.min(100, 2 * limit + 1),
      filters: {
        bodyTypes: [doc.bodyType],
        priceMin: Math.round(doc.price.amount * 0.8),
        priceMax: Math.round(doc.price.amount * 1.2),
      },
    });
    for (const item of far.items) found.set(item.vehicleId, item);
  }
  found.delete(doc.vehicleId);
  return [...found.values()].slice(0, limit);
}

async function similarAs(
  platform: Platform,
  input: SimilarInput,
  viewer: { galleryId: string | null },
): Promise<SimilarView> {
  const { searchIndex, storage } = platform.adapters;
  const publicOnly = viewer.galleryId === null;
  const [doc] = await searchIndex.get([input.vehicleId]);
  if (!doc || (publicOnly && !doc.publicVisible)) return { items: [] };
  const items = await likeVehicles(platform, doc, { limit: input.limit, publicOnly });
  return { items: items.map((item) => listingCard(item, storage, viewer.galleryId)) };
}

/** Vehicles like one of the market; none when it is not on the market itself. */
export async function similarListings(
  ctx: DealerContext,
  input: SimilarInput,
): Promise<SimilarView> {
  return similarAs(ctx, input, { galleryId: ctx.gallery.id });
}

/** The same among what the public may see. */
export async function similarPublicListings(
  ctx: PublicContext,
  input: SimilarInput,
): Promise<SimilarView> {
  return similarAs(ctx, input, { galleryId: null });
}
