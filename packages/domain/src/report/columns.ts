/** Columns of exported reports, by the names that the message catalogues give them. */
export const REPORT_COLUMNS = [
  "period",
  "vehicle",
  "stockNo",
  "person",
  "role",
  "reason",
  "gallery",
  "province",
  "status",
  "published",
  "registrations",
  "approvals",
  "vehiclesAdded",
  "vehiclesPublished",
  "vehiclesSold",
  "activeGalleries",
  "received",
  "sent",
  "made",
  "answered",
  "countered",
  "accepted",
  "reserved",
  "completed",
  "lost",
  "conversion",
  "best",
  "currency",
  "answerMedian",
  "answerP90",
  "discountMedian",
  "count",
  "before",
] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

/** Tables that a report is exported as. */
export const REPORT_TABLES = ["periods", "vehicles", "staff", "lost", "galleries"] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];
