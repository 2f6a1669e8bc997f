import { historyInput, sendInput } from "@oto/services/chat";
import {
  getSupportCase,
  listSupportCases,
  openSupportCase,
  sendToSupport,
  supportCaseInput,
  supportHistory,
  supportListInput,
  supportOpenInput,
} from "@oto/services/support";
import { galleryProcedure, router } from "../../trpc/procedures";

/** What a gallery asks the platform; the talk itself is in the case's room (`chat`). */
export const supportRouter = router({
  open: galleryProcedure("support:use")
    .input(supportOpenInput)
    .mutation(({ ctx, input }) => openSupportCase(ctx, input)),
  list: galleryProcedure("support:use")
    .input(supportListInput.prefault({}))
    .query(({ ctx, input }) => listSupportCases(ctx, input)),
  get: galleryProcedure("support:use")
    .input(supportCaseInput)
    .query(({ ctx, input }) => getSupportCase(ctx, input)),
  send: galleryProcedure("support:use")
    .input(sendInput)
    .mutation(({ ctx, input }) => sendToSupport(ctx, input)),
  history: galleryProcedure("support:use")
    .input(historyInput)
    .query(({ ctx, input }) => supportHistory(ctx, input)),
});
