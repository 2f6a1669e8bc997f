import type { Pool, PoolClient } from "pg";

/** The rebuild of the server's index: what is being built, and how far it is. */
export interface RebuildState {
  /** Of the newest index; `listings_v<number>` while it is being built. */
  readonly number: number;
  readonly isRunning: boolean;
  readonly afterId: string | null;
  readonly done: number;
}

interface StateRow {
  number: number;
  running: boolean;
  after_id: string | null;
  done: string;
}

const COLUMNS = "number, running, after_id, done";

function toState(row: StateRow | undefined): RebuildState {
  if (!row) throw new Error("the journal of rebuilds has no row for the search server");
  const { number, running, after_id: afterId, done } = row;
  return { number, isRunning: running, afterId, done: Number(done) };
}

/** Reads the state and holds it until the transaction ends: no rebuild begins or ends meanwhile. */
export async function holdRebuildState(client: PoolClient): Promise<RebuildState> {
  const { rows } = await client.query<StateRow>(
    `SELECT ${COLUMNS} FROM search_rebuild WHERE part = 'server' FOR SHARE`,
  );
  return toState(rows[0]);
}

/** The same for whoever is about to change it: waits for all who hold it. */
export async function lockRebuildState(client: PoolClient): Promise<RebuildState> {
  const { rows } = await client.query<StateRow>(
    `SELECT ${COLUMNS} FROM search_rebuild WHERE part = 'server' FOR UPDATE`,
  );
  return toState(rows[0]);
}

export async function readRebuildState(pool: Pool): Promise<RebuildState> {
  const { rows } = await pool.query<StateRow>(
    `SELECT ${COLUMNS} FROM search_rebuild WHERE part = 'server'`,
  );
  return toState(rows[0]);
}

/** From now on everything that is written reaches the new index too. */
export async function beginRebuild(pool: Pool, number: number): Promise<void> {
  await pool.query(
    `UPDATE search_rebuild SET number = $1, running = true, after_id = NULL, done = 0,
       started_at = now() WHERE part = 'server'`,
    [number],
  );
}

export async function noteRebuilt(pool: Pool, afterId: string, done: number): Promise<void> {
  await pool.query(
    "UPDATE search_rebuild SET after_id = $1, done = $2 WHERE part = 'server' AND running",
    [afterId, done],
  );
}

export async function endRebuild(client: PoolClient): Promise<void> {
  await client.query(
    "UPDATE search_rebuild SET running = false, after_id = NULL WHERE part = 'server'",
  );
}
