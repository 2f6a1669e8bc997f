import type { RowResult } from "./run-row";
import type { Mode } from "./world";

const HEADINGS = [
  "fault",
  "operations",
  "events",
  "lost",
  "doubled",
  "half done",
  "reordered",
  "stuck",
  "whole after",
  "took",
  "",
];

function cellsOf({ count, name, ok, settledS, tookS }: RowResult): string[] {
  return [
    name,
    ...[count.operations, count.events, count.lost, count.doubled].map(String),
    ...[count.halfDone, count.reordered, count.stuck].map(String),
    `${settledS.toFixed(1)} s`,
    `${tookS.toFixed(0)} s`,
    ok ? "ok" : "FAILED",
  ];
}

/** The results of a mode as a Markdown table, columns aligned. */
export function tableOf(mode: Mode, results: readonly RowResult[]): string {
  const lines = [HEADINGS, ...results.map(cellsOf)];
  const widths = HEADINGS.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const write = (line: readonly string[]) =>
    `| ${line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  const [head = [], ...rest] = lines;
  return [`### ${mode}`, "", write(head), rule, ...rest.map(write)].join("\n");
}
