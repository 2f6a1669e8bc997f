import { createHash } from "node:crypto";
import { verifyAudit } from "@oto/db";
import type { Acknowledged, Board } from "./board";
import type { Client } from "./client";
import { UNDELIVERED } from "./settled";
import type { World } from "./world";

/** Something that must hold, and how often it does not. */
export interface Check {
  name: string;
  /** What was looked at. */
  of: number;
  found: number;
}

interface Counted {
  of: string;
  found: string;
}

interface Proof {
  name: string;
  /** Gives `of` and `found`. */
  sql: string;
}

/** Proofs that the database gives by itself, whatever the clients were told. */
const PROOFS: readonly Proof[] = [
  {
    name: "a vehicle reserved while it was reserved",
    sql: `select count(*) filter (where name = 'vehicle.reserved') as of,
                 count(*) filter (where name = 'vehicle.reserved' and before = 'vehicle.reserved') as found
            from (select name, lag(name) over (partition by aggregate_id order by seq) as before
                    from outbox_event
                   where name in ('vehicle.reserved', 'vehicle.released', 'vehicle.sold')) as told`,
  },
  {
    name: "two active reservations, or one without its vehicle reserved",
    sql: `select (select count(*) from reservation) as of,
                 (select count(*) from (select 1 from reservation where status = 'ACTIVE'
                   group by vehicle_id having count(*) > 1) as twice)
               + (select count(*) from reservation r join vehicle v on v.id = r.vehicle_id
                   where r.status = 'ACTIVE' and v.status <> 'RESERVED')
               + (select count(*) from vehicle v where v.status = 'RESERVED' and not exists (
                   select 1 from reservation r where r.vehicle_id = v.id and r.status = 'ACTIVE')) as found`,
  },
  {
    name: "an accepted offer without its reservation, or the other way round",
    sql: `select (select count(*) from offer where status = 'ACCEPTED') as of,
                 (select count(*) from offer o where o.status = 'ACCEPTED'
                     and not exists (select 1 from reservation r where r.offer_id = o.id))
               + (select count(*) from reservation r join offer o on o.id = r.offer_id
                   where o.status <> 'ACCEPTED') as found`,
  },
  {
    name: "rounds with a gap, or not as the offer says",
    sql: `select count(*) as of, count(*) filter (where rounds <> round or low <> 1 or high <> round
                   or sides > 0 or latest <> amount) as found
            from (select o.round, o.amount, count(r.id) as rounds, min(r.round) as low, max(r.round) as high,
                         count(*) filter (where (r.round % 2 = 1) <> (r.side = 'BUYER')) as sides,
                         max(r.amount) filter (where r.round = o.round) as latest
                    from offer o left join offer_round r on r.offer_id = o.id group by o.id) as each`,
  },
  {
    name: "money that moved: reservation, offer, round, event",
    sql: `select (select count(*) from reservation) + (select count(*) from offer_round) as of,
                 (select count(*) from reservation v join offer o on o.id = v.offer_id
                    join offer_round r on r.offer_id = o.id and r.round = o.round
                   where (v.amount, v.currency) is distinct from (r.amount, r.currency) or o.amount <> r.amount)
               + (select count(*) from outbox_event e
                    left join offer_round r on r.offer_id = e.aggregate_id
                     and r.round = (e.payload->>'round')::int
                   where e.name in ('offer.created', 'offer.countered', 'offer.accepted')
                     and r.amount is distinct from (e.payload->>'amount')::bigint) as found`,
  },
  {
    name: "an end told of twice, or not at all",
    sql: `select count(*) as of, count(*) filter (where told <> 1) as found
            from (select count(e.id) as told from offer o
                    left join outbox_event e on e.aggregate_id = o.id and e.name in ('offer.accepted',
                      'offer.rejected', 'offer.withdrawn', 'offer.expired', 'offer.closed')
                   where o.status <> 'OPEN' group by o.id) as each`,
  },
  {
    name: "a closed rival who was not told just once",
    sql: `select count(*) as of, count(*) filter (where told <> 1 or rival is null) as found
            from (select (select count(*) from notification n where n.user_id = m.user_id
                            and n.type = 'offer.closed' and n.params->>'offerId' = o.id::text) as told,
                         accepted.id as rival
                    from offer o join membership m on m.gallery_id = o.buyer_gallery_id
                    left join offer accepted on accepted.id = o.closed_by_offer_id
                     and accepted.status = 'ACCEPTED' and accepted.vehicle_id = o.vehicle_id
                   where o.status = 'CLOSED' and o.close_reason = 'RIVAL_ACCEPTED') as each`,
  },
  {
    name: "an offer open over a reserved vehicle",
    sql: `select (select count(*) from vehicle) as of,
                 (select count(*) from offer o join vehicle v on v.id = o.vehicle_id
                   where o.status = 'OPEN' and v.status = 'RESERVED') as found`,
  },
  {
    name: "two live negotiations of one buyer over one vehicle",
    sql: `select count(*) as of, count(*) filter (where open > 1) as found
            from (select count(*) filter (where status = 'OPEN') as open from offer
                   group by vehicle_id, buyer_gallery_id) as each`,
  },
  {
    name: "a reminder sent twice",
    sql: `select coalesce(sum(times), 0) as of, count(*) filter (where times > 1) as found
            from (select count(*) as times from outbox_event
                   where name in ('offer.reminded', 'reservation.reminded')
                   group by aggregate_id, payload->>'round', payload->>'share', payload->>'expiresAt') as each`,
  },
  {
    name: "a deal log with a gap, a fork or an entry too many",
    sql: `select (select count(*) from deal_log_entry) as of,
                 (select count(*) from (select seq, prev_hash,
                     lag(hash, 1, repeat('0', 64)) over w as before, row_number() over w as at
                    from deal_log_entry window w as (partition by offer_id order by seq)) as link
                   where seq <> at or prev_hash <> before)
               + (select count(*) from offer o where o.round <> (select count(*) from deal_log_entry l
                   where l.offer_id = o.id and l.kind in ('offer.opened', 'offer.countered')))
               + (select count(*) from offer o where o.status <> 'OPEN' and 1 <> (select count(*)
                    from deal_log_entry l where l.offer_id = o.id and l.kind = 'offer.' || lower(o.status::text)))
              as found`,
  },
  {
    name: "an effect given up (dead letters)",
    sql: `select (select count(*) from inbox_entry) as of,
                 (select count(*) from dead_letter where resolved_at is null) as found`,
  },
];

