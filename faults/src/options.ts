import { parseArgs } from "node:util";
import type { Mode } from "./world";
import { MODES } from "./world";

export interface Options {
  modes: readonly Mode[];
  /** Only rows whose name contains it. */
  row: string;
  /** Operations a row, at the least. */
  operations: number;
}

/** Enough for more than a thousand events a row. */
const FEWEST = 850;

/**
 * `--mode single|cluster`, `--row <part of a name>`, `--operations <n>`; `FAULTS_OPERATIONS` says the
 * latter too.
 *
 * @throws Error that says what is wrong
 */
export function readOptions(args: readonly string[], preset: string | undefined): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      mode: { type: "string" },
      row: { type: "string", default: "" },
      operations: { type: "string", default: preset ?? String(FEWEST) },
    },
  });
  const modes = MODES.filter((mode) => values.mode === undefined || mode === values.mode);
  const operations = Number(values.operations);
  if (modes.length === 0) throw new Error(`--mode is one of ${MODES.join(", ")}`);
  if (!Number.isInteger(operations) || operations < 1) {
    throw new Error("--operations is a number above zero");
  }
  return { modes, row: values.row, operations };
}
