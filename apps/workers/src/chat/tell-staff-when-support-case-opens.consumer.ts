import { noteSupportCase } from "@oto/services/notification";
import { defineConsumer } from "../runtime/define-consumer";

export const tellStaffWhenSupportCaseOpens = defineConsumer({
  id: "tell-staff-when-support-case-opens",
  handle: (_platform, tx, event) => noteSupportCase(tx, event),
});
