export { listCanned, removeCanned, saveCanned } from "./canned.service";
export { closeDisputeCase, openDisputeCase } from "./dispute.service";
export { caseEvidence } from "./evidence.service";
export { openSupportCase } from "./open-case.service";
export * from "./support.input";
export { getSupportCase, listSupportCases, sendToSupport, supportHistory } from "./support.service";
export type * from "./support.views";
export { assignCase, listAssignees, setCaseStatus } from "./support-desk.service";
export { getQueueCase, listSupportQueue } from "./support-queue.service";
export {
  answerCase,
  caseAttachment,
  caseHistory,
  completeCaseUpload,
  createCaseUpload,
  followSupport,
  markCaseRead,
  typeInCase,
} from "./support-room.service";
