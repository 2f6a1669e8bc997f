import type { Db } from "@oto/db";
import type { ReportColumn } from "@oto/domain";
import { messageText } from "@oto/domain";
import type { StaffContext } from "../context";
import { readGalleryReport } from "./gallery-report.service";
import { PLATFORM_REASON, readPlatformReport } from "./platform-report.service";
import type { PlatformExportInput } from "./report.input";
import type { ReportFileView, ReportHead } from "./report.views";
import type { ReportRow } from "./report-cells";
import { conversionOf, minutesOf, percentOf } from "./report-cells";
import { reportFile } from "./report-file";
import { periodOf } from "./report-scope";

const MOST_ROWS = 5_000;

type Locale = "tr" | "en";
interface Table {
  columns: readonly ReportColumn[];
  rows: ReportRow[];
}

async function periodTable(db: Db, head: ReportHead): Promise<Table> {
  const { buckets } = await readPlatformReport(db, head);
  const rows = buckets.map(
    ({ day, answerMedianMs, answerP90Ms, discountMedianBps, ...counts }): ReportRow => ({
      ...counts,
      period: day,
      conversion: conversionOf(counts),
      answerMedian: minutesOf(answerMedianMs),
      answerP90: minutesOf(answerP90Ms),
      discountMedian: percentOf(discountMedianBps),
    }),
  );
  const columns: ReportColumn[] = [
    "period",
    "registrations",
    "approvals",
    "activeGalleries",
    "vehiclesAdded",
    "vehiclesPublished",
    "vehiclesSold",
    "made",
    "answered",
    "countered",
    "accepted",
    "completed",
    "conversion",
    "answerMedian",
    "answerP90",
    "discountMedian",
  ];
  return { columns, rows };
}

async function galleryTable(db: Db, head: ReportHead, locale: Locale): Promise<Table> {
  const slice = { after: null, take: MOST_ROWS };
  const galleries = await db.read((tx) => readGalleryReport(tx, head, slice), {
    intent: "report",
  });
  const rows = galleries.map(
    (row): ReportRow => ({
      gallery: row.name,
      province: row.provinceName,
      status: messageText(`galleryStatus.${row.status}`, locale),
      published: row.published,
      received: row.received,
      sent: row.sent,
      answered: row.answered,
      accepted: row.accepted,
      completed: row.completed,
      conversion: conversionOf({ made: row.received, completed: row.completed }),
      answerMedian: minutesOf(row.answerMedianMs),
    }),
  );
  const columns: ReportColumn[] = [
    "gallery",
    "province",
    "status",
    "published",
    "received",
    "sent",
    "answered",
    "accepted",
    "completed",
    "conversion",
    "answerMedian",
  ];
  return { columns, rows };
}

async function lostTable(db: Db, head: ReportHead, locale: Locale): Promise<Table> {
  const { reasons } = await readPlatformReport(db, head);
  const rows = reasons.map(({ reason, count, before }) => ({
    reason: messageText(`lostReason.${reason}`, locale),
    count,
    before,
  }));
  return { columns: ["reason", "count", "before"], rows };
}

const TABLES = { periods: periodTable, galleries: galleryTable, lost: lostTable } as const;

/** A table of the platform's reports as a file, in the caller's language. */
export async function exportPlatformReport(
  ctx: StaffContext,
  { table, format, ...input }: PlatformExportInput,
): Promise<ReportFileView> {
  const { locale } = ctx.origin;
  const head = periodOf(input);
  const db = ctx.database.unsafeSystem(PLATFORM_REASON);
  const sheet = await TABLES[table](db, head, locale);
  return reportFile({ table, period: head.period, ...sheet }, { format, locale });
}
