import { Client } from "./client";
import { Load } from "./load";
import { tokenOf } from "./people";
import type { Count } from "./reconcile";
import { outboxHead, reconcile, settled } from "./reconcile";
import type { Row } from "./rows/row";
import type { World } from "./world";

export interface RowResult {
  name: string;
  count: Count;
  /** Seconds from the last answer to a client until every event had all its effects. */
  settledS: number;
  tookS: number;
  ok: boolean;
  /** Why operations were refused that nothing spoke against. */
  refusals: string[];
}

const CONCURRENCY = 8;
const CLIENT_PATIENCE_MS = 180_000;
const SETTLE_PATIENCE_MS = 180_000;

const secondsSince = (started: number) => (performance.now() - started) / 1_000;

const NOTHING: Count = {
  operations: 0,
  events: 0,
  lost: 0,
  doubled: 0,
  halfDone: 0,
  reordered: 0,
  stuck: 0,
};

/** A row whose own machinery failed: the platform did not come back, which is a failure too. */
export function brokenRow(name: string, error: unknown): RowResult {
  const why = error instanceof Error ? error.message : String(error);
  return { name, count: NOTHING, settledS: 0, tookS: 0, ok: false, refusals: [why] };
}

/** Works on the platform, breaks it, waits until it is whole again and counts. */
export async function runRow(world: World, row: Row, operations: number): Promise<RowResult> {
  const started = performance.now();
  const tokens = new Map<string, string>();
  for (const trader of world.traders) {
    tokens.set(trader.userId, await tokenOf(world.platform, trader));
  }
  const head = await outboxHead(world);
  const client = new Client(world.apiAddresses, CLIENT_PATIENCE_MS);
  const { traders } = world;
  const load = new Load({ client, traders, tokens, operations, concurrency: CONCURRENCY });
  await Promise.all([load.run(), row.damage(world, load)]);
  const answered = performance.now();
  await settled(world, head, SETTLE_PATIENCE_MS);
  const settledS = secondsSince(answered);
  await row.after?.(world, head);
  const count = await reconcile(world, head, load.log);
  const extra = (await row.extra?.(world, load)) ?? {};
  for (const [key, value] of Object.entries(extra)) count[key as keyof Count] += value;
  const { doubled, halfDone, lost, reordered, stuck } = count;
  const ok = lost + doubled + halfDone + reordered + stuck === 0;
  const refusals = [...new Set(load.log.flatMap(({ reason }) => reason ?? []))];
  return { name: row.name, count, settledS, tookS: secondsSince(started), ok, refusals };
}
