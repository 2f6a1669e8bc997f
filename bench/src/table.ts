import type { Figures } from "./measure";

/** One line of the results. */
export interface Line {
  readonly case: string;
  readonly size: number;
  readonly contender: string;
  readonly figures: Figures;
  /** Speed as a share of the floor's; 1 for the floor itself. */
  readonly ratio: number;
  readonly bar: number | null;
  /** Resident memory of this process in MB when the case ended. */
  readonly memoryMb: number;
}

const HEADINGS = ["case", "size", "", "per s", "ratio", "bar", "p50", "p95", "p99", "MB"];
const ms = (value: number) => `${value.toFixed(2)} ms`;

const cellsOf = (line: Line): string[] => [
  line.case,
  line.size.toLocaleString("en"),
  line.contender,
  line.figures.perSecond.toFixed(0),
  line.ratio.toFixed(2),
  line.bar === null ? "floor" : `≥ ${line.bar.toFixed(2)}`,
  ms(line.figures.p50),
  ms(line.figures.p95),
  ms(line.figures.p99),
  line.memoryMb.toFixed(0),
];

/** The lines as a Markdown table, columns aligned. */
export function tableOf(lines: readonly Line[]): string {
  const cells = [HEADINGS, ...lines.map(cellsOf)];
  const widths = HEADINGS.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const write = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const [head = [], ...rest] = cells;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [write(head), rule, ...rest.map(write)].join("\n");
}
