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
import {
  approveDataRequest,
  dataRequestDecisionInput,
  dataRequestListInput,
  listDataRequests,
  rejectDataRequest,
} from "@oto/services/kvkk";
import {
  exportPlatformReport,
  galleryReport,
  galleryReportInput,
  platformExportInput,
  platformReport,
  platformReportInput,
} from "@oto/services/report";
import {
  createPlatformUser,
  listPlatformUsers,
  platformRoleInput,
  platformUserIdInput,
  platformUserInput,
  resetSecondFactor,
  setPlatformRole,
} from "@oto/services/staff";
import { adminProcedure, router } from "../../trpc/procedures";
import { adminMessagesRouter } from "./admin-messages.router";
import { adminDisputesRouter } from "./disputes.router";
import { adminSupportRouter } from "./support.router";

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

const users = router({
  list: adminProcedure("user:manage").query(({ ctx }) => listPlatformUsers(ctx)),
  create: adminProcedure("user:manage")
    .input(platformUserInput)
    .mutation(({ ctx, input }) => createPlatformUser(ctx, input)),
  setRole: adminProcedure("user:manage")
    .input(platformRoleInput)
    .mutation(({ ctx, input }) => setPlatformRole(ctx, input)),
  resetSecondFactor: adminProcedure("user:manage")
    .input(platformUserIdInput)
    .mutation(({ ctx, input }) => resetSecondFactor(ctx, input)),
});

const kvkk = router({
  list: adminProcedure("kvkk:read")
    .input(dataRequestListInput)
    .query(({ ctx, input }) => listDataRequests(ctx, input)),
  approve: adminProcedure("kvkk:decide")
    .input(dataRequestDecisionInput)
    .mutation(({ ctx, input }) => approveDataRequest(ctx, input)),
  reject: adminProcedure("kvkk:decide")
    .input(dataRequestDecisionInput)
    .mutation(({ ctx, input }) => rejectDataRequest(ctx, input)),
});

const reports = router({
  summary: adminProcedure("report:read")
    .input(platformReportInput)
    .query(({ ctx, input }) => platformReport(ctx, input)),
  galleries: adminProcedure("report:read")
    .input(galleryReportInput)
    .query(({ ctx, input }) => galleryReport(ctx, input)),
  export: adminProcedure("report:read")
    .input(platformExportInput)
    .query(({ ctx, input }) => exportPlatformReport(ctx, input)),
});

/** What the platform's own staff do. */
export const adminRouter = router({
  overview: adminProcedure("overview:read").query(({ ctx }) => overview(ctx)),
  disputes: adminDisputesRouter,
  galleries,
  deadLetters,
  audit: auditTrail,
  users,
  kvkk,
  reports,
  messages: adminMessagesRouter,
  support: adminSupportRouter,
});
