import { sweepDealDocuments } from "@oto/services/deal";
import { defineSchedule } from "../runtime/define-schedule";

export const sweepAbandonedDocumentsSchedule = defineSchedule({
  id: "sweep-abandoned-documents",
  run: (platform) => sweepDealDocuments(platform),
});
