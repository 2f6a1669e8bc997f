import type { Tx } from "./database";
import type { Prisma } from "./generated/client";
import { prepare } from "./statement-names";
import type { OpenTransaction } from "./transaction-pg";

const transactions = new WeakMap<object, OpenTransaction>();

/** From now on statements can be run in the transaction behind this client, which earns the brand. */
export function rememberTransaction(client: object, open: OpenTransaction): asserts client is Tx {
  transactions.set(client, open);
}

/**
 * Runs a change in a transaction as a prepared statement of its own connection, past the client,
 * which would compile and interpret it for several times what it costs here. For the few writes
 * that every change of the platform makes; its text has to be constant.
 *
 * @param statement values are passed as they are: text, numbers, booleans, null
 * @returns the number of rows
 * @throws Error when the transaction has ended
 * @throws DriverAdapterError what PostgreSQL refuses; the transaction cannot go on then
 */
export async function execute(tx: Tx, statement: Prisma.Sql): Promise<number> {
  const driver = transactions.get(tx)?.driver;
  if (!driver) throw new Error("a statement came after the end of its transaction");
  const { text, values } = statement;
  prepare(text);
  return driver.executeRaw({
    sql: text,
    args: values,
    argTypes: values.map(() => ({ scalarType: "unknown", arity: "scalar" })),
  });
}

/** Whether PostgreSQL gave the transaction of a statement up for another one. */
export function isDriverConflict(error: unknown): boolean {
  if (!(error instanceof Error) || error.name !== "DriverAdapterError") return false;
  const { cause } = error;
  return typeof cause === "object" && cause !== null && "kind" in cause
    ? cause.kind === "TransactionWriteConflict"
    : false;
}
