import { existsSync } from "node:fs";
import path from "node:path";
import { run } from "./run.mjs";
import { hashOf, stamp } from "./stamps.mjs";
import { note, say, since } from "./terminal.mjs";

const INPUTS = [
  "apps",
  "packages",
  "tooling/tsconfig",
  "tooling/bundle.mjs",
  "package-lock.json",
  "turbo.json",
];
const OUTPUTS = [
  "apps/api/dist/main.mjs",
  "apps/workers/dist/main.mjs",
  "apps/landing/.next/BUILD_ID",
  "apps/admin/.next/BUILD_ID",
  "apps/gallery/.next/BUILD_ID",
  "packages/db/dist/migrate.mjs",
  "apps/workers/dist/seed.mjs",
];

/** Settings of the tools that must not phone home or change with the machine. */
export const QUIET_TOOLS = {
  TURBO_TELEMETRY_DISABLED: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  DO_NOT_TRACK: "1",
};

/**
 * Of everything that a run of many tasks says: what the failed ones said.
 * @param {string[]} lines
 * @returns {string[]}
 */
export function linesOfFailedTasks(lines) {
  const failed = lines.flatMap(
    (line) => /^Failed:\s+(.*)$/.exec(line.trim())?.[1]?.split(", ") ?? [],
  );
  const prefixes = failed.map((task) => `${task.replace("#", ":")}: `);
  const said = lines.filter(
    (line) =>
      prefixes.some((prefix) => line.startsWith(prefix)) &&
      !/: (npm (warn|error)|> |$|cache miss)/.test(line),
  );
  return said.length > 0 ? said : lines;
}

/**
 * @param {string} root
 * @param {{ tasks: string[], log: string, signal?: AbortSignal }} options
 */
export async function turbo(root, { tasks, log, signal }) {
  const started = new Set();
  await run({
    name: `turbo run ${tasks.join(" ")}`,
    command: process.execPath,
    args: [
      path.join(root, "node_modules/turbo/bin/turbo"),
      "run",
      ...tasks,
      // Next uses every core by itself: more builds side by side only fight for memory.
      "--concurrency=2",
      "--log-order=stream",
    ],
    cwd: root,
    env: { ...process.env, ...QUIET_TOOLS, NODE_ENV: "production" },
    log,
    explain: linesOfFailedTasks,
    onLine: (line) => {
      const task = /^(@oto\/[\w-]+:\w+): cache (miss|hit)/.exec(line);
      if (task?.[1] !== undefined && !started.has(task[1])) {
        started.add(task[1]);
        note(
          `${task[1].replace("@oto/", "").replace(":", ": ")}${task[2] === "hit" ? " (unchanged)" : ""}`,
        );
      }
    },
    ...(signal === undefined ? {} : { signal }),
  });
}

/**
 * Generates and builds everything, unless no source file changed since the last time.
 * @param {string} root
 * @param {{ log: string, signal?: AbortSignal }} options
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function build(root, options) {
  const source = hashOf(root, INPUTS, [process.version, process.platform]);
  const done = stamp(root, "build");
  if (done.matches(source) && OUTPUTS.every((file) => existsSync(path.join(root, file)))) {
    return false;
  }
  const started = performance.now();
  say("Building (the first time takes a few minutes) …");
  await turbo(root, { tasks: ["generate", "build"], ...options });
  const missing = OUTPUTS.filter((file) => !existsSync(path.join(root, file)));
  if (missing.length > 0) {
    throw new Error(`the build left out ${missing.join(", ")}`);
  }
  done.set(source);
  note(`built in ${since(started)}`);
  return true;
}
