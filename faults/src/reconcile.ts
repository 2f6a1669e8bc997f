import { setTimeout as pause } from "node:timers/promises";
import { consumers } from "@oto/events";
import type { Operation } from "./load";
import type { World } from "./world";

/** What became of a row's operations and events, counted in the database. */
export interface Count {
  operations: number;
  events: number;
  /** Acknowledged and absent, or an event without the effect it must have. */
  lost: number;
  /** Done twice. */
  doubled: number;
  /** Part of a change without the rest of it. */
  halfDone: number;
  /** Effects of one vehicle in another order than its events. */
  reordered: number;
  /** Dead letters, and operations whose client never learned what became of them. */
  stuck: number;
}

async function numberOf(world: World, sql: string, params: unknown[] = []): Promise<number> {
  const { rows } = await world.platform.database.pool.query<{ n: string }>(sql, params);
  return Number(rows[0]?.n ?? 0);
}

/** Highest number of the outbox: events after it belong to the row that begins now. */
export const outboxHead = (world: World) =>
  numberOf(world, "select coalesce(max(seq), 0) as n from outbox_event");

/** Pairs of consumer and event name, as the registry declares them. */
const BINDINGS = Object.entries(consumers).flatMap(([id, { on }]) => on.map((name) => [id, name]));

/** Deliveries that have neither had their effect nor been given up. */
const UNDELIVERED = `
  select count(*) as n
    from outbox_event e
    join unnest($2::text[], $3::text[]) as b(consumer_id, name) on b.name = e.name
   where e.seq > $1
     and not exists (select 1 from inbox_entry i
                      where i.consumer_id = b.consumer_id and i.event_id = e.id)
     and not exists (select 1 from dead_letter d
                      where d.consumer_id = b.consumer_id and d.event_id = e.id)`;

const bindings = () => [BINDINGS.map(([id]) => id), BINDINGS.map(([, name]) => name)];

/** Waits until every event since `head` has reached all its consumers. */
export async function settled(world: World, head: number, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const left = await numberOf(world, UNDELIVERED, [head, ...bindings()]).catch(() => 1);
    if (left === 0) return true;
    await pause(250);
  }
  return false;
}

/** Acknowledged operations by how often the database has them. */
async function operationsInDatabase(world: World, head: number, log: readonly Operation[]) {
  const acknowledged = log.filter(({ outcome }) => outcome !== "unknown" && outcome !== "refused");
  const counts = { lost: 0, doubled: 0 };
  for (const [kind, table, column] of [
    ["price", "price_change", "to_amount"],
    ["offer", "offer_round", "amount"],
  ] as const) {
    const amounts = acknowledged.filter((op) => op.kind === kind).map(({ amount }) => amount);
    const { rows } = await world.platform.database.pool.query<{ times: string; n: string }>(
      `select times, count(*) as n
         from (select count(t.${column}) as times
                 from unnest($1::bigint[]) as a(amount)
                 left join ${table} t on t.${column} = a.amount group by a.amount) as c
        group by times`,
      [amounts],
    );
    for (const { n, times } of rows) {
      if (Number(times) === 0) counts.lost += Number(n);
      if (Number(times) > 1) counts.doubled += Number(n);
    }
  }
  const refused = log.filter(({ outcome }) => outcome === "refused").length;
  const unknown = log.filter(({ outcome }) => outcome === "unknown").length;
  return { ...counts, refused, unknown, head };
}

/** Changes without their event or audit entry, and the other way round. */
const halfDone = (world: World, head: number) =>
  numberOf(
    world,
    `with events as (select (payload->>'toAmount')::bigint as amount from outbox_event
                      where seq > $1 and name = 'vehicle.price_changed'),
          since as (select min(occurred_at) as at from outbox_event where seq > $1),
          changes as (select to_amount as amount from price_change, since
                       where created_at >= since.at - interval '1 minute'
                         and to_amount in (select amount from events)),
          audits as (select a.id from audit_entry a, since
                      where a.action = 'inventory.changePrice' and a.created_at >= since.at)
     select abs((select count(*) from events) - (select count(*) from changes))
          + abs((select count(*) from events) - (select count(*) from audits)) as n`,
    [head],
  );

/** Rows of the screens' feed per price event: none is a loss, more than one a double. */
async function feedEffects(world: World, head: number) {
  const { rows } = await world.platform.database.pool.query<{ times: string; n: string }>(
    `select times, count(*) as n
       from (select count(f.seq) as times
               from outbox_event e
               left join gallery_feed f on f.gallery_id = e.gallery_id and f.type = e.name
                and f.payload->>'toAmount' = e.payload->>'toAmount'
              where e.seq > $1 and e.name = 'vehicle.price_changed' group by e.id) as c
      group by times`,
    [head],
  );
  const of = (test: (times: number) => boolean) =>
    rows.filter(({ times }) => test(Number(times))).reduce((sum, { n }) => sum + Number(n), 0);
  return { lost: of((times) => times === 0), doubled: of((times) => times > 1) };
}

/** In-app notifications of the seller per new offer. */
async function newsEffects(world: World, head: number) {
  const { rows } = await world.platform.database.pool.query<{ times: string; n: string }>(
    `select times, count(*) as n
       from (select count(t.id) as times
               from outbox_event e
               left join notification t on t.type = 'offer.created'
                and t.params->>'offerId' = e.aggregate_id::text
              where e.seq > $1 and e.name = 'offer.created' group by e.id) as c
      group by times`,
    [head],
  );
  const of = (test: (times: number) => boolean) =>
    rows.filter(({ times }) => test(Number(times))).reduce((sum, { n }) => sum + Number(n), 0);
  return { lost: of((times) => times === 0), doubled: of((times) => times > 1) };
}

/** Prices that screens were told of in another order than they were set in. */
const reordered = (world: World, head: number) =>
  numberOf(
    world,
    `select count(*) as n from (
       select e.seq, lag(e.seq) over (partition by e.aggregate_id order by f.seq) as before
         from outbox_event e
         join gallery_feed f on f.gallery_id = e.gallery_id and f.type = e.name
          and f.payload->>'toAmount' = e.payload->>'toAmount'
        where e.seq > $1 and e.name = 'vehicle.price_changed') as o
      where o.before > o.seq`,
    [head],
  );

/** Published vehicles that the search shows with another price, or not at all. */
export const searchDrift = (world: World) =>
  numberOf(
    world,
    `select count(*) as n from vehicle v
       left join search_listing l on l.vehicle_id = v.id
      where v.status = 'PUBLISHED' and (l.version is distinct from v.version)
        and v.id in (select aggregate_id from outbox_event where aggregate_type = 'vehicle')`,
  );

/** Counts what the row did to the platform's truth, in the database and in the search. */
export async function reconcile(
  world: World,
  head: number,
  log: readonly Operation[],
): Promise<Count> {
  const operations = await operationsInDatabase(world, head, log);
  const [feed, news] = [await feedEffects(world, head), await newsEffects(world, head)];
  const [undelivered, dead] = [
    await numberOf(world, UNDELIVERED, [head, ...bindings()]),
    await numberOf(world, "select count(*) as n from dead_letter where resolved_at is null"),
  ];
  return {
    operations: log.length,
    events: await numberOf(world, "select count(*) as n from outbox_event where seq > $1", [head]),
    lost: operations.lost + feed.lost + news.lost + undelivered + (await searchDrift(world)),
    doubled: operations.doubled + feed.doubled + news.doubled,
    halfDone: await halfDone(world, head),
    reordered: await reordered(world, head),
    stuck: dead + operations.unknown + operations.refused,
  };
}
