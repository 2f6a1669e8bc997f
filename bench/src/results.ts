import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Line } from "./table";

/** A case at a size, as it was measured. */
export interface Measured {
  readonly about: string;
  readonly measuredAt: string;
  readonly rounds: number;
  readonly machine: string;
  readonly lines: readonly Line[];
}

const GIGABYTE = 1_073_741_824;

/** What the figures were measured on. */
export function machineName(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / GIGABYTE);
  return `${cores.length} × ${cores[0]?.model.trim() ?? "unknown"}, ${memory} GB, Linux, Node ${process.version}`;
}

/** Results of cases, a file each, so that a run that was stopped goes on where it was. */
export class Results {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  #file(name: string, size: number): string {
    return join(this.#folder, `${name}-${size}.json`);
  }

  has(name: string, size: number): boolean {
    return existsSync(this.#file(name, size));
  }

  read(name: string, size: number): Measured {
    return JSON.parse(readFileSync(this.#file(name, size), "utf8")) as Measured;
  }

  write(name: string, size: number, measured: Measured): void {
    writeFileSync(this.#file(name, size), `${JSON.stringify(measured, null, 2)}\n`);
  }

  /** Everything that was measured here, by case and size. */
  all(): Measured[] {
    return readdirSync(this.#folder)
      .filter((file) => /-\d+\.json$/.test(file))
      .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
      .map((file) => JSON.parse(readFileSync(join(this.#folder, file), "utf8")) as Measured);
  }
}
