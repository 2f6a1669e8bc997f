import type {
  AnswerBand,
  Day,
  DiscountBand,
  FunnelCounts,
  GalleryRole,
  GalleryStatus,
  LostReason,
  Money,
  ReportGrain,
  ReportPeriod,
  Side,
  VehicleStatus,
} from "@oto/domain";
import type { Page } from "../paging";

/** What a report covers. */
export interface ReportHead {
  period: ReportPeriod;
  /** What it is compared with. */
  previous: ReportPeriod;
  grain: ReportGrain;
}

export interface DealerReportHead extends ReportHead {
  side: Side;
  /** Set when the figures are one member's. */
  userId: string | null;
}

/** Counts of the negotiations that were opened in one piece of the period. */
export type FunnelBucket = FunnelCounts & { day: Day; lost: number };

/** Answer of `report.funnel`. */
export interface FunnelReportView extends DealerReportHead {
  current: FunnelCounts;
  before: FunnelCounts;
  buckets: FunnelBucket[];
  /** Worth of the completed deals, an amount a currency. */
  completedValue: Money[];
  completedValueBefore: Money[];
  /** The stock behind the offers; null for one vehicle, one person, or as buyer. */
  stock: { onMarket: number; withOffers: number; reserved: number; sold: number } | null;
}

interface AnswerFigures {
  answered: number;
  medianMs: number | null;
  p90Ms: number | null;
}

/** Answer of `report.answerTimes`. Answers that a rule of the seller's gave take no time. */
export interface AnswerTimeReportView extends DealerReportHead {
  current: AnswerFigures & {
    /** Answered by a rule of one's own; nothing is known of the other side's. */
    byRule: number;
    /** Expired without an answer. */
    unanswered: number;
    /** Still open without an answer. */
    waiting: number;
  };
  before: AnswerFigures;
  bands: { band: AnswerBand; count: number }[];
  buckets: (AnswerFigures & { day: Day })[];
}

interface DiscountFigures {
  deals: number;
  medianBps: number | null;
}

/** Answer of `report.discounts`: how far agreed amounts lie below the asking price. */
export interface DiscountReportView extends DealerReportHead {
  current: DiscountFigures & {
    p10Bps: number | null;
    p90Bps: number | null;
    /** The same of the first offers that led to these deals. */
    openingMedianBps: number | null;
  };
  before: DiscountFigures;
  bands: { band: DiscountBand; count: number }[];
  buckets: (DiscountFigures & { day: Day })[];
}

/** Answer of `report.lostReasons`, the commonest first. */
export interface LostReportView extends DealerReportHead {
  lost: number;
  lostBefore: number;
  reasons: { reason: LostReason; count: number; before: number }[];
}

/** Figures of one vehicle, one person or one gallery. */
export interface ReportFigures extends FunnelCounts {
  lost: number;
  answerMedianMs: number | null;
  discountMedianBps: number | null;
}

export interface VehicleReportRow extends ReportFigures {
  vehicleId: string;
  title: string;
  /** Of one's own vehicles. */
  stockNo: string | null;
  status: VehicleStatus | null;
  /** The highest amount that was offered. */
  best: Money;
  /** Offers a piece of the period. */
  spark: number[];
}

/** Answer of `report.vehicles`, those with the most offers first. */
export interface VehicleReportView extends DealerReportHead, Page<VehicleReportRow> {}

export interface StaffReportRow extends ReportFigures {
  /** Null: nobody has acted yet, or a rule has. */
  userId: string | null;
  name: string | null;
  /** Null for who has left the team. */
  role: GalleryRole | null;
  spark: number[];
}

/** Answer of `report.staff`. */
export interface StaffReportView extends DealerReportHead {
  items: StaffReportRow[];
}

/** Answer of `report.export` and `admin.reports.export`. */
export interface ReportFileView {
  fileName: string;
  contentType: string;
  /** The file in base64. */
  content: string;
}

/** What happened on the platform in a piece of time, or in all of it. */
export interface PlatformFigures extends FunnelCounts {
  registrations: number;
  approvals: number;
  vehiclesAdded: number;
  vehiclesPublished: number;
  vehiclesSold: number;
  /** Galleries that made or received an offer. */
  activeGalleries: number;
  answerMedianMs: number | null;
  answerP90Ms: number | null;
  discountMedianBps: number | null;
}

/** Answer of `admin.reports.summary`. */
export interface PlatformReportView extends ReportHead {
  current: PlatformFigures;
  before: PlatformFigures;
  buckets: (PlatformFigures & { day: Day })[];
  reasons: LostReportView["reasons"];
}

export interface GalleryReportRow {
  galleryId: string;
  name: string;
  provinceName: string;
  status: GalleryStatus;
  /** Published now. */
  published: number;
  received: number;
  sent: number;
  answered: number;
  accepted: number;
  completed: number;
  answerMedianMs: number | null;
}

/** Answer of `admin.reports.galleries`, the busiest first. */
export interface GalleryReportView extends ReportHead, Page<GalleryReportRow> {}
