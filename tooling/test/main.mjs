// `npm test`: everything that must hold, from a fresh clone, with a summary. A failing stage does not
// keep the others from running; the last line is the total.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "../start/install.mjs";
import { nodeProblems } from "../start/preflight.mjs";
import { table } from "../start/table.mjs";
import { bold, complain, StartError, since, warn } from "../start/terminal.mjs";
import { countStage } from "./counts.mjs";
import { failuresIn } from "./failures.mjs";
import { stages } from "./stages.mjs";

const root = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));
const reports = path.join(root, "test-results", "npm-test");
/** On purpose without the groups that need programs this machine lacks. */
const narrowed = process.env.TEST_SERVICES === "embedded";

/** @typedef {{ name: string, about: string, result: string, took: string, counts: import("./counts.mjs").Counts, succeeded: boolean, failures: import("./failures.mjs").Failure[] }} Outcome */

/**
 * @param {import("./stages.mjs").Command} command
 * @param {number} minutes
 * @returns {Promise<boolean>}
 */
function runCommand({ file, args, node = [], cwd = ".", env = {} }, minutes) {
  const child = spawn(process.execPath, [...node, path.join(root, file), ...args], {
    cwd: path.join(root, cwd),
    env: { ...process.env, CI: "1", FORCE_COLOR: "0", ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const endWithUs = () => child.kill("SIGTERM");
  process.once("exit", endWithUs);
  const timer = setTimeout(() => {
    complain(`ended after ${minutes} minutes`);
    child.kill("SIGTERM");
  }, minutes * 60_000);
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (code) => {
      clearTimeout(timer);
      process.off("exit", endWithUs);
      resolve(code === 0);
    });
  });
}

/** @param {import("./stages.mjs").Stage} stage */
async function work({ commands = [], minutes, work: doIt }) {
  if (doIt !== undefined) {
    try {
      await doIt();
      return true;
    } catch (error) {
      const lines = error instanceof StartError ? error.problems : [String(error)];
      for (const line of lines) {
        complain(line);
      }
      return false;
    }
  }
  let succeeded = true;
  for (const command of commands) {
    succeeded = (await runCommand(command, minutes)) && succeeded;
  }
  return succeeded;
}

/**
 * @param {import("./stages.mjs").Stage} stage
 * @param {Set<string>} failed names of the stages that did not succeed
 * @returns {Promise<Outcome>}
 */
async function runStage(stage, failed) {
  const { about, name, needs = [], problem, report } = stage;
  const started = performance.now();
  const outcome = (
    /** @type {string} */ result,
    /** @type {boolean} */ succeeded,
    /** @type {import("./counts.mjs").Counts} */ counts,
  ) => ({
    name,
    about,
    result,
    took: since(started),
    counts,
    succeeded,
    failures: succeeded ? [] : failuresIn(report?.file),
  });
  console.log(`\n${bold(`── ${name}: ${about}`)}`);
  const missing = needs.find((need) => failed.has(need));
  if (missing !== undefined) {
    complain(`not run, because ${missing} failed`);
    return outcome("not run", false, { passed: 0, failed: 1, skipped: 0 });
  }
  const why = await problem?.();
  if (why !== undefined) {
    if (narrowed) {
      warn(`left out (TEST_SERVICES=embedded): ${why}`);
      return outcome("left out", true, { passed: 0, failed: 0, skipped: 1 });
    }
    complain(
      `cannot run on this machine: ${why}. TEST_SERVICES=embedded leaves it out on purpose.`,
    );
    return outcome("cannot run", false, { passed: 0, failed: 1, skipped: 0 });
  }
  const succeeded = await work(stage);
  const counts = countStage(succeeded, report);
  return outcome(counts.failed === 0 ? "passed" : "failed", counts.failed === 0, counts);
}

async function main() {
  const problems = nodeProblems();
  if (problems.length > 0) {
    throw new StartError(...problems);
  }
  const started = performance.now();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await install(root);
  /** @type {Outcome[]} */
  const outcomes = [];
  const failed = new Set();
  for (const stage of stages(root, reports)) {
    const outcome = await runStage(stage, failed);
    outcomes.push(outcome);
    if (!outcome.succeeded) {
      failed.add(outcome.name);
    }
  }
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ what) =>
    outcomes.reduce((total, { counts }) => total + counts[what], 0);
  const rows = outcomes.map(({ name, about, result, took, counts }) => [
    name,
    about,
    result,
    ...[counts.passed, counts.failed, counts.skipped].map(String),
    took,
  ]);
  for (const { name, failures } of outcomes) {
    for (const { test, message } of failures) {
      console.log(`\n${bold(`${name}: ${test}`)}\n${message}`);
    }
  }
  console.log(
    `\n${table([["Stage", "", "Result", "Passed", "Failed", "Skipped", "Time"], ...rows])}`,
  );
  console.log(`All of it took ${since(started)}; logs and reports are in test-results/npm-test`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => process.exit(130));
}

main().catch((error) => {
  for (const line of error instanceof StartError ? error.problems : [error.stack]) {
    complain(line);
  }
  console.log("0 passed, 1 failed");
  process.exit(1);
});
