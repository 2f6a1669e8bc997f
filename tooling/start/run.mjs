import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { StartError } from "./terminal.mjs";

/**
 * @typedef {object} Step
 * @property {string} name for the complaint when it fails
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [log] a file that gets everything it writes
 * @property {(line: string) => void} [onLine] every line of its output
 * @property {(lines: string[]) => string[]} [explain] picks the lines that tell why it failed
 * @property {AbortSignal} [signal] ends it
 */

const MOST_LINES = 2_000;
const SHOWN = { first: 12, last: 28 };

/** The cause stands at the beginning or at the end of what a failing tool says. @param {string[]} lines */
const bothEnds = (lines) =>
  lines.length <= SHOWN.first + SHOWN.last
    ? lines
    : [...lines.slice(0, SHOWN.first), "…", ...lines.slice(-SHOWN.last)];

/**
 * Runs a command to its end.
 * @param {Step} step
 * @returns {Promise<void>} rejects with its first and last lines when it fails
 */
export async function run({ name, command, args, cwd, env, log, onLine, explain, signal }) {
  if (log !== undefined) {
    mkdirSync(path.dirname(log), { recursive: true });
  }
  const file = log === undefined ? undefined : createWriteStream(log);
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
    signal,
  });
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      file?.write(`${line}\n`);
      onLine?.(line);
      lines.push(line);
      if (lines.length > MOST_LINES) {
        lines.splice(SHOWN.first, 1);
      }
    });
  }
  /** @type {number | string} */
  const end = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, killedBy) => resolve(code ?? killedBy ?? "unknown"));
  });
  file?.end();
  if (end !== 0) {
    const where = log === undefined ? "" : `; all of it: ${log}`;
    throw new StartError(
      `${name} failed (${end})${where}`,
      ...bothEnds(explain?.(lines) ?? lines).map((line) => `  ${line}`),
    );
  }
}
