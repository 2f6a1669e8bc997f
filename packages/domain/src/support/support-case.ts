import { DomainError } from "../errors";

export const SUPPORT_KINDS = ["QUESTION", "REPORT", "DISPUTE"] as const;
/** OPEN: staff have to act. WAITING: the customer has. RESOLVED may come back, CLOSED does not. */
export const SUPPORT_STATUSES = ["OPEN", "WAITING", "RESOLVED", "CLOSED"] as const;
export const SUPPORT_CATEGORIES = [
  "ACCOUNT",
  "LISTING",
  "OFFER",
  "PAYMENT",
  "TECHNICAL",
  "SUGGESTION",
  "OTHER",
] as const;
/** Why somebody reports a conversation. */
export const REPORT_REASONS = ["SPAM", "FRAUD", "INSULT", "PERSONAL_DATA", "OTHER"] as const;

export type SupportKind = (typeof SUPPORT_KINDS)[number];
export type SupportStatus = (typeof SUPPORT_STATUSES)[number];
export type SupportCategory = (typeof SUPPORT_CATEGORIES)[number];
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What moves a case: words of either side, and what staff decide. */
export type SupportMove =
  | { type: "customerWrote" }
  | { type: "staffWrote" }
  | { type: "set"; status: SupportStatus };

export interface SupportState {
  readonly status: SupportStatus;
  /** Whether the latest word is the customer's. */
  readonly waitsForStaff: boolean;
}

/**
 * Where a case goes. A customer's word opens a resolved case again; a closed one takes no word.
 *
 * @throws DomainError `support.closed`
 */
export function moveSupportCase(state: SupportState, move: SupportMove): SupportState {
  if (state.status === "CLOSED" && move.type !== "set") throw new DomainError("support.closed");
  switch (move.type) {
    case "customerWrote":
      return { status: "OPEN", waitsForStaff: true };
    case "staffWrote":
      return { status: "WAITING", waitsForStaff: false };
    case "set":
      return { status: move.status, waitsForStaff: move.status === "OPEN" };
  }
}

/** Whether nobody has to do anything about it any more. */
export const isSupportDone = (status: SupportStatus): boolean =>
  status === "RESOLVED" || status === "CLOSED";
