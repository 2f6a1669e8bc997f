import {
  approveGallery,
  auditListInput,
  deadLetterIdInput,
  deadLetterListInput,
  discardDeadLetter,
  galleryDecisionInput,
  galleryDetail,
  galleryIdInput,
  galleryListInput,
  listAudit,
  listDeadLetters,
  listGalleries,
  overview,
  reactivateGallery,
  rejectGallery,
  replayDeadLetter,
  suspendGallery,
} from "@oto/services/admin";
import { adminProcedure, router } from "../../trpc/procedures";

const galleries = router({
  list: adminProcedure("gallery:list")
    .input(galleryListInput)
    .query(({ ctx, input }) => listGalleries(ctx, input)),
  get: adminProcedure("gallery:list")
    .input(galleryIdInput)
    .query(({ ctx, input }) => galleryDetail(ctx, input)),
  approve: adminProcedure("gallery:review")
    .input(galleryDecisionInput)
    .mutation(({ ctx, input }) => approveGallery(ctx, input)),
  reject: adminProcedure("gallery:review")
    .input(galleryDecisionInput)
    .mutation(({ ctx, input }) => rejectGallery(ctx, input)),
  suspend: adminProcedure("gallery:suspend")
    .input(galleryDecisionInput)
    .mutation(({ ctx, input }) => suspendGallery(ctx, input)),
  reactivate: adminProcedure("gallery:suspend")
    .input(galleryDecisionInput)
    .mutation(({ ctx, input }) => reactivateGallery(ctx, input)),
});

const deadLetters = router({
  list: adminProcedure("queue:read")
    .input(deadLetterListInput)
    .query(({ ctx, input }) => listDeadLetters(ctx, input)),
  replay: adminProcedure("queue:manage")
    .input(deadLetterIdInput)
    .mutation(({ ctx, input }) => replayDeadLetter(ctx, input)),
  discard: adminProcedure("queue:manage")
    .input(deadLetterIdInput)
    .mutation(({ ctx, input }) => discardDeadLetter(ctx, input)),
});

const auditTrail = router({
  list: adminProcedure("audit:read")
    .input(auditListInput)
    .query(({ ctx, input }) => listAudit(ctx, input)),
});

/** What the platform's own staff do. */
export const adminRouter = router({
  overview: adminProcedure("overview:read").query(({ ctx }) => overview(ctx)),
  galleries,
  deadLetters,
  audit: auditTrail,
});
