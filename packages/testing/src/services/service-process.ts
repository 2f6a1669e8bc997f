import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { environmentWith } from "../env";

export interface ProcessOptions {
  /** For complaints. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Added to this process's environment. */
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** The account to run under, where it is not ours. */
  readonly account?: { readonly uid?: number; readonly gid?: number };
  /** Resolves to true once it serves; asked again and again. */
  readonly ready: (process: { readonly output: string }) => Promise<boolean> | boolean;
  /** Milliseconds it may take to become ready (30,000 unless said). */
  readonly patienceMs?: number;
  /** How it is asked to end (SIGTERM unless said). */
  readonly stopSignal?: NodeJS.Signals;
}

const SETPRIV = "/usr/bin/setpriv";
const LINES = 200;

/** Linux ends the child together with us, even when we are killed before we can. */
function command(options: ProcessOptions): [string, string[]] {
  return existsSync(SETPRIV)
    ? [SETPRIV, ["--pdeathsig", "KILL", options.command, ...options.args]]
    : [options.command, [...options.args]];
}

/** One server process as a child that cannot outlive this one. */
export class ServiceProcess {
  readonly #child: ChildProcess;
  readonly #options: ProcessOptions;
  readonly #lines: string[] = [];
  readonly exited: Promise<void>;
  #isGone = false;

  private constructor(options: ProcessOptions) {
    this.#options = options;
    const [program, args] = command(options);
    this.#child = spawn(program, args, {
      cwd: options.cwd ?? "/",
      env: environmentWith(options.env ?? {}),
      stdio: ["ignore", "pipe", "pipe"],
      ...options.account,
    });
    const killWithUs = () => this.#child.kill("SIGKILL");
    process.once("exit", killWithUs);
    this.exited = new Promise((resolve) => {
      const end = () => {
        this.#isGone = true;
        process.off("exit", killWithUs);
        resolve();
      };
      this.#child.once("exit", end);
      this.#child.once("error", (error) => {
        this.#lines.push(error.message);
        end();
      });
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", (line) => this.#keep(line));
    }
  }

  /** Starts it and waits until it serves. @throws Error with its last lines when it does not */
  static async start(options: ProcessOptions): Promise<ServiceProcess> {
    const started = new ServiceProcess(options);
    const end = performance.now() + (options.patienceMs ?? 30_000);
    while (!started.#isGone && performance.now() < end) {
      if (await options.ready(started)) return started;
      await sleep(25);
    }
    const why = started.#isGone ? "ended at once" : "did not become ready";
    await started.end("SIGKILL");
    throw new Error(`${options.name} ${why}:\n${started.output}`);
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** The last lines it wrote. */
  get output(): string {
    return this.#lines.join("\n");
  }

  #keep(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > LINES) this.#lines.shift();
  }

  /** Sends a signal without waiting for what it does. */
  signal(signal: NodeJS.Signals): void {
    if (!this.#isGone) this.#child.kill(signal);
  }

  /** Ends it with a signal (its own way of stopping unless given) and, after 10 s, with SIGKILL. */
  async end(signal: NodeJS.Signals = this.#options.stopSignal ?? "SIGTERM"): Promise<void> {
    this.signal(signal);
    const timer = setTimeout(() => this.signal("SIGKILL"), 10_000);
    await this.exited;
    clearTimeout(timer);
  }
}
