import {
  attachmentInput,
  chatFeedInput,
  chatUploadInput,
  historyInput,
  markReadInput,
  roomInput,
  sendInput,
} from "@oto/services/chat";
import {
  answerCase,
  assignCase,
  cannedInput,
  cannedSaveInput,
  caseAttachment,
  caseEvidence,
  caseHistory,
  completeCaseUpload,
  createCaseUpload,
  followSupport,
  getQueueCase,
  listAssignees,
  listCanned,
  listSupportQueue,
  markCaseRead,
  removeCanned,
  saveCanned,
  setCaseStatus,
  supportAssignInput,
  supportCaseInput,
  supportEvidenceInput,
  supportQueueInput,
  supportStatusInput,
  typeInCase,
} from "@oto/services/support";
import { adminProcedure, router } from "../../trpc/procedures";
import { numberedChat } from "../chat/chat.router";

const canned = router({
  list: adminProcedure("support:read").query(({ ctx }) => listCanned(ctx)),
  save: adminProcedure("support:answer")
    .input(cannedSaveInput)
    .mutation(({ ctx, input }) => saveCanned(ctx, input)),
  remove: adminProcedure("support:answer")
    .input(cannedInput)
    .mutation(({ ctx, input }) => removeCanned(ctx, input)),
});

/** The staff's side of support: the queue of cases, and the talk in their rooms. */
export const adminSupportRouter = router({
  list: adminProcedure("support:read")
    .input(supportQueueInput.prefault({}))
    .query(({ ctx, input }) => listSupportQueue(ctx, input)),
  get: adminProcedure("support:read")
    .input(supportCaseInput)
    .query(({ ctx, input }) => getQueueCase(ctx, input)),
  assignees: adminProcedure("support:answer").query(({ ctx }) => listAssignees(ctx)),
  assign: adminProcedure("support:answer")
    .input(supportAssignInput)
    .mutation(({ ctx, input }) => assignCase(ctx, input)),
  setStatus: adminProcedure("support:answer")
    .input(supportStatusInput)
    .mutation(({ ctx, input }) => setCaseStatus(ctx, input)),
  evidence: adminProcedure("support:answer")
    .input(supportEvidenceInput)
    .mutation(({ ctx, input }) => caseEvidence(ctx, input)),
  history: adminProcedure("support:read")
    .input(historyInput)
    .query(({ ctx, input }) => caseHistory(ctx, input)),
  send: adminProcedure("support:answer")
    .input(sendInput)
    .mutation(({ ctx, input }) => answerCase(ctx, input)),
  markRead: adminProcedure("support:read")
    .input(markReadInput)
    .mutation(({ ctx, input }) => markCaseRead(ctx, input)),
  typing: adminProcedure("support:answer")
    .input(roomInput)
    .mutation(({ ctx, input }) => typeInCase(ctx, input)),
  createUpload: adminProcedure("support:answer")
    .input(chatUploadInput)
    .mutation(({ ctx, input }) => createCaseUpload(ctx, input)),
  completeUpload: adminProcedure("support:answer")
    .input(attachmentInput)
    .mutation(({ ctx, input }) => completeCaseUpload(ctx, input)),
  attachment: adminProcedure("support:read")
    .input(attachmentInput)
    .query(({ ctx, input }) => caseAttachment(ctx, input)),
  canned,
  /** Everything new in the rooms of all cases. */
  onEvent: adminProcedure("support:read")
    .input(chatFeedInput)
    .subscription(async ({ ctx, input, signal }) =>
      numberedChat(await followSupport(ctx, input, { signal })),
    ),
});
