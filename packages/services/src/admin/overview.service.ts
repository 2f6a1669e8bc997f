import type { Tx } from "@oto/db";
import { GALLERY_STATUSES, OFFER_STATUSES, VEHICLE_STATUSES } from "@oto/domain";
import type { StaffContext } from "../context";
import type { OverviewDay, OverviewView } from "./admin.views";
import { countsByStatus } from "./status-counts";

const REASON = "the overview counts over all galleries";
const DAYS = 14;

/** The last days as people in Türkiye count them, also those on which nothing happened. */
function readDays(tx: Tx, now: Date): Promise<OverviewDay[]> {
  return tx.$queryRaw<OverviewDay[]>`
    with days as (
      select day::date as day from generate_series(
        date_trunc('day', ${now}::timestamptz at time zone 'Europe/Istanbul') - ${DAYS - 1} * interval '1 day',
        date_trunc('day', ${now}::timestamptz at time zone 'Europe/Istanbul'),
        interval '1 day') as day
    ), since as (
      select min(day)::timestamp at time zone 'Europe/Istanbul' as at from days
    ), happened as (
      select 'registration' as kind, created_at from gallery, since where created_at >= since.at
      union all select 'vehicle', created_at from vehicle, since where created_at >= since.at
      union all select 'offer', created_at from offer, since where created_at >= since.at
    )
    select to_char(days.day, 'YYYY-MM-DD') as date,
      count(*) filter (where kind = 'registration')::int as registrations,
      count(*) filter (where kind = 'vehicle')::int as vehicles,
      count(*) filter (where kind = 'offer')::int as offers
    from days left join happened
      on (happened.created_at at time zone 'Europe/Istanbul')::date = days.day
    group by days.day order by days.day`;
}

async function readCounts(tx: Tx) {
  const galleries = await tx.gallery.groupBy({ by: ["status"], _count: true });
  const vehicles = await tx.vehicle.groupBy({ by: ["status"], _count: true });
  const offers = await tx.offer.groupBy({ by: ["status"], _count: true });
  return {
    galleries: countsByStatus(GALLERY_STATUSES, galleries),
    vehicles: countsByStatus(VEHICLE_STATUSES, vehicles),
    offers: countsByStatus(OFFER_STATUSES, offers),
    activeReservations: await tx.reservation.count({ where: { status: "ACTIVE" } }),
    outboxUnpublished: await tx.outboxEvent.count({ where: { publishedAt: null } }),
    deadLetters: await tx.deadLetter.count({ where: { resolvedAt: null } }),
  };
}

/** What waits in the queues; nothing is known of them while the broker is away. */
async function readQueues({ adapters, logger }: StaffContext): Promise<OverviewView["queues"]> {
  try {
    const depth = await adapters.bus.depth();
    return Object.entries(depth).map(([queue, state]) => ({ queue, ...state }));
  } catch (error) {
    logger.warn({ err: error }, "queues cannot be counted now");
    return [];
  }
}

/** The platform at a glance: counts by state, the last two weeks, and what waits in the queues. */
export async function overview(ctx: StaffContext): Promise<OverviewView> {
  const queues = await readQueues(ctx);
  return ctx.database.unsafeSystem(REASON).read(
    async (tx) => ({
      ...(await readCounts(tx)),
      days: await readDays(tx, ctx.now()),
      queues,
    }),
    { intent: "report" },
  );
}
