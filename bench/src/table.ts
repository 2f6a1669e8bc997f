import type { Bar } from "./bench-case";
import type { Figures } from "./measure";

/** One line of the results. */
export interface Line {
  readonly case: string;
  readonly size: number;
  readonly contender: string;
  readonly figures: Figures;
  /** Speed as a share of the floor's; 1 for the floor itself, null without one. */
  readonly ratio: number | null;
  /** Null for the floor. */
  readonly bar: Bar | null;
  /** Resident memory of the measured process in MB when the case ended. */
  readonly memoryMb: number;
}

/** Whether a line is as good as its bar asks. */
export function isReached({ bar, figures, memoryMb, ratio }: Line): boolean {
  if (!bar) return true;
  return (
    (bar.share === undefined || (ratio ?? 0) >= bar.share) &&
    figures.perSecond >= (bar.perSecond ?? 0) &&
    figures.p50 <= (bar.p50 ?? Number.POSITIVE_INFINITY) &&
    figures.p95 <= (bar.p95 ?? Number.POSITIVE_INFINITY) &&
    memoryMb <= (bar.memoryMb ?? Number.POSITIVE_INFINITY)
  );
}

/** A bar in words: `≥ 0.60`, `≥ 150/s, p95 ≤ 60 ms`. */
export function barText(bar: Bar | null): string {
  if (!bar) return "floor";
  return [
    bar.share === undefined ? "" : `≥ ${bar.share.toFixed(2)}`,
    bar.perSecond === undefined ? "" : `≥ ${bar.perSecond.toLocaleString("en")}/s`,
    bar.p50 === undefined ? "" : `p50 ≤ ${bar.p50} ms`,
    bar.p95 === undefined ? "" : `p95 ≤ ${bar.p95.toLocaleString("en")} ms`,
    bar.memoryMb === undefined ? "" : `≤ ${bar.memoryMb.toLocaleString("en")} MB`,
  ]
    .filter(Boolean)
    .join(", ");
}

function verdict(line: Line): string {
  if (line.bar === null) return "";
  return isReached(line) ? "yes" : "no";
}

const HEADINGS = [
  ...["case", "size", "", "per s", "ratio", "bar", "reached"],
  ...["p50 ms", "p95 ms", "p99 ms", "MB"],
];

const cellsOf = (line: Line): string[] => [
  line.case,
  line.size.toLocaleString("en"),
  line.contender,
  line.figures.perSecond.toFixed(line.figures.perSecond < 10 ? 2 : 0),
  line.ratio === null ? "" : line.ratio.toFixed(2),
  barText(line.bar),
  verdict(line),
  line.figures.p50.toFixed(2),
  line.figures.p95.toFixed(2),
  line.figures.p99.toFixed(2),
  line.memoryMb.toFixed(0),
];

/** The lines as a Markdown table, columns aligned. */
export function tableOf(lines: readonly Line[]): string {
  const cells = [HEADINGS, ...lines.map(cellsOf)];
  const widths = HEADINGS.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const write = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const [head = [], ...rest] = cells;
  const rule = `| ${widths.map((width) => "-".repeat(Math.max(3, width))).join(" | ")} |`;
  return [write(head), rule, ...rest.map(write)].join("\n");
}
