import type { Tx } from "@oto/db";

/** How far a rebuild of PostgreSQL's own copy is. */
export interface ReindexState {
  isRunning: boolean;
  afterId: string | undefined;
  done: number;
}

interface StateRow {
  running: boolean;
  after_id: string | null;
  done: number;
}

export async function readReindexState(tx: Tx): Promise<ReindexState> {
  const [row] = await tx.$queryRaw<StateRow[]>`
    select running, after_id, done::int as done from search_rebuild where part = 'rows'`;
  return {
    isRunning: row?.running ?? false,
    afterId: row?.after_id ?? undefined,
    done: row?.done ?? 0,
  };
}

export async function startReindex(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    update search_rebuild set running = true, after_id = null, done = 0, started_at = now()
    where part = 'rows'`;
}

export async function storeReindexed(
  tx: Tx,
  { afterId, done }: { afterId: string; done: number },
): Promise<void> {
  await tx.$executeRaw`
    update search_rebuild set after_id = ${afterId}::uuid, done = ${done} where part = 'rows'`;
}

export async function stopReindex(tx: Tx): Promise<void> {
  await tx.$executeRaw`update search_rebuild set running = false where part = 'rows'`;
}
