import { galleryReasonField, galleryStatusField } from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

/** Input of `admin.galleries.list`; `q` looks into names, slugs, tax and licence numbers, phones. */
export const galleryListInput = z
  .strictObject({ status: galleryStatusField.optional(), q: z.string().trim().max(100).optional() })
  .extend(pageFields)
  .prefault({});
export type GalleryListInput = z.infer<typeof galleryListInput>;

export const galleryIdInput = z.strictObject({ galleryId: z.uuid() });
export type GalleryIdInput = z.infer<typeof galleryIdInput>;

/** Input of `admin.galleries.approve` / `.reject` / `.suspend` / `.reactivate`. */
export const galleryDecisionInput = galleryIdInput.extend({ reason: galleryReasonField });
export type GalleryDecisionInput = z.infer<typeof galleryDecisionInput>;

/** Input of `admin.deadLetters.list`; open ones unless asked otherwise. */
export const deadLetterListInput = z
  .strictObject({
    state: z.enum(["open", "resolved"]).default("open"),
    consumerId: z.string().max(100).optional(),
  })
  .extend(pageFields)
  .prefault({});
export type DeadLetterListInput = z.infer<typeof deadLetterListInput>;

export const deadLetterIdInput = z.strictObject({ deadLetterId: z.uuid() });
export type DeadLetterIdInput = z.infer<typeof deadLetterIdInput>;

/** Input of `admin.audit.list`. `action` matches from its beginning: `gallery.`, `admin.`. */
export const auditListInput = z
  .strictObject({
    galleryId: z.uuid().optional(),
    actorId: z.uuid().optional(),
    entityType: z.string().max(60).optional(),
    entityId: z.uuid().optional(),
    action: z.string().max(100).optional(),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
  })
  .extend(pageFields)
  .prefault({});
export type AuditListInput = z.infer<typeof auditListInput>;
