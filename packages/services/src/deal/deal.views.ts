import type {
  DealStatus,
  DealStepKind,
  DealStepState,
  DisputeOutcome,
  DisputeReason,
  DisputeStatus,
  Money,
  Side,
  WarrantyNote,
} from "@oto/domain";
import type { LogLine } from "../deal-log";
import type { Page } from "../paging";
import type { ReservationCard } from "../reservation/reservation.views";

export interface DealStepView {
  step: DealStepKind;
  state: DealStepState;
  scheduledFor: string | null;
  place: string | null;
  reference: string | null;
  note: string | null;
  /** To be sent back with a change; 0 as long as nobody touched the step. */
  version: number;
  changedBy: Side | null;
  changedAt: string | null;
}

export interface DealDocumentView {
  documentId: string;
  step: DealStepKind | null;
  side: Side;
  mine: boolean;
  fileName: string;
  contentType: string;
  size: number;
  /** Of the file as it was uploaded; stands in the signed log. */
  sha256: string;
  createdAt: string;
}

export interface RatingView {
  stars: number;
  communication: number | null;
  accuracy: number | null;
  punctuality: number | null;
  comment: string | null;
  at: string;
}

export interface DealDisputeView {
  disputeId: string;
  mine: boolean;
  reason: DisputeReason;
  text: string;
  status: DisputeStatus;
  outcome: DisputeOutcome | null;
  faultSide: Side | null;
  outcomeNote: string | null;
  createdAt: string;
  endedAt: string | null;
}

/** What a screen may offer now. */
export type DealActionName =
  | "confirm"
  | "editSteps"
  | "addDocument"
  | "rate"
  | "editRating"
  | "dispute"
  | "withdrawDispute";

/** Answer of `deal.get`: everything beside the reservation itself. */
export interface DealView {
  /** The id of the reservation as well. */
  dealId: string;
  offerId: string;
  side: Side;
  status: DealStatus;
  steps: DealStepView[];
  documents: DealDocumentView[];
  confirmation: {
    mine: string | null;
    theirs: string | null;
    /** When silence counts as the word that is missing. */
    silentAt: string | null;
    /** The side whose silence counted. */
    silentSide: Side | null;
    /** Steps that stand in the way of a first confirmation. */
    openSteps: DealStepKind[];
  };
  warranty: WarrantyNote | null;
  rating: {
    closesAt: string | null;
    shown: boolean;
    mine: RatingView | null;
    /** Only once it is shown; until then `theirsGiven` tells whether there is one. */
    theirs: RatingView | null;
    theirsGiven: boolean;
  };
  /** The latest one. */
  dispute: DealDisputeView | null;
  completedAt: string | null;
  actions: DealActionName[];
}

/** A deal of `deal.list`: its reservation, how far it is, and whose word is missing. */
export interface DealCard extends ReservationCard {
  dealId: string;
  dealStatus: DealStatus;
  steps: { step: DealStepKind; state: DealStepState }[];
  confirmedByMe: boolean;
  confirmedByThem: boolean;
  disputed: boolean;
  /** The next appointment of the checklist. */
  nextAppointment: { step: DealStepKind; at: string } | null;
  /** Whether the caller may still rate the other side. */
  canRate: boolean;
}

export type DealListView = Page<DealCard>;

/** Answer of everything that moves a deal. */
export interface DealMoveView {
  dealId: string;
  status: DealStatus;
}

/** Answer of `deal.createDocument`. */
export interface DealUploadView {
  documentId: string;
  upload: { method: "PUT"; url: string; headers: Record<string, string>; expiresAt: string };
}

/** Answer of `deal.documentUrl`: reads the file for a few minutes. */
export interface DealDocumentUrlView {
  url: string;
}

/** Answer of `deal.log`: a file, base64. */
export interface DealLogFileView {
  fileName: string;
  contentType: string;
  base64: string;
}

/** A dispute as the platform's staff sees it. */
export interface DisputeCard {
  disputeId: string;
  dealId: string;
  reason: DisputeReason;
  text: string;
  status: DisputeStatus;
  openedBy: Side;
  buyer: { galleryId: string; name: string };
  seller: { galleryId: string; name: string };
  vehicleTitle: string;
  /** What was agreed on. */
  price: Money | null;
  dealStatus: DealStatus;
  /** Whether the deal can still be called off. */
  cancellable: boolean;
  outcome: DisputeOutcome | null;
  faultSide: Side | null;
  outcomeNote: string | null;
  createdAt: string;
  endedAt: string | null;
}

/** Answer of `admin.disputes.get`: the dispute and what it is judged by. */
export interface DisputeView extends DisputeCard {
  /** The negotiation from its first offer on, in the reader's language. */
  log: LogLine[];
  documents: {
    documentId: string;
    step: DealStepKind | null;
    side: Side;
    fileName: string;
    size: number;
    removed: boolean;
    createdAt: string;
  }[];
  /** Where both sides and the staff talk; null until the case is opened. */
  supportCase: {
    caseId: string;
    number: number;
    /** Whether the two galleries have a conversation that can be looked into. */
    hasRoom: boolean;
  } | null;
}
