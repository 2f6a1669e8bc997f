import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { environmentWith } from "../env";

export interface PlatformPartOptions {
  name: string;
  /** Bundle of the program. */
  program: string;
  env: Record<string, string>;
  /** Answers 200 when the part is up. */
  health: string;
  /** Where its log goes. */
  folder: string;
  /** Program that starts Node, for a part that must see another clock. */
  wrapper?: readonly string[] | undefined;
}

/** A process of the platform, started again whenever it falls, as an orchestrator would. */
export class PlatformPart {
  readonly #options: PlatformPartOptions;
  #child: ChildProcess | undefined;
  #wanted = false;
  #falls = 0;

  constructor(options: PlatformPartOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  /** How often it was started again without being asked. */
  get falls(): number {
    return this.#falls;
  }

  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error(`${this.name} does not run`);
    return pid;
  }

  start(): void {
    const { env, folder, name, program, wrapper = [] } = this.#options;
    const log = openSync(join(folder, `${name}.log`), "a");
    const [command, ...args] = [...wrapper, process.execPath, "--enable-source-maps", program];
    const child = spawn(command ?? process.execPath, args, {
      env: environmentWith(env),
      stdio: ["ignore", log, log],
      // A wrapper waits for its child instead of becoming it: signals go to both, as a group.
      detached: wrapper.length > 0,
    });
    this.#wanted = true;
    this.#child = child;
    child.once("exit", () => {
      if (this.#child === child) this.#child = undefined;
      if (!this.#wanted) return;
      this.#falls += 1;
      setTimeout(() => this.#wanted && !this.#child && this.start(), 300);
    });
  }

  async whenReady(patienceMs = 60_000): Promise<void> {
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      const answer = await fetch(this.#options.health, {
        signal: AbortSignal.timeout(2_000),
      }).catch(() => null);
      if (answer?.ok) return;
      await pause(100);
    }
    throw new Error(`${this.name} is not ready after ${patienceMs / 1_000} s`);
  }

  #send(signal: NodeJS.Signals): void {
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    try {
      process.kill(this.#options.wrapper ? -pid : pid, signal);
    } catch {
      // Gone in the meantime.
    }
  }

  /** `kill -9`; it comes back by itself. */
  kill(): void {
    this.#send("SIGKILL");
  }

  /** Freezes or wakes it, as a stalled machine would. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#send(signal);
  }

  /** Ends it as a rolling restart does: asked, waited for; ended when it takes too long. */
  async stop(graceMs = 20_000): Promise<void> {
    this.#wanted = false;
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    this.#send("SIGTERM");
    const timer = setTimeout(() => this.#send("SIGKILL"), graceMs);
    await gone;
    clearTimeout(timer);
  }

  /** Stops it and starts it anew, ready again. */
  async roll(): Promise<void> {
    await this.stop();
    this.start();
    await this.whenReady();
  }
}
