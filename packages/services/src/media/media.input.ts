import { z } from "zod";

export const mediaRef = z.strictObject({ mediaId: z.uuid() });
export type MediaRef = z.infer<typeof mediaRef>;

/** A file about to be uploaded. Its limits have reasons of their own: see `createUpload`. */
export const createUploadInput = z.strictObject({
  vehicleId: z.uuid(),
  fileName: z.string().trim().min(1).max(255),
  contentType: z
    .string()
    .max(100)
    .transform((type) => type.trim().toLowerCase()),
  /** Exact bytes. */
  size: z
    .int()
    .min(1)
    .max(2 ** 40),
});
export type CreateUploadInput = z.infer<typeof createUploadInput>;

export const listMediaInput = z.strictObject({ vehicleId: z.uuid() });
export type ListMediaInput = z.infer<typeof listMediaInput>;

/** Every photo of the vehicle, in its new order. */
export const reorderMediaInput = z.strictObject({
  vehicleId: z.uuid(),
  mediaIds: z.array(z.uuid()).min(1).max(200),
});
export type ReorderMediaInput = z.infer<typeof reorderMediaInput>;
