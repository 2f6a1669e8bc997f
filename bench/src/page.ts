import type { Measured } from "./results";
import type { Line } from "./table";
import { barText, isReached, tableOf } from "./table";

const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

/** Speed of every contender by size, as bars. */
function chart(name: string, lines: readonly Line[]): string {
  const names = [...new Set(lines.map(({ contender }) => contender))];
  const sizes = [...new Set(lines.map(({ size }) => size))].sort((a, b) => a - b);
  const series = names.map((contender) => {
    const speeds = sizes.map((size) => {
      const line = lines.find((each) => each.contender === contender && each.size === size);
      return (line?.figures.perSecond ?? 0).toFixed(1);
    });
    return `  bar [${speeds.join(", ")}]`;
  });
  const axis = sizes.map((size) => quoted(size.toLocaleString("en"))).join(", ");
  return [
    "```mermaid",
    "xychart-beta",
    `  title ${quoted(`${name}, per second`)}`,
    `  x-axis [${axis}]`,
    ...series,
    "```",
    `Bars, in this order at every size: ${names.join("; ")}.`,
  ].join("\n");
}

/** How the largest size compares with the smallest. */
function growth(lines: readonly Line[]): string {
  const names = [...new Set(lines.map(({ contender }) => contender))];
  const rows = names.flatMap((contender) => {
    const own = lines.filter((line) => line.contender === contender);
    const [small] = own;
    const large = own.at(-1);
    if (!small || !large || small === large) return [];
    const speed = large.figures.perSecond / small.figures.perSecond;
    const p95 = large.figures.p95 / Math.max(0.001, small.figures.p95);
    const span = `${small.size.toLocaleString("en")} → ${large.size.toLocaleString("en")}`;
    return `- ${contender}: ${span} keeps ${(speed * 100).toFixed(0)}% of the speed, p95 × ${p95.toFixed(2)}`;
  });
  return rows.length > 0 ? `Growth:\n\n${rows.join("\n")}` : "";
}

/** The results as a page; `notes` is what somebody wrote about them. */
export function pageOf(all: readonly Measured[], notes: string): string {
  const byCase = new Map<string, Measured[]>();
  for (const measured of all) {
    const name = measured.lines[0]?.case ?? "";
    byCase.set(name, [...(byCase.get(name) ?? []), measured]);
  }
  const lines = all.flatMap((measured) => measured.lines);
  const missed = lines.filter((line) => !isReached(line));
  const sections = [...byCase].map(([name, measured]) => {
    const own = measured.flatMap((each) => each.lines).sort((a, b) => a.size - b.size);
    const parts = [
      `## ${name}`,
      measured[0]?.about ?? "",
      tableOf(own),
      chart(name, own),
      growth(own),
    ];
    return parts.filter(Boolean).join("\n\n");
  });
  const days = [...new Set(all.map(({ measuredAt }) => measuredAt.slice(0, 10)))].sort();
  const below = missed.map(
    ({ bar, case: name, contender, figures, ratio, size }) =>
      `- ${name} ${size.toLocaleString("en")}, ${contender}: ${
        ratio === null
          ? `${figures.perSecond.toFixed(0)}/s, p95 ${figures.p95.toFixed(0)} ms`
          : `${ratio.toFixed(2)} of the floor`
      }; the bar is ${barText(bar)}`,
  );
  return [
    "# Benchmarks",
    `Written by \`npm run bench -- --publish\` from what was measured on ${days.join(", ")}: ${[
      ...new Set(all.map(({ machine }) => machine)),
    ].join("; ")}.`,
    "Every figure is the median of its rounds, after one that warms up; contenders take turns. The API " +
      "is the production build with authentication, tenancy, row-level security and logging on and " +
      "request limits off; PostgreSQL is the embedded one, durable. Load, servers and database share " +
      "the machine.",
    "## Bars that are missed",
    below.length > 0 ? below.join("\n") : "None.",
    notes.trim(),
    ...sections,
    "",
  ]
    .filter((part, at, parts) => part !== "" || at === parts.length - 1)
    .join("\n\n");
}
