export * from "./deal.input";
export type * from "./deal.views";
export { confirmDeal, confirmSilentDeals } from "./deal-confirm.service";
export {
  completeDealDocument,
  createDealDocument,
  dealDocumentUrl,
  removeDealDocument,
  sweepDealDocuments,
} from "./deal-documents.service";
export { listDeals } from "./deal-list.service";
export { rateDeal, showDueRatings } from "./deal-rating.service";
export { getDeal } from "./deal-read.service";
export { setDealStep } from "./deal-steps.service";
export { disputeDeal, settleDispute, withdrawDispute } from "./dispute.service";
export { disputeDocumentUrl, disputeLogFile } from "./dispute-evidence.service";
export { getDispute, listDisputes } from "./dispute-read.service";
