import {
  cancelRequest,
  consentInput,
  dataRequestIdInput,
  downloadExport,
  erasureInput,
  listConsents,
  listRequests,
  requestErasure,
  requestGalleryExport,
  requestOwnExport,
  setConsent,
} from "@oto/services/kvkk";
import { galleryProcedure, router, sessionProcedure } from "../../trpc/procedures";

/** A person's rights over their data: consents, a copy of everything, erasure. */
export const kvkkRouter = router({
  consents: sessionProcedure.query(({ ctx }) => listConsents(ctx)),
  setConsent: sessionProcedure
    .input(consentInput)
    .mutation(({ ctx, input }) => setConsent(ctx, input)),
  requests: sessionProcedure.query(({ ctx }) => listRequests(ctx)),
  requestExport: sessionProcedure.mutation(({ ctx }) => requestOwnExport(ctx)),
  requestGalleryExport: galleryProcedure("gallery:export").mutation(({ ctx }) =>
    requestGalleryExport(ctx),
  ),
  requestErasure: sessionProcedure
    .input(erasureInput)
    .mutation(({ ctx, input }) => requestErasure(ctx, input)),
  cancel: sessionProcedure
    .input(dataRequestIdInput)
    .mutation(({ ctx, input }) => cancelRequest(ctx, input)),
  download: sessionProcedure
    .input(dataRequestIdInput)
    .mutation(({ ctx, input }) => downloadExport(ctx, input)),
});