/** What proofs are asked of. */
type Pool = World["platform"]["database"]["pool"];

async function counted(pool: Pool, { name, sql }: Proof, params: unknown[] = []): Promise<Check> {
  const { rows } = await pool.query<Counted>(sql, params);
  return { name, of: Number(rows[0]?.of), found: Number(rows[0]?.found) };
}

/** Every acknowledged proposal is there once, with its money and its round. */
async function proposalsKept(pool: Pool, proposals: readonly Acknowledged[]): Promise<Check> {
  const sql = `
    select count(*) as of, count(*) filter (where times <> 1) as found
      from (select (select count(*) from offer_round r
                     where r.offer_id = a.offer_id and r.round = a.round and r.amount = a.amount) as times
              from unnest($1::uuid[], $2::int[], $3::bigint[]) as a(offer_id, round, amount)) as each`;
  return counted(pool, { name: "an acknowledged proposal lost or doubled", sql }, [
    proposals.map(({ offerId }) => offerId),
    proposals.map(({ round }) => round),
    proposals.map(({ amount }) => amount),
  ]);
}

async function hashesOfLog(pool: Pool): Promise<Check> {
  const { rows } = await pool.query<{ body: string; hash: string }>(
    "select body, hash from deal_log_entry",
  );
  const wrong = rows.filter(
    ({ body, hash }) => createHash("sha256").update(body).digest("hex") !== hash,
  );
  return {
    name: "a deal log entry whose hash is not its own",
    of: rows.length,
    found: wrong.length,
  };
}

async function auditWhole(pool: Pool): Promise<Check> {
  const { entries, problems } = await verifyAudit(pool);
  return { name: "the audit chain broken", of: entries, found: problems.length };
}

/** Refusals that the rules foresee; anything else is a defect. */
const FORESEEN =
  /^(offer|reservation|inventory|marketplace)\.[a-z_]+$|^publish\.blocked$|^auth\.permission_denied$/;

function answersOf(client: Client): Check[] {
  const all = [...client.outcomes].map(([key, n]) => ({ outcome: key.split(" ")[1] ?? "", n }));
  const count = (test: (outcome: string) => boolean) =>
    all.filter(({ outcome }) => test(outcome)).reduce((sum, { n }) => sum + n, 0);
  const foreseen = (outcome: string) => outcome === "done" || FORESEEN.test(outcome);
  return [
    {
      name: "an answer that no rule foresees (5xx, none, other)",
      of: client.answered,
      found: count((outcome) => !foreseen(outcome)),
    },
  ];
}

/** What the database proves by itself of everything that happened in it. All `found` must be zero. */
export async function proveDatabase(
  pool: Pool,
  proposals: readonly Acknowledged[],
): Promise<Check[]> {
  const checks: Check[] = [];
  for (const proof of PROOFS) checks.push(await counted(pool, proof));
  checks.push(
    await proposalsKept(pool, proposals),
    await hashesOfLog(pool),
    await auditWhole(pool),
  );
  return checks;
}

/** Looks behind everything that happened: answers, processes, database, effects. */
export async function prove(
  world: World,
  { board, client }: { board: Board; client: Client },
): Promise<Check[]> {
  const { pool } = world.platform.database;
  const { rows } = await pool.query<{ n: string }>(UNDELIVERED.sql, UNDELIVERED.params);
  const processes = world.addresses.length + 1;
  return [
    ...answersOf(client),
    ...(await proveDatabase(pool, board.proposals)),
    { name: "an event without its effect", of: board.proposals.length, found: Number(rows[0]?.n) },
    { name: "a process that fell", of: processes, found: world.falls() },
  ];
}
