import type { Pool } from "pg";
import type { IndexedChange, MeiliServer } from "./meili-server";
import { forgetConfirmation, wantedChanges, wantedOf } from "./search-changes";

const PAGE = 1_000;

type Page<Entry> = (afterId: string | undefined) => Promise<readonly Entry[]>;

async function* walk<Entry extends { readonly vehicleId: string }>(
  page: Page<Entry>,
): AsyncGenerator<Entry, undefined> {
  let afterId: string | undefined;
  for (;;) {
    const entries = await page(afterId);
    yield* entries;
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) return undefined;
    afterId = last.vehicleId;
  }
}

/** Ids that differ at first sight, walking both sides in the order of ids. */
async function* suspects(
  pool: Pool,
  server: MeiliServer,
  uid: string,
): AsyncGenerator<string, undefined> {
  const wanted = walk((afterId) => wantedChanges(pool, { afterId, limit: PAGE }));
  const found = walk<IndexedChange>((afterId) => server.changes(uid, { afterId, limit: PAGE }));
  let [left, right] = [(await wanted.next()).value, (await found.next()).value];
  while (left || right) {
    const isOnlyWanted = left && (!right || left.vehicleId < right.vehicleId);
    const isOnlyFound = right && (!left || right.vehicleId < left.vehicleId);
    if (isOnlyFound && right) yield right.vehicleId;
    if (!isOnlyFound && left && (isOnlyWanted || left.seq !== right?.seq)) yield left.vehicleId;
    if (!isOnlyFound) left = (await wanted.next()).value;
    if (!isOnlyWanted) right = (await found.next()).value;
  }
}

/**
 * Those that still differ and are not being sent. Both sides are read again, the server first, since
 * what changed between the two reads of the walk is no drift.
 */
async function drifted(pool: Pool, server: MeiliServer, at: { uid: string; ids: string[] }) {
  const found = await server.changesOf(at.uid, at.ids);
  const wanted = await wantedOf(pool, at.ids);
  return at.ids.filter((id) => {
    const want = wanted.get(id);
    return !want?.isPending && found.get(id) !== want?.seq;
  });
}

/**
 * Compares an index with what PostgreSQL says it should have, and makes what differs pending.
 * @returns how many listings differed
 */
export async function findDrift(
  pool: Pool,
  server: MeiliServer,
  { uid, signal }: { readonly uid: string; readonly signal?: AbortSignal | undefined },
): Promise<number> {
  let found = 0;
  let ids: string[] = [];
  const settle = async () => {
    if (ids.length === 0) return;
    const differing = await drifted(pool, server, { uid, ids });
    if (differing.length > 0) await forgetConfirmation(pool, differing);
    found += differing.length;
    ids = [];
  };
  for await (const id of suspects(pool, server, uid)) {
    if (signal?.aborted) break;
    ids.push(id);
    if (ids.length === PAGE) await settle();
  }
  await settle();
  return found;
}
