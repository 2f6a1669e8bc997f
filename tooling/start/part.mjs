// One supervised process of the platform: started, watched, restarted when it falls, stopped.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { errorIn, openLog } from "./logs.mjs";
import { complain, StartError, say, since, warn } from "./terminal.mjs";

/**
 * @typedef {object} Definition
 * @property {string} name
 * @property {string} cwd
 * @property {string} [command] Node unless said
 * @property {string[]} args
 * @property {Record<string, string>} env added to ours
 * @property {string | RegExp} health a URL that answers below 500 when the part is ready, or the line it says then
 * @property {number} graceMs from asking it to stop to ending it
 */

const LONGEST_PAUSE = 30_000;
const STEADY_AFTER = 60_000;
const TRIES_BEFORE_FIRST_HEALTH = 3;
const HEALTH_PATIENCE = 120_000;

/**
 * @param {Definition} definition
 * @param {string} line
 */
const readyLine = ({ health }, line) =>
  typeof health === "string" ? undefined : health.exec(line)?.[1];

export class Part {
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #child;
  /** @type {Promise<void>} */
  #exited = Promise.resolve();
  /** @type {NodeJS.Timeout | undefined} */
  #restart;
  /** @type {string[]} */
  #tail = [];
  #stopping = false;
  #wasHealthy = false;
  #falls = 0;
  #lastComplaint = "";
  /** @type {string | undefined} */
  #readySaid;

  /**
   * @param {Definition} definition
   * @param {{ dataFolder: string, onPid: (name: string, pid: number) => void }} surroundings
   */
  constructor(definition, { dataFolder, onPid }) {
    this.definition = definition;
    this.log = openLog(dataFolder, definition.name);
    this.onPid = onPid;
  }

  start() {
    const { args, command = process.execPath, cwd, env, name } = this.definition;
    const started = performance.now();
    this.#readySaid = undefined;
    // Its own process group: Ctrl-C reaches only us, and parts are stopped in order.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    this.#child = child;
    this.#listen(child.stdout, "stdout");
    this.#listen(child.stderr, "stderr");
    if (child.pid !== undefined) {
      this.onPid(name, child.pid);
    }
    this.#exited = new Promise((resolve) => {
      const end = (/** @type {unknown} */ how) => {
        this.#child = undefined;
        resolve();
        this.#fell(how, performance.now() - started);
      };
      child.once("error", (error) => end(error.message));
      child.once("exit", (code, signal) => end(signal ?? `exit code ${code}`));
    });
  }

  /**
   * @param {import("node:stream").Readable | null} stream
   * @param {"stdout" | "stderr"} kind
   */
  #listen(stream, kind) {
    if (stream === null) {
      return;
    }
    createInterface({ input: stream }).on("line", (line) => {
      this.log.write(line);
      this.#readySaid ??= readyLine(this.definition, line);
      this.#tail = [...this.#tail.slice(-14), line];
      const error = errorIn(line, kind);
      if (error !== undefined && error !== this.#lastComplaint && !this.#stopping) {
        this.#lastComplaint = error;
        complain(`${this.definition.name}: ${error}`);
      }
    });
  }

  /**
   * @param {unknown} how
   * @param {number} lived milliseconds
   */
  #fell(how, lived) {
    if (this.#stopping) {
      return;
    }
    this.#falls = lived > STEADY_AFTER ? 1 : this.#falls + 1;
    if (!this.#wasHealthy && this.#falls >= TRIES_BEFORE_FIRST_HEALTH) {
      return; // whenReady() tells
    }
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** this.#falls);
    warn(
      `${this.definition.name} stopped (${how}): starting it again in ${pause / 1000} s; see ${this.log.file}`,
    );
    this.#restart = setTimeout(() => {
      this.start();
      if (this.#wasHealthy) {
        this.#tellWhenBack().catch(() => undefined);
      }
    }, pause);
  }

  async #tellWhenBack() {
    const started = performance.now();
    await this.whenReady();
    if (!this.#stopping) {
      say(`  ${this.definition.name} is back after ${since(started)}`);
    }
  }

  /** What it said when it was ready, where it says so in a line. */
  get readySaid() {
    return this.#readySaid;
  }

  async #answers() {
    const { health } = this.definition;
    if (typeof health !== "string") {
      return this.#readySaid !== undefined;
    }
    try {
      const signal = AbortSignal.timeout(5_000);
      const { status } = await fetch(health, { redirect: "manual", signal });
      return status < 500; // Services say 503 until they are ready; a site that answers is up.
    } catch {
      return false;
    }
  }

  /** Resolves once the part answers; rejects when it falls again and again or never answers. */
  async whenReady() {
    const { health, name } = this.definition;
    const end = performance.now() + HEALTH_PATIENCE;
    while (!this.#stopping) {
      if (this.#child !== undefined && (await this.#answers())) {
        this.#wasHealthy = true;
        return;
      }
      const gaveUp = this.#child === undefined && this.#falls >= TRIES_BEFORE_FIRST_HEALTH;
      if ((gaveUp && !this.#wasHealthy) || performance.now() > end) {
        throw new StartError(
          `${name} ${gaveUp ? "does not start" : `does not answer at ${health}`}; its last lines (all of them: ${this.log.file}):`,
          ...this.#tail.map((line) => `  ${line}`),
        );
      }
      await sleep(100);
    }
  }

  /** @param {NodeJS.Signals} signal */
  #signal(signal) {
    const pid = this.#child?.pid;
    if (pid === undefined) {
      return;
    }
    try {
      process.kill(process.platform === "win32" ? pid : -pid, signal);
    } catch {
      // Gone in the meantime.
    }
  }

  /** Asks the part to stop, and ends it when it does not in time. */
  async stop() {
    this.#stopping = true;
    clearTimeout(this.#restart);
    this.#signal("SIGTERM");
    const timer = setTimeout(() => this.#signal("SIGKILL"), this.definition.graceMs);
    await this.#exited;
    clearTimeout(timer);
  }

  /** Ends it at once. */
  kill() {
    this.#stopping = true;
    this.#signal("SIGKILL");
  }
}
