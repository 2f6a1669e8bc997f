import type { Locale, SupportKind, SupportStatus } from "@oto/domain";
import type { ChatMessageView } from "../chat/chat.views";
import type { Page } from "../paging";

/** A case as the gallery that opened it sees it; the talk is in its room. */
export interface SupportCaseView {
  caseId: string;
  number: number;
  roomId: string;
  kind: SupportKind;
  /** A category of questions, or the reason of a report. */
  category: string;
  subject: string;
  status: SupportStatus;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

/** A case as staff see it. */
export interface SupportQueueView extends SupportCaseView {
  gallery: { galleryId: string; name: string };
  openedBy: { userId: string; name: string } | null;
  assignee: { userId: string; name: string } | null;
  /** The customer's word is the latest. */
  waitsForStaff: boolean;
  about: { roomId: string | null; messageId: string | null; reservationId: string | null };
}

export interface SupportQueuePage extends Page<SupportQueueView> {
  /** Over all cases, whatever the filters. */
  counts: { open: number; waiting: number; mine: number; unassigned: number };
}

/** Somebody of the staff who may be given a case. */
export interface SupportAssigneeView {
  userId: string;
  name: string;
}

/** A message of the conversation that a case is about, with what it said before. */
export interface SupportEvidenceItem {
  message: ChatMessageView;
  revisions: { action: "EDIT" | "DELETE"; text: string | null; replacedAt: string }[];
}

export interface SupportEvidenceView {
  items: SupportEvidenceItem[];
  hasBefore: boolean;
}

export interface CannedAnswerView {
  cannedId: string;
  title: string;
  text: string;
  locale: Locale;
  updatedAt: string;
}
