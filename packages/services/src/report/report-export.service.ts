import type { ReportColumn } from "@oto/domain";
import { messageText } from "@oto/domain";
import type { DealerContext } from "../context";
import { answerTimeReport } from "./answer-time.service";
import { discountReport } from "./discount.service";
import { funnelReport } from "./funnel.service";
import { lostReasonReport } from "./lost-reason.service";
import type { ReportExportInput, ReportInput } from "./report.input";
import type { ReportFigures, ReportFileView } from "./report.views";
import type { ReportRow } from "./report-cells";
import { conversionOf, minutesOf, percentOf } from "./report-cells";
import { reportFile } from "./report-file";
import { scopeOf } from "./report-scope";
import { staffReport } from "./staff-report.service";
import { readVehicleReport } from "./vehicle-report.service";

/** More rows than this are no report any more. */
const MOST_ROWS = 5_000;

interface Table {
  columns: readonly ReportColumn[];
  rows: ReportRow[];
}

const FIGURES = [
  "made",
  "answered",
  "countered",
  "accepted",
  "reserved",
  "completed",
  "lost",
  "conversion",
  "answerMedian",
  "discountMedian",
] as const satisfies readonly ReportColumn[];

const figureCells = (figures: ReportFigures): ReportRow => ({
  made: figures.made,
  answered: figures.answered,
  countered: figures.countered,
  accepted: figures.accepted,
  reserved: figures.reserved,
  completed: figures.completed,
  lost: figures.lost,
  conversion: conversionOf(figures),
  answerMedian: minutesOf(figures.answerMedianMs),
  discountMedian: percentOf(figures.discountMedianBps),
});

async function periodTable(ctx: DealerContext, input: ReportInput): Promise<Table> {
  const [funnel, answers, discounts] = await Promise.all([
    funnelReport(ctx, input),
    answerTimeReport(ctx, input),
    discountReport(ctx, input),
  ]);
  const rows = funnel.buckets.map((bucket, index) => ({
    ...figureCells({
      ...bucket,
      answerMedianMs: answers.buckets[index]?.medianMs ?? null,
      discountMedianBps: discounts.buckets[index]?.medianBps ?? null,
    }),
    period: bucket.day,
    answerP90: minutesOf(answers.buckets[index]?.p90Ms ?? null),
  }));
  return { columns: ["period", ...FIGURES, "answerP90"], rows };
}

async function vehicleTable(ctx: DealerContext, input: ReportInput): Promise<Table> {
  const scope = await scopeOf(ctx, input);
  const slice = { after: null, take: MOST_ROWS };
  const vehicles = await ctx.db.read((tx) => readVehicleReport(tx, scope, slice), {
    intent: "report",
  });
  const rows = vehicles.map((row) => ({
    ...figureCells(row),
    vehicle: row.title,
    stockNo: row.stockNo,
    best: row.best.amount / 100,
    currency: row.best.currency,
  }));
  return { columns: ["vehicle", "stockNo", ...FIGURES, "best", "currency"], rows };
}

async function staffTable(ctx: DealerContext, input: ReportInput): Promise<Table> {
  const { items } = await staffReport(ctx, input);
  const { locale } = ctx.origin;
  const rows = items.map((row) => ({
    ...figureCells(row),
    person: row.name,
    role: row.role === null ? null : messageText(`galleryRole.${row.role}`, locale),
  }));
  return { columns: ["person", "role", ...FIGURES], rows };
}

async function lostTable(ctx: DealerContext, input: ReportInput): Promise<Table> {
  const { reasons } = await lostReasonReport(ctx, input);
  const rows = reasons.map(({ reason, count, before }) => ({
    reason: messageText(`lostReason.${reason}`, ctx.origin.locale),
    count,
    before,
  }));
  return { columns: ["reason", "count", "before"], rows };
}

const TABLES = {
  periods: periodTable,
  vehicles: vehicleTable,
  staff: staffTable,
  lost: lostTable,
} as const;

/**
 * A table of the reports as a file, in the caller's language.
 * @throws DomainError as the reports
 */
export async function exportReport(
  ctx: DealerContext,
  { table, format, ...input }: ReportExportInput,
): Promise<ReportFileView> {
  const { columns, rows } = await TABLES[table](ctx, input);
  const period = { from: input.from, to: input.to };
  return reportFile({ table, period, columns, rows }, { format, locale: ctx.origin.locale });
}
