import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { presetOperations } from "./env";
import { readOptions } from "./options";
import { repository } from "./repository";
import { rows } from "./rows";
import type { RowResult } from "./run-row";
import { brokenRow, runRow } from "./run-row";
import { tableOf } from "./table";
import type { Mode, World } from "./world";
import { startWorld } from "./world";

const options = readOptions(process.argv.slice(2), presetOperations());

/** Rows that this machine or account could not run; said at the end, so that nobody misses them. */
const leftOut: string[] = [];

/** What has to be stopped when somebody ends the suite early. */
let running: World | undefined;

async function endEarly(): Promise<never> {
  await running?.close(false);
  process.exit(1);
}
process.once("SIGTERM", endEarly);
process.once("SIGINT", endEarly);

async function runMode(mode: Mode): Promise<RowResult[]> {
  const wanted = rows.filter((row) => row.modes.includes(mode) && row.name.includes(options.row));
  if (wanted.length === 0) return [];
  console.log(`\n${mode}: starting the platform`);
  const world = await startWorld(mode);
  running = world;
  const results: RowResult[] = [];
  try {
    for (const [at, row] of wanted.entries()) {
      console.log(`${mode} ${at + 1}/${wanted.length}: ${row.name}`);
      const why = row.impossible?.(world);
      if (why !== undefined) {
        leftOut.push(`${mode}: ${row.name} (${why})`);
        console.log(`  left out: ${why}`);
        continue;
      }
      const result = await runRow(world, row, options.operations).catch((error: unknown) =>
        brokenRow(row.name, error),
      );
      console.log(`  ${result.ok ? "ok" : "FAILED"} in ${result.tookS.toFixed(0)} s`);
      if (!result.ok) {
        const { count, refusals } = result;
        console.log(`  ${JSON.stringify({ ...count, refusals })}, logs in ${world.folder}`);
      }
      results.push(result);
    }
  } finally {
    running = undefined;
    await world.close(results.every(({ ok }) => ok));
  }
  return results;
}

const reports = join(repository, "test-results", "faults");
mkdirSync(reports, { recursive: true });
const results: Partial<Record<Mode, RowResult[]>> = {};
for (const mode of options.modes) results[mode] = await runMode(mode);
const tables = options.modes.map((mode) => tableOf(mode, results[mode] ?? []));
console.log(`\n${tables.join("\n\n")}\n`);
writeFileSync(join(reports, "faults.json"), JSON.stringify(results, null, 2));
writeFileSync(join(reports, "faults.md"), `${tables.join("\n\n")}\n`);
for (const line of leftOut) console.log(`left out: ${line}`);
const all = Object.values(results).flat();
const failed = all.filter(({ ok }) => !ok).length;
console.log(`${all.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 && all.length > 0 ? 0 : 1);
