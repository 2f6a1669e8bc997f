import { galleryPatch, normalizeTaxNumber, taxTypeField } from "@oto/domain";
import { z } from "zod";

/** Input of `gallery.update`: absent stays, null clears. */
export const galleryUpdateInput = galleryPatch;
export type GalleryUpdateInput = z.infer<typeof galleryUpdateInput>;

/**
 * Input of `gallery.resubmit`: the corrections to a rejected registration. Here, and only here,
 * the tax number may change too.
 */
export const galleryResubmitInput = galleryPatch
  .extend({
    taxType: taxTypeField.optional(),
    taxNumber: z.string().max(30).transform(normalizeTaxNumber).optional(),
  })
  .default({});
export type GalleryResubmitInput = z.infer<typeof galleryResubmitInput>;

/** Input of `gallery.public`. */
export const galleryPublicInput = z.strictObject({ slug: z.string().min(1).max(160) });
export type GalleryPublicInput = z.infer<typeof galleryPublicInput>;
