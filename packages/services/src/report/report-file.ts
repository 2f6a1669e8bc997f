import type { ReportColumn, ReportPeriod, ReportTable } from "@oto/domain";
import { csvText, messageText } from "@oto/domain";
import type { CellObject } from "write-excel-file/node";
import writeExcelFile from "write-excel-file/node";
import type { ReportFileView } from "./report.views";
import type { ReportRow } from "./report-cells";

type Locale = "tr" | "en";

export interface ReportSheet {
  table: ReportTable;
  period: ReportPeriod;
  columns: readonly ReportColumn[];
  rows: readonly ReportRow[];
}

const MIME = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const headOf = (column: ReportColumn, locale: Locale) =>
  messageText(`reportColumn.${column}`, locale);

/** Texts are typed as texts, so that no spreadsheet takes one for a formula. */
function cellOf(value: string | number | null | undefined): CellObject | null {
  if (value === null || value === undefined) return null;
  return typeof value === "number" ? { type: Number, value } : { type: String, value };
}

async function xlsxOf(sheet: ReportSheet, locale: Locale): Promise<Buffer> {
  const { columns, rows, table } = sheet;
  const head = columns.map(
    (column): CellObject => ({ type: String, value: headOf(column, locale), fontWeight: "bold" }),
  );
  const data = [head, ...rows.map((row) => columns.map((column) => cellOf(row[column])))];
  const widths = columns.map((column) => ({
    width: Math.min(60, Math.max(12, ...rows.slice(0, 200).map((row) => widthOf(row[column])))),
  }));
  const file = writeExcelFile(data, {
    sheet: messageText(`reportTable.${table}`, locale),
    columns: widths,
    stickyRowsCount: 1,
  });
  return file.toBuffer();
}

const widthOf = (value: string | number | null | undefined): number =>
  String(value ?? "").length + 2;

function csvOf({ columns, rows }: ReportSheet, locale: Locale): Buffer {
  const named = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [headOf(column, locale), row[column]])),
  );
  const empty = Object.fromEntries(columns.map((column) => [headOf(column, locale), null]));
  // A report without rows still names its columns.
  const text = csvText(named.length > 0 ? named : [empty]);
  return Buffer.from(named.length > 0 ? text : `${text.split("\r\n")[0]}\r\n`, "utf8");
}

/** A report as a file that a spreadsheet opens, in the reader's language. */
export async function reportFile(
  sheet: ReportSheet,
  { format, locale }: { format: "csv" | "xlsx"; locale: Locale },
): Promise<ReportFileView> {
  const content = format === "csv" ? csvOf(sheet, locale) : await xlsxOf(sheet, locale);
  const { table, period } = sheet;
  return {
    fileName: `kontak-${table}-${period.from}-${period.to}.${format}`,
    contentType: MIME[format],
    content: content.toString("base64"),
  };
}
