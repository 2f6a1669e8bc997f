import type { Check } from "./proofs";

/** Rows as a Markdown table, columns aligned; the first column to the left. */
function aligned(lines: readonly (readonly string[])[]): string[] {
  const [head = []] = lines;
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const pad = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  const write = (line: readonly string[]) => `| ${line.map(pad).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [write(head), rule, ...lines.slice(1).map(write)];
}

/** What must not be, and how often it was found. */
export function checksTable(checks: readonly Check[]): string {
  const rows = checks.map(({ found, name, of }) => [
    name,
    String(of),
    String(found),
    found === 0 ? "ok" : "FAILED",
  ]);
  return aligned([["never", "of", "found", ""], ...rows]).join("\n");
}

/** What clients were answered, most frequent first. */
export function outcomesTable(outcomes: ReadonlyMap<string, number>): string {
  const rows = [...outcomes].toSorted((a, b) => b[1] - a[1]).map(([key, n]) => [key, String(n)]);
  return aligned([["call and answer", "times"], ...rows]).join("\n");
}
