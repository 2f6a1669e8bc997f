import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { BenchCase } from "./bench-case";
import { auditChain } from "./cases/audit";
import { rls } from "./cases/rls";
import { cachedSearch, marketSearch } from "./cases/search";
import type { Plan } from "./measure";
import { summary, takeTurns } from "./measure";
import type { Line } from "./table";
import { tableOf } from "./table";

const cases: readonly BenchCase[] = [rls, auditChain, marketSearch, cachedSearch];

const { values } = parseArgs({
  options: {
    case: { type: "string", default: "" },
    size: { type: "string", default: "" },
    rounds: { type: "string", default: "5" },
  },
});

/** `20k` and `1m` as numbers. */
const sizeOf = (text: string): number => {
  const [, digits = "", unit = ""] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  return Number(digits) * { "": 1, k: 1_000, m: 1_000_000 }[unit.toLowerCase() as "" | "k" | "m"];
};

const plan: Plan = { rounds: Number(values.rounds), roundMs: 3_000, concurrency: 10 };
const MEGABYTE = 1_048_576;

async function runCase(bench: BenchCase, size: number): Promise<Line[]> {
  const name = `${bench.name} ${size.toLocaleString("en")}`;
  console.log(`${name}: preparing (${bench.about})`);
  const arena = await bench.open(size);
  try {
    const rounds = await takeTurns(arena.contenders, plan, (done) =>
      console.log(`${name}: round ${done}/${plan.rounds}${done === 0 ? " (warming up)" : ""}`),
    );
    const figures = rounds.map(summary);
    const floor = figures[0]?.perSecond ?? 1;
    const memoryMb = process.memoryUsage.rss() / MEGABYTE;
    return arena.contenders.flatMap((contender, at) => {
      const own = figures[at];
      if (!own) return [];
      const bar = at === 0 ? null : bench.bar;
      const ratio = own.perSecond / floor;
      return {
        case: bench.name,
        size,
        contender: contender.name,
        figures: own,
        ratio,
        bar,
        memoryMb,
      };
    });
  } finally {
    await arena.close();
  }
}

const wanted = cases.filter(({ name }) => name.includes(values.case));
const lines: Line[] = [];
for (const bench of wanted) {
  const sizes = values.size === "" ? bench.sizes : [sizeOf(values.size)];
  for (const size of sizes) lines.push(...(await runCase(bench, size)));
}
const folder = fileURLToPath(new URL("../../test-results/bench", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/bench.json`, JSON.stringify(lines, null, 2));
console.log(`\n${tableOf(lines)}\n`);
const below = lines.filter(({ bar, ratio }) => bar !== null && ratio < bar).length;
console.log(below === 0 ? "every bar is reached" : `${below} below the bar`);
process.exit(lines.length > 0 ? 0 : 1);
