import { CONSENT_KINDS, DATA_REQUEST_STATUSES } from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

/** Input of `kvkk.setConsent`. */
export const consentInput = z.strictObject({ kind: z.enum(CONSENT_KINDS), granted: z.boolean() });

/** Input of everything that names one request. */
export const dataRequestIdInput = z.strictObject({ requestId: z.uuid() });
export type DataRequestIdInput = z.infer<typeof dataRequestIdInput>;

/** Input of `kvkk.requestErasure`. */
export const erasureInput = z.strictObject({
  password: z.string({ error: "validation.required" }).min(1).max(200),
});
export type ErasureInput = z.infer<typeof erasureInput>;

/** Input of `admin.kvkk.list`. */
export const dataRequestListInput = z
  .strictObject({
    status: z.enum(DATA_REQUEST_STATUSES).optional(),
    ...pageFields,
  })
  .prefault({});
export type DataRequestListInput = z.infer<typeof dataRequestListInput>;

/** Input of `admin.kvkk.approve` and `.reject`; a rejection says why. */
export const dataRequestDecisionInput = z.strictObject({
  requestId: z.uuid(),
  note: z.string().trim().min(1).max(1_000).optional(),
});
export type DataRequestDecisionInput = z.infer<typeof dataRequestDecisionInput>;
