import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { BenchCase } from "./bench-case";
import { auditChain } from "./cases/audit";
import { conversations, idleSockets } from "./cases/conversations";
import { relay, searchable } from "./cases/events";
import { images } from "./cases/images";
import { offers } from "./cases/offers";
import { httpCreate, httpGet, httpSearch } from "./cases/over-http";
import { reindex } from "./cases/reindex";
import { rls } from "./cases/rls";
import { cachedSearch, marketSearch } from "./cases/search";
import { start } from "./cases/start";
import type { Plan } from "./measure";
import { summary, takeTurns } from "./measure";
import { pageOf } from "./page";
import { machineName, Results } from "./results";
import type { Line } from "./table";
import { isReached, tableOf } from "./table";
import { endSharedWorld, shareWorld } from "./world";

const cases: readonly BenchCase[] = [
  ...[rls, auditChain, marketSearch, cachedSearch, httpSearch, httpGet, httpCreate],
  ...[offers, relay, searchable, reindex, images, conversations, idleSockets, start],
];

/**
 * `npm run bench -- --case search --size 20k`; `--resume` leaves out what was measured already,
 * `--publish` writes the page of everything that was, `--smoke` runs every case small and short and
 * fails only when one does not work.
 */
const { values } = parseArgs({
  options: {
    case: { type: "string", default: "" },
    size: { type: "string", default: "" },
    rounds: { type: "string", default: "5" },
    resume: { type: "boolean", default: false },
    publish: { type: "boolean", default: false },
    smoke: { type: "boolean", default: false },
  },
});

const SMOKE_SIZE = 200;
const MEGABYTE = 1_048_576;
const repository = fileURLToPath(new URL("../../", import.meta.url));
const results = new Results(
  join(repository, "test-results", values.smoke ? "bench-smoke" : "bench"),
);
const plan: Plan = values.smoke
  ? { rounds: 1, roundMs: 100, concurrency: 4 }
  : { rounds: Number(values.rounds), roundMs: 3_000, concurrency: 10 };

/** `20k` and `1m` as numbers. */
const sizeOf = (text: string): number => {
  const [, digits = "", unit = ""] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  return Number(digits) * { "": 1, k: 1_000, m: 1_000_000 }[unit.toLowerCase() as "" | "k" | "m"];
};

async function runCase(bench: BenchCase, size: number): Promise<Line[]> {
  const name = `${bench.name} ${size.toLocaleString("en")}`;
  console.log(`${name}: preparing (${bench.about})`);
  const arena = await bench.open(size);
  const { contenders, hasFloor = true } = arena;
  try {
    const rounds = await takeTurns(contenders, plan, (done) =>
      console.log(`${name}: round ${done}/${plan.rounds}${done === 0 ? " (warming up)" : ""}`),
    );
    const figures = rounds.map(summary);
    const floor = figures[0]?.perSecond ?? 1;
    const memoryMb = (await arena.memoryMb?.()) ?? process.memoryUsage.rss() / MEGABYTE;
    return contenders.flatMap((contender, at) => {
      const own = figures[at];
      if (!own) return [];
      return {
        case: bench.name,
        size,
        contender: contender.name,
        figures: own,
        ratio: hasFloor ? own.perSecond / floor : null,
        bar: hasFloor && at === 0 ? null : (contender.bar ?? bench.bar),
        memoryMb,
      };
    });
  } finally {
    await arena.close();
  }
}

async function measured(bench: BenchCase, size: number): Promise<readonly Line[]> {
  if (values.resume && results.has(bench.name, size)) return results.read(bench.name, size).lines;
  const lines = await runCase(bench, size);
  const { about, name } = bench;
  const measuredAt = new Date().toISOString();
  const machine = machineName();
  results.write(name, size, { about, measuredAt, rounds: plan.rounds, machine, lines });
  console.log(`\n${tableOf(lines)}\n`);
  return lines;
}

function sizesOf(bench: BenchCase): readonly number[] {
  if (values.size !== "") return [sizeOf(values.size)];
  if (!values.smoke) return bench.sizes;
  const [first = SMOKE_SIZE] = bench.sizes;
  return [Math.min(first, SMOKE_SIZE)];
}

function publish(): void {
  const folder = join(repository, "docs", "benchmarks");
  mkdirSync(folder, { recursive: true });
  const notes = join(folder, "notes.md");
  const all = results.all();
  const written = existsSync(notes) ? readFileSync(notes, "utf8") : "";
  writeFileSync(join(folder, "README.md"), pageOf(all, written));
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(all, null, 2)}\n`);
}

if (values.smoke) shareWorld();
const wanted = cases.filter((bench) => {
  if (values.case !== "") return bench.name === values.case;
  // Whether the platform starts is tested elsewhere, and small it cannot be.
  if (values.smoke) return bench !== start;
  return !values.publish || values.resume;
});
const lines: Line[] = [];
const broken: string[] = [];
for (const bench of wanted) {
  for (const size of sizesOf(bench)) {
    try {
      lines.push(...(await measured(bench, size)));
    } catch (error) {
      console.error(error);
      broken.push(`${bench.name} ${size}`);
    }
  }
}
await endSharedWorld();
if (values.publish) publish();
console.log(`\n${tableOf(lines)}\n`);
const below = lines.filter((line) => !isReached(line)).length;
if (values.smoke) {
  // The counts of `npm test`: a case that works is one that passed.
  const counts = { passed: wanted.length - broken.length, failed: broken.length };
  writeFileSync(
    join(repository, "test-results", "bench-smoke", "smoke.json"),
    JSON.stringify(counts),
  );
}
if (lines.length > 0) console.log(below === 0 ? "every bar is reached" : `${below} below the bar`);
console.log(
  `${wanted.length > 0 ? lines.length : 0} passed, ${broken.length} failed ${broken.join(", ")}`.trim(),
);
process.exit(broken.length === 0 && (lines.length > 0 || values.publish) ? 0 : 1);
