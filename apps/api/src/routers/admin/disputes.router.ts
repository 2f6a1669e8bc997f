import {
  disputeDocumentInput,
  disputeDocumentUrl,
  disputeIdInput,
  disputeListInput,
  disputeLogFile,
  disputeLogInput,
  disputeSettleInput,
  getDispute,
  listDisputes,
  settleDispute,
} from "@oto/services/deal";
import { adminProcedure, router } from "../../trpc/procedures";

/** Disputes between two galleries: what they are judged by, and their end. */
export const adminDisputesRouter = router({
  list: adminProcedure("dispute:read")
    .input(disputeListInput.prefault({}))
    .query(({ ctx, input }) => listDisputes(ctx, input)),
  get: adminProcedure("dispute:read")
    .input(disputeIdInput)
    .query(({ ctx, input }) => getDispute(ctx, input)),
  // Looks at evidence are acts: the audit trail has them.
  log: adminProcedure("dispute:read")
    .input(disputeLogInput)
    .mutation(({ ctx, input }) => disputeLogFile(ctx, input)),
  documentUrl: adminProcedure("dispute:read")
    .input(disputeDocumentInput)
    .mutation(({ ctx, input }) => disputeDocumentUrl(ctx, input)),
  settle: adminProcedure("dispute:decide")
    .input(disputeSettleInput)
    .mutation(({ ctx, input }) => settleDispute(ctx, input)),
});
