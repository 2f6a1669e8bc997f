export { finishAnswer, prepareAnswer } from "./answer-request.service";
export { listConsents, setConsent } from "./consent.service";
export {
  cancelRequest,
  downloadExport,
  listRequests,
  requestErasure,
  requestGalleryExport,
  requestOwnExport,
} from "./data-request.service";
export {
  consentInput,
  dataRequestDecisionInput,
  dataRequestIdInput,
  dataRequestListInput,
  erasureInput,
} from "./kvkk.input";
export type { ConsentView, DataRequestForStaffView, DataRequestView } from "./kvkk.views";
export { enforceRetention } from "./retention.service";
export {
  approveDataRequest,
  listDataRequests,
  rejectDataRequest,
} from "./staff-requests.service";
