import {
  deliveryIdInput,
  deliveryListInput,
  deliverySumInput,
  getDelivery,
  getTemplate,
  listDeliveries,
  listTemplates,
  previewTemplate,
  retryDelivery,
  revertTemplate,
  saveTemplate,
  sendTestMessage,
  sumDeliveries,
  templateKeyInput,
  templateRevertInput,
  templateSaveInput,
  templateTestInput,
  templateTextInput,
} from "@oto/services/message";
import { adminProcedure, router } from "../../trpc/procedures";

/** Texts of messages, and what became of those that were sent. */
export const adminMessagesRouter = router({
  templates: adminProcedure("message:read").query(({ ctx }) => listTemplates(ctx)),
  template: adminProcedure("message:read")
    .input(templateKeyInput)
    .query(({ ctx, input }) => getTemplate(ctx, input)),
  preview: adminProcedure("message:read")
    .input(templateTextInput)
    .query(({ ctx, input }) => previewTemplate(ctx, input)),
  save: adminProcedure("message:edit")
    .input(templateSaveInput)
    .mutation(({ ctx, input }) => saveTemplate(ctx, input)),
  revert: adminProcedure("message:edit")
    .input(templateRevertInput)
    .mutation(({ ctx, input }) => revertTemplate(ctx, input)),
  testSend: adminProcedure("message:edit")
    .input(templateTestInput)
    .mutation(({ ctx, input }) => sendTestMessage(ctx, input)),
  deliveries: adminProcedure("message:read")
    .input(deliveryListInput.prefault({}))
    .query(({ ctx, input }) => listDeliveries(ctx, input)),
  sums: adminProcedure("message:read")
    .input(deliverySumInput.prefault({}))
    .query(({ ctx, input }) => sumDeliveries(ctx, input)),
  delivery: adminProcedure("message:read")
    .input(deliveryIdInput)
    .query(({ ctx, input }) => getDelivery(ctx, input)),
  retry: adminProcedure("message:edit")
    .input(deliveryIdInput)
    .mutation(({ ctx, input }) => retryDelivery(ctx, input)),
});
