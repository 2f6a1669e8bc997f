/** What spreadsheets take for the beginning of a formula, also behind blanks. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const QUOTED = /[",;\t\n\r]/;

/**
 * One cell of a CSV file: quoted where it must be, and never a formula. A text that a spreadsheet
 * would run gets an apostrophe in front, which it hides; numbers stay numbers.
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const isPlain = typeof value === "number" || typeof value === "bigint";
  const safe = !isPlain && FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A whole file: the names of all columns, then a line each. Begins with the mark that lets
 * spreadsheets read Turkish letters right; lines end as RFC 4180 says.
 */
export function csvText(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
