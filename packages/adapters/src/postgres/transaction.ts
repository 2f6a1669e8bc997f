import type { Pool, PoolClient } from "pg";

export interface TransactionOptions {
  /** Statements without values that open it; `BEGIN` unless given. */
  readonly begin?: string;
}

/** A connection that breaks between two statements says so by an event that nobody may miss. */
const ignoreBreak = () => undefined;

/** Runs one transaction: commits what resolves, gives the connection up when anything fails. */
export async function inTransaction<Result>(
  pool: Pool,
  run: (client: PoolClient) => Promise<Result>,
  { begin = "BEGIN" }: TransactionOptions = {},
): Promise<Result> {
  const client = await pool.connect();
  // Unheard, the event would end the process; the statement that follows fails by itself.
  client.on("error", ignoreBreak);
  try {
    await client.query(begin);
    const result = await run(client);
    await client.query("COMMIT");
    client.off("error", ignoreBreak);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
