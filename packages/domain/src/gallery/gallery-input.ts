import { z } from "zod";
import { answeringHoursField } from "../clock";
import { emailField, licenceNoField, phoneField } from "../identity";
import { GALLERY_REASON_MAX } from "./gallery-machine";

const optionalText = (max: number) => z.string().trim().max(max).nullish();

export const galleryNameField = z.string({ error: "validation.required" }).trim().min(2).max(120);

/** Plate code of a province, 1..81. */
export const provinceCodeField = z
  .number({ error: "validation.province" })
  .int({ error: "validation.province" })
  .min(1, { error: "validation.province" })
  .max(81, { error: "validation.province" });

export const districtField = z
  .string({ error: "validation.required" })
  .trim()
  .min(1, { error: "validation.district" })
  .max(60, { error: "validation.district" });

export const taxOfficeField = optionalText(120);
export const legalNameField = optionalText(200);
export const addressField = optionalText(500);

export const WATERMARK_POSITIONS = [
  "TOP_LEFT",
  "TOP_RIGHT",
  "BOTTOM_LEFT",
  "BOTTOM_RIGHT",
  "CENTER",
] as const;

/** How a gallery marks its photos; opacity 0.1..1. */
export const watermarkField = z.strictObject({
  enabled: z.boolean(),
  position: z.enum(WATERMARK_POSITIONS),
  opacity: z.number().min(0.1).max(1),
});
export type Watermark = z.infer<typeof watermarkField>;
export const DEFAULT_WATERMARK: Watermark = {
  enabled: true,
  position: "BOTTOM_RIGHT",
  opacity: 0.6,
};

/** What a gallery may change about itself; absent stays, null clears. */
export const galleryPatch = z
  .strictObject({
    name: galleryNameField,
    legalName: legalNameField,
    taxOffice: taxOfficeField,
    licenceNo: licenceNoField,
    licenceExpiresOn: z.iso.date({ error: "validation.date" }).nullish(),
    provinceCode: provinceCodeField,
    district: districtField,
    address: addressField,
    phone: phoneField.nullish(),
    whatsapp: phoneField.nullish(),
    email: emailField.nullish(),
    about: optionalText(3000),
    hours: optionalText(500),
    publicListing: z.boolean(),
    autoDecline: z.boolean(),
    answeringHours: answeringHoursField,
    watermark: watermarkField,
  })
  .partial();
export type GalleryPatch = z.infer<typeof galleryPatch>;

/** Reason of a rejection or suspension, as typed; the machine refuses an empty one. */
export const galleryReasonField = z.string().trim().max(GALLERY_REASON_MAX).optional();
