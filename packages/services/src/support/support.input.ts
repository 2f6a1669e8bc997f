import {
  chatTextField,
  LOCALES,
  MAX_CHAT_TEXT,
  SUPPORT_CATEGORIES,
  SUPPORT_KINDS,
  SUPPORT_STATUSES,
} from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

/** Input of `support.open`. */
export const supportOpenInput = z.strictObject({
  category: z.enum(SUPPORT_CATEGORIES),
  subject: z.string().trim().min(3).max(160),
  text: chatTextField,
});
export type SupportOpenInput = z.infer<typeof supportOpenInput>;

/** Input of `support.get` and of everything about one case. */
export const supportCaseInput = z.strictObject({ caseId: z.uuid() });
export type SupportCaseInput = z.infer<typeof supportCaseInput>;

/** Input of `support.list`, the latest change first. */
export const supportListInput = z.strictObject({
  ...pageFields,
  status: z.enum(SUPPORT_STATUSES).optional(),
});
export type SupportListInput = z.infer<typeof supportListInput>;

/** Input of `admin.support.list`. */
export const supportQueueInput = z.strictObject({
  ...pageFields,
  /** DONE: resolved and closed ones; left out: those that are not done. */
  state: z.enum(["OPEN", "WAITING", "DONE", "ALL"]).optional(),
  kind: z.enum(SUPPORT_KINDS).optional(),
  assignee: z.enum(["ME", "NOBODY"]).optional(),
  galleryId: z.uuid().optional(),
  /** Words of the subject or of the gallery's name, or a case's number. */
  q: z.string().trim().max(100).optional(),
});
export type SupportQueueInput = z.infer<typeof supportQueueInput>;

/** Input of `admin.support.assign`; null: nobody's. */
export const supportAssignInput = z.strictObject({
  caseId: z.uuid(),
  assigneeId: z.uuid().nullable(),
});
export type SupportAssignInput = z.infer<typeof supportAssignInput>;

/** Input of `admin.support.setStatus`. */
export const supportStatusInput = z.strictObject({
  caseId: z.uuid(),
  status: z.enum(SUPPORT_STATUSES),
});
export type SupportStatusInput = z.infer<typeof supportStatusInput>;

/** Input of `admin.support.evidence`: the conversation that a case is about. */
export const supportEvidenceInput = z.strictObject({
  caseId: z.uuid(),
  beforeSeq: z.int().min(0).max(2_147_483_647).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type SupportEvidenceInput = z.infer<typeof supportEvidenceInput>;

/** Input of `admin.support.canned.save`; without an id it makes a new one. */
export const cannedSaveInput = z.strictObject({
  cannedId: z.uuid().optional(),
  title: z.string().trim().min(2).max(120),
  text: z.string().trim().min(2).max(MAX_CHAT_TEXT),
  locale: z.enum(LOCALES).default("tr"),
});
export type CannedSaveInput = z.infer<typeof cannedSaveInput>;

/** Input of `admin.support.canned.remove`. */
export const cannedInput = z.strictObject({ cannedId: z.uuid() });
export type CannedInput = z.infer<typeof cannedInput>;
