import type { ListingDocument, ObjectStorage } from "@oto/adapters";
import { provinceByCode } from "@oto/domain";
import { z } from "zod";
import { PHOTO_FORMATS } from "../media/media.view";
import type { ListingCard, PictureView } from "./marketplace.views";

const format = z.enum(PHOTO_FORMATS);

function coverView(cover: ListingDocument["cover"], storage: ObjectStorage): PictureView | null {
  if (!cover) return null;
  const { dominantColor, placeholder } = cover;
  const variants = cover.variants.flatMap(({ key, ...file }) => {
    const known = format.safeParse(file.format);
    if (!known.success) return [];
    const { height, width } = file;
    return [{ format: known.data, width, height, url: storage.publicUrl(key) }];
  });
  return { variants, placeholder, dominantColor };
}

/** A listing as its viewer's lists show it; `viewerGalleryId` is null for the public. */
export function listingCard(
  doc: ListingDocument,
  storage: ObjectStorage,
  viewerGalleryId: string | null,
): ListingCard {
  return {
    vehicleId: doc.vehicleId,
    title: doc.title,
    price: doc.price,
    make: { id: doc.makeId, name: doc.makeName, slug: doc.makeSlug },
    series: { id: doc.seriesId, name: doc.seriesName },
    modelName: doc.modelName,
    trimName: doc.trimName,
    modelYear: doc.modelYear,
    mileageKm: doc.mileageKm,
    fuel: doc.fuel,
    transmission: doc.transmission,
    bodyType: doc.bodyType,
    drivetrain: doc.drivetrain,
    color: doc.color,
    engineCc: doc.engineCc,
    powerHp: doc.powerHp,
    province: { code: doc.provinceCode, name: provinceByCode(doc.provinceCode)?.name ?? "" },
    district: doc.district,
    gallery: {
      id: doc.galleryId,
      name: doc.galleryName,
      slug: doc.gallerySlug,
      trust: doc.galleryTrust,
    },
    paintedPanels: doc.paintedPanels,
    replacedPanels: doc.replacedPanels,
    flawless: doc.flawless,
    damageStatus: doc.damageStatus,
    warranty: doc.warranty,
    tradeIn: doc.tradeIn,
    photoCount: doc.photoCount,
    cover: coverView(doc.cover, storage),
    publishedAt: doc.publishedAt,
    priceChangedAt: doc.priceChangedAt,
    own: doc.galleryId === viewerGalleryId,
  };
}
