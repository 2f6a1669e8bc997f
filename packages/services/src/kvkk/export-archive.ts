import { strToU8, zipSync } from "fflate";

/** One table of an export; rows are flat or nested JSON. */
export interface ExportTable {
  name: string;
  rows: readonly Record<string, unknown>[];
}

/** JSON that carries big integers as numbers and instants as ISO text. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === "bigint" ? Number(inner) : inner,
    ),
  );

/** A cell that no spreadsheet takes for a formula. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function toCsv(rows: readonly Record<string, unknown>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  // The mark at the start lets spreadsheets read Turkish letters right.
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Packs tables as JSON and as CSV, each under its name. */
export function zipTables(tables: readonly ExportTable[], readme: string): Buffer {
  const files: Record<string, Uint8Array> = { "OKUBENI.txt": strToU8(readme) };
  for (const { name, rows } of tables) {
    const flat = rows.map((row) => plain(row) as Record<string, unknown>);
    files[`json/${name}.json`] = strToU8(JSON.stringify(flat, null, 2));
    files[`csv/${name}.csv`] = strToU8(toCsv(flat));
  }
  return Buffer.from(zipSync(files, { level: 6 }));
}
