import { z } from "zod";

/** Beyond this somebody uses a deal as a disk. */
export const MAX_DEAL_DOCUMENTS = 30;
export const MAX_DEAL_DOCUMENT_BYTES = 15 * 1024 * 1024;
export const DEAL_DOCUMENT_TYPES = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/webp",
] as const;
export type DealDocumentType = (typeof DEAL_DOCUMENT_TYPES)[number];

export const stepNoteField = z.string().trim().max(1000);
/** Report or payment number, as the office that issued it writes it. */
export const stepReferenceField = z.string().trim().max(64);
/** Office, branch or address. */
export const stepPlaceField = z.string().trim().max(200);
export const disputeTextField = z.string().trim().min(10).max(4000);
export const settlementNoteField = z.string().trim().min(3).max(2000);

/** Whether a file may be announced under this type; what it really is, its content tells. */
export function isDealDocumentType(type: string): type is DealDocumentType {
  return DEAL_DOCUMENT_TYPES.some((allowed) => allowed === type);
}
