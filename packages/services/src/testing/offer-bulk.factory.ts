import type { Platform } from "../context";

/** A connection of the database's owner. */
interface Queries {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/**
 * Many ended negotiations over the published vehicles that are there, spread over the days before
 * now, every ending among them, with their opening rounds and reservations. Written by the database
 * itself: no event tells of them, and the same call writes the same figures.
 *
 * @param options.days how far back the first of them lies
 * @param options.through where rows may be written as they end up: guards against what no
 * negotiation could do are off on it meanwhile
 */
export async function createEndedOffers(
  platform: Platform,
  options: { count: number; days: number; through: Queries },
): Promise<void> {
  const { count, days, through } = options;
  const now = platform.now().toISOString();
  // Rows that fit by construction: checking each of them would take longer than what they are for.
  await through.query("set session_replication_role = replica");
  await through.query(
    `insert into offer (id, vehicle_id, buyer_gallery_id, seller_gallery_id, status, turn, round,
       amount, currency, final, expires_at, asking_amount, vehicle_title, buyer_name, seller_name,
       closed_by, close_reason, closed_at, buyer_user_id, seller_user_id, answered_at,
       answered_by_rule, created_at, updated_at, clock_started_at)
     with stock as materialized (
       select array_agg(id order by id) as ids from vehicle where status = 'PUBLISHED'
     ), buyers as materialized (
       select array_agg(id order by id) as ids from gallery
     ), planned as materialized (
       select n, n % 10 as fate, n % 3 as rounds,
         stock.ids[1 + (n * 17) % cardinality(stock.ids)] as vehicle_id,
         buyers.ids[1 + (n * 13) % cardinality(buyers.ids)] as buyer_id,
         $3::timestamptz - make_interval(secs => (n::float8 / $1) * $2 * 86400) as at,
         make_interval(secs => 60 + (n::bigint * 7919) % 100000) as wait
       from generate_series(1, $1::int) n, stock, buyers
     )
     select gen_random_uuid(), v.id, buyer_id, v.gallery_id,
       (case when fate < 4 then 'ACCEPTED' when fate < 6 then 'REJECTED' when fate = 6 then 'WITHDRAWN'
         when fate = 7 then 'EXPIRED' else 'CLOSED' end)::"OfferStatus",
       null, 1 + rounds, v.price_amount - v.price_amount * ((n * 31) % 1500) / 10000, v.currency,
       false, at + interval '1 day', v.price_amount, v.title, 'Alıcı', 'Satıcı',
       (case when fate < 6 then 'SELLER' when fate = 6 then 'BUYER' end)::"Side",
       case fate when 5 then 'BELOW_FLOOR' when 8 then 'RIVAL_ACCEPTED' when 9 then 'VEHICLE_SOLD'
         when 6 then 'Vazgeçtik' end,
       at + wait + interval '1 minute',
       null, null, case when fate < 7 or rounds > 0 then at + wait end, fate = 5, at, at, at
     from planned join vehicle v on v.id = planned.vehicle_id and v.gallery_id <> buyer_id`,
    [count, days, now],
  );
  await through.query(
    `insert into offer_round (id, offer_id, buyer_gallery_id, seller_gallery_id, round, side, amount,
       currency, expires_at, created_at)
     select gen_random_uuid(), o.id, o.buyer_gallery_id, o.seller_gallery_id, 1, 'BUYER',
       greatest(1, o.amount - o.asking_amount / 50), o.currency, o.expires_at, o.created_at
     from offer o where not exists (select from offer_round r where r.offer_id = o.id)`,
  );
  await through.query(
    `insert into reservation (id, vehicle_id, offer_id, buyer_gallery_id, seller_gallery_id, status,
       amount, currency, vehicle_title, buyer_name, seller_name, expires_at, close_reason, closed_at,
       created_at, updated_at, clock_started_at)
     select gen_random_uuid(), o.vehicle_id, o.id, o.buyer_gallery_id, o.seller_gallery_id,
       (array['COMPLETED', 'CANCELLED', 'EXPIRED'])[1 + o.amount % 3]::"ReservationStatus",
       o.amount, o.currency, o.vehicle_title, o.buyer_name, o.seller_name, o.expires_at, 'Vazgeçildi',
       o.closed_at, o.closed_at, o.closed_at, o.closed_at
     from offer o where o.status = 'ACCEPTED'
       and not exists (select from reservation r where r.offer_id = o.id)`,
  );
  await through.query("set session_replication_role = default");
  await through.query("analyze");
}
