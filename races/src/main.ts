import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Board } from "./board";
import { Client } from "./client";
import { runLoad } from "./load";
import { readOptions } from "./options";
import { setScene } from "./people";
import { plantViolations } from "./plant";
import { prove } from "./proofs";
import { repository } from "./repository";
import { settled } from "./settled";
import { checksTable, outcomesTable } from "./table";
import type { World } from "./world";
import { startWorld } from "./world";

const SETTLE_PATIENCE_MS = 300_000;
const PROGRESS_EVERY = 2_000;

const options = readOptions(process.argv.slice(2));
let running: World | undefined;

async function endEarly(): Promise<never> {
  await running?.close(false);
  process.exit(1);
}
process.once("SIGTERM", endEarly);
process.once("SIGINT", endEarly);

function progress(started: number): (answered: number) => void {
  let next = PROGRESS_EVERY;
  return (answered) => {
    if (answered < next) return;
    next = (Math.floor(answered / PROGRESS_EVERY) + 1) * PROGRESS_EVERY;
    const seconds = (performance.now() - started) / 1_000;
    console.log(`  ${answered} of ${options.operations}, ${(answered / seconds).toFixed(0)}/s`);
  };
}

async function race(world: World) {
  const { platform } = world;
  const scene = await setScene(platform, options.clients);
  const board = new Board(scene.vehicles);
  const client = new Client(platform, world.addresses);
  const started = performance.now();
  const { operations } = options;
  await runLoad({ platform, client, board, scene, operations, onProgress: progress(started) });
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `races: ${client.answered} calls in ${seconds.toFixed(0)} s; waiting for their effects`,
  );
  await settled(world, SETTLE_PATIENCE_MS);
  if (options.plant) await plantViolations(world.databaseUrl);
  const checks = await prove(world, { board, client });
  return { checks, client, seconds };
}

console.log(`races: ${options.clients} clients over two API processes, starting the platform`);
const world = await startWorld();
running = world;
let whole = false;
try {
  const { checks, client, seconds } = await race(world);
  whole = checks.every(({ found }) => found === 0);
  const tables = `${outcomesTable(client.outcomes)}\n\n${checksTable(checks)}\n`;
  console.log(`\n${tables}`);
  const reports = join(repository, "test-results", "races");
  mkdirSync(reports, { recursive: true });
  const failed = checks.filter(({ found }) => found > 0).length;
  const passed = checks.length - failed;
  const figures = { operations: client.answered, seconds, clients: options.clients };
  const report = { passed, failed, ...figures, checks };
  writeFileSync(join(reports, "races.json"), JSON.stringify(report, null, 2));
  writeFileSync(join(reports, "races.md"), tables);
  console.log(`${passed} passed, ${failed} failed`);
  if (!whole) console.log(`logs in ${world.folder}`);
} finally {
  running = undefined;
  await world.close(whole);
}
process.exit(whole ? 0 : 1);
