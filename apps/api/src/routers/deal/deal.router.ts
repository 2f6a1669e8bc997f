import {
  completeDealDocument,
  confirmDeal,
  createDealDocument,
  dealDisputeInput,
  dealDocumentInput,
  dealDocumentRef,
  dealDocumentUrl,
  dealIdInput,
  dealListInput,
  dealLogInput,
  dealRateInput,
  dealStepInput,
  disputeDeal,
  getDeal,
  listDeals,
  rateDeal,
  removeDealDocument,
  setDealStep,
  withdrawDispute,
} from "@oto/services/deal";
import { dealLogFile } from "@oto/services/deal-log";
import { galleryProcedure, router } from "../../trpc/procedures";

/** What follows an acceptance: checklist, documents, both sides' words, ratings, disputes, proof. */
export const dealRouter = router({
  get: galleryProcedure("deal:read")
    .input(dealIdInput)
    .query(({ ctx, input }) => getDeal(ctx, input)),
  list: galleryProcedure("deal:read")
    .input(dealListInput.prefault({}))
    .query(({ ctx, input }) => listDeals(ctx, input)),
  log: galleryProcedure("deal:read")
    .input(dealLogInput)
    .query(({ ctx, input }) => dealLogFile(ctx, input)),
  documentUrl: galleryProcedure("deal:read")
    .input(dealDocumentRef)
    .query(({ ctx, input }) => dealDocumentUrl(ctx, input)),
  setStep: galleryProcedure("deal:manage")
    .input(dealStepInput)
    .mutation(({ ctx, input }) => setDealStep(ctx, input)),
  createDocument: galleryProcedure("deal:manage")
    .input(dealDocumentInput)
    .mutation(({ ctx, input }) => createDealDocument(ctx, input)),
  completeDocument: galleryProcedure("deal:manage")
    .input(dealDocumentRef)
    .mutation(({ ctx, input }) => completeDealDocument(ctx, input)),
  removeDocument: galleryProcedure("deal:manage")
    .input(dealDocumentRef)
    .mutation(({ ctx, input }) => removeDealDocument(ctx, input)),
  confirm: galleryProcedure("deal:manage")
    .input(dealIdInput)
    .mutation(({ ctx, input }) => confirmDeal(ctx, input)),
  rate: galleryProcedure("deal:manage")
    .input(dealRateInput)
    .mutation(({ ctx, input }) => rateDeal(ctx, input)),
  dispute: galleryProcedure("deal:manage")
    .input(dealDisputeInput)
    .mutation(({ ctx, input }) => disputeDeal(ctx, input)),
  withdrawDispute: galleryProcedure("deal:manage")
    .input(dealIdInput)
    .mutation(({ ctx, input }) => withdrawDispute(ctx, input)),
});
