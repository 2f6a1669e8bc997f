// Runs a command of an image as an engine would: its folder, its variables, not as root.
import { spawn } from "node:child_process";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 60_000;

export class Container {
  /** @type {import("node:child_process").ChildProcess} */
  #child;
  /** @type {Promise<number>} */
  #exited;
  #said = "";

  /**
   * @param {import("./build.mjs").Image} image
   * @param {{ env: Record<string, string>, command?: string[] | undefined }} options
   */
  constructor(image, { env, command = image.cmd }) {
    this.image = image;
    this.env = env;
    this.command = command;
    this.#child = this.#spawn(command);
    this.#exited = new Promise((resolve) => {
      this.#child.once("exit", (code) => resolve(code ?? 1));
    });
  }

  /** @param {string[]} command */
  #spawn([program = "", ...args]) {
    const child = spawn(program, args, {
      cwd: this.image.at("."),
      env: this.image.environment(this.env),
      stdio: ["ignore", "pipe", "pipe"],
      ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (text) => {
        this.#said = `${this.#said}${text}`.slice(-4_000);
      });
    }
    return child;
  }

  /** @param {string} what */
  #problem(what) {
    return new Error(`${this.command.join(" ")} ${what}:\n${this.#said}`);
  }

  /** Resolves when it has ended well. */
  async finish() {
    const code = await this.#exited;
    if (code !== 0) {
      throw this.#problem(`ended with ${code}`);
    }
    console.log(`    CMD ${this.command.join(" ")} ended well`);
  }

  async #isHealthy() {
    const child = this.#spawn(this.image.healthcheck);
    return (await new Promise((resolve) => child.once("exit", resolve))) === 0;
  }

  /** Resolves when its HEALTHCHECK succeeds and it stops within its grace when asked. */
  async untilHealthy() {
    const started = performance.now();
    let exited = false;
    this.#exited.then(() => {
      exited = true;
    });
    while (!(await this.#isHealthy())) {
      if (exited || performance.now() - started > PATIENCE_MS) {
        this.#child.kill("SIGKILL");
        throw this.#problem(exited ? "ended" : "did not become healthy");
      }
      await sleep(250);
    }
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    console.log(`    CMD ${this.command.join(" ")} is healthy after ${seconds} s`);
    this.#child.kill("SIGTERM");
    const limit = setTimeout(() => this.#child.kill("SIGKILL"), 20_000);
    await this.#exited;
    clearTimeout(limit);
  }
}
