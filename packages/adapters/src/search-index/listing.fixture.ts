import { randomUUID } from "node:crypto";
import type { ListingDocument } from "./search-index.port";

const ids = new Map<string, string>();

/** The same id for the same name, all through a test file. */
export function idOf(name: string): string {
  const known = ids.get(name) ?? randomUUID();
  ids.set(name, known);
  return known;
}

/** A believable listing: a diesel Passat in Ankara, changed where a test says so. */
export function listing(over: Partial<ListingDocument> = {}): ListingDocument {
  const makeName = over.makeName ?? "Volkswagen";
  const seriesName = over.seriesName ?? "Passat";
  const trimName = over.trimName === undefined ? "Comfortline" : over.trimName;
  const modelName = over.modelName === undefined ? "1.6 TDI" : over.modelName;
  const modelYear = over.modelYear ?? 2019;
  return {
    vehicleId: randomUUID(),
    version: 1,
    galleryId: idOf("gallery one"),
    galleryName: "Yıldız Otomotiv",
    gallerySlug: "yildiz-otomotiv",
    galleryTrust: null,
    publicVisible: true,
    title: [modelYear, makeName, seriesName, modelName, trimName].filter(Boolean).join(" "),
    makeId: idOf(makeName),
    makeName,
    makeSlug: makeName.toLowerCase(),
    seriesId: idOf(`${makeName} ${seriesName}`),
    seriesName,
    modelId: modelName === null ? null : idOf(`${seriesName} ${modelName}`),
    modelName,
    trimId: trimName === null ? null : idOf(`${seriesName} ${trimName}`),
    trimName,
    modelYear,
    mileageKm: 98_000,
    fuel: "DIESEL",
    transmission: "AUTOMATIC",
    bodyType: "SEDAN",
    drivetrain: "FWD",
    color: "WHITE",
    engineCc: 1_598,
    powerHp: 120,
    provinceCode: 6,
    district: "Çankaya",
    price: { amount: 124_500_000, currency: "TRY" },
    paintedPanels: 0,
    replacedPanels: 0,
    flawless: true,
    damageStatus: "NONE",
    warranty: false,
    tradeIn: true,
    photoCount: 8,
    cover: {
      variants: [{ format: "avif", width: 640, height: 480, key: "public/a/640.avif" }],
      placeholder: "data:image/webp;base64,AAAA",
      dominantColor: "#aabbcc",
    },
    features: ["ABS", "SUNROOF"],
    publishedAt: "2026-07-01T10:00:00.000Z",
    priceChangedAt: null,
    ...over,
  };
}
