import type { ListingDocument } from "@oto/adapters";
import { damageStatusField, summarizePanels } from "@oto/domain";
import { z } from "zod";
import { toMoney } from "../money-view";
import type { ListingRow } from "./listing.repo";

const damage = z.object({ status: damageStatusField });
const files = z.array(
  z.object({ format: z.string(), width: z.number(), height: z.number(), key: z.string() }),
);

function coverOf(cover: ListingRow["cover"]): ListingDocument["cover"] {
  if (!cover) return null;
  const variants = files.safeParse(cover.variants);
  return {
    variants: variants.success ? variants.data : [],
    placeholder: cover.placeholder,
    dominantColor: cover.dominantColor,
  };
}

/** A vehicle of the market as the search index keeps it. */
export function listingDocument(row: ListingRow, now: Date): ListingDocument {
  const damageRecord = damage.safeParse(row.damageRecord);
  const { flawless, painted, replaced } = summarizePanels(row.panels);
  const { priceChangedAt, publishedAt, warrantyUntil } = row;
  return {
    vehicleId: row.vehicleId,
    version: row.version,
    galleryId: row.galleryId,
    galleryName: row.galleryName,
    gallerySlug: row.gallerySlug,
    galleryTrust: row.trustScore,
    publicVisible: row.publicListing,
    title: row.title,
    makeId: row.makeId,
    makeName: row.makeName,
    makeSlug: row.makeSlug ?? "",
    seriesId: row.seriesId,
    seriesName: row.seriesName,
    modelId: row.modelId,
    modelName: row.modelName,
    trimId: row.trimId,
    trimName: row.trimName,
    modelYear: row.modelYear,
    mileageKm: row.mileageKm,
    fuel: row.fuel,
    transmission: row.transmission,
    bodyType: row.bodyType,
    drivetrain: row.drivetrain,
    color: row.color,
    engineCc: row.engineCc,
    powerHp: row.powerHp,
    provinceCode: row.provinceCode,
    district: row.district,
    price: toMoney(row.priceAmount, row.currency),
    paintedPanels: painted,
    replacedPanels: replaced,
    flawless,
    damageStatus: damageRecord.success ? damageRecord.data.status : "UNKNOWN",
    warranty: warrantyUntil !== null && warrantyUntil.getTime() + 86_400_000 > now.getTime(),
    tradeIn: row.tradeIn,
    photoCount: row.photoCount,
    cover: coverOf(row.cover),
    features: row.features,
    publishedAt: (publishedAt ?? now).toISOString(),
    priceChangedAt: priceChangedAt?.toISOString() ?? null,
  };
}
