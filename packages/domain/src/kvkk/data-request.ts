import { DomainError } from "../errors";

export const DATA_REQUEST_KINDS = ["EXPORT_PERSON", "EXPORT_GALLERY", "ERASE_PERSON"] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

export const DATA_REQUEST_STATUSES = [
  "PENDING",
  "RUNNING",
  "READY",
  "DONE",
  "REJECTED",
  "CANCELLED",
  "EXPIRED",
] as const;
export type DataRequestStatus = (typeof DATA_REQUEST_STATUSES)[number];

/** KVKK art. 13: an application is answered within thirty days at the latest. */
export const ANSWER_WITHIN_DAYS = 30;
/** How long the file of an export may be fetched. */
export const EXPORT_KEPT_DAYS = 7;

const DAY_MS = 24 * 3_600_000;

/** The last day for an answer. */
export const answerDueAt = (askedAt: Date): Date =>
  new Date(askedAt.getTime() + ANSWER_WITHIN_DAYS * DAY_MS);

/** Whole days left for an answer; negative once it is late. */
export const daysLeft = (dueAt: Date, now: Date): number =>
  Math.floor((dueAt.getTime() - now.getTime()) / DAY_MS);

export type DataRequestAction = "start" | "finish" | "approve" | "reject" | "cancel" | "expire";

const MOVES: Record<DataRequestAction, Partial<Record<DataRequestStatus, DataRequestStatus>>> = {
  start: { PENDING: "RUNNING", RUNNING: "RUNNING" },
  finish: { RUNNING: "READY" },
  approve: { PENDING: "RUNNING" },
  reject: { PENDING: "REJECTED" },
  cancel: { PENDING: "CANCELLED" },
  expire: { READY: "EXPIRED" },
};

/**
 * The next state of a request. Exports run by themselves, an erasure waits for a decision and ends
 * as `DONE`.
 * @throws DomainError `kvkk.wrong_state`
 */
export function moveDataRequest(
  { kind, status }: { kind: DataRequestKind; status: DataRequestStatus },
  action: DataRequestAction,
): DataRequestStatus {
  const erases = kind === "ERASE_PERSON";
  const decided = action === "approve" || action === "reject";
  const next = MOVES[action][status];
  if (!next || decided !== (erases && decided)) throw new DomainError("kvkk.wrong_state");
  if (erases && action === "start" && status === "PENDING") {
    throw new DomainError("kvkk.wrong_state");
  }
  return erases && action === "finish" ? "DONE" : next;
}
