import { parseArgs } from "node:util";

export interface Options {
  /** Calls that are answered, at the least. */
  operations: number;
  clients: number;
  /** Spoils the data on purpose once the load is over, to see the suite fail. */
  plant: boolean;
}

const OPERATIONS = 20_000;
const CLIENTS = 50;

/**
 * `--operations <n>`, `--clients <n>`, `--plant`.
 * @throws Error that says what is wrong
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      operations: { type: "string", default: String(OPERATIONS) },
      clients: { type: "string", default: String(CLIENTS) },
      plant: { type: "boolean", default: false },
    },
  });
  const [operations, clients] = [Number(values.operations), Number(values.clients)];
  if (!Number.isInteger(operations) || operations < 1) {
    throw new Error("--operations is a number above zero");
  }
  if (!Number.isInteger(clients) || clients < 10) throw new Error("--clients is 10 or more");
  return { operations, clients, plant: values.plant };
}
