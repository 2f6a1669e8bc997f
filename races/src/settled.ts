import { setTimeout as pause } from "node:timers/promises";
import { consumers } from "@oto/events";
import type { World } from "./world";

const BINDINGS = Object.entries(consumers).flatMap(([id, { on }]) => on.map((name) => [id, name]));

/** Deliveries that have not had their effect; the ones given up count too. */
export const UNDELIVERED = {
  sql: `select count(*) as n from outbox_event e
          join unnest($1::text[], $2::text[]) as b(consumer_id, name) on b.name = e.name
         where not exists (select 1 from inbox_entry i
                            where i.consumer_id = b.consumer_id and i.event_id = e.id)`,
  params: [BINDINGS.map(([id]) => id), BINDINGS.map(([, name]) => name)],
};

/** Waits until every event has reached all its consumers; gives up after a while. */
export async function settled({ platform }: World, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const { rows } = await platform.database.pool.query<{ n: string }>(
      UNDELIVERED.sql,
      UNDELIVERED.params,
    );
    if (Number(rows[0]?.n) === 0) return true;
    await pause(500);
  }
  return false;
}
