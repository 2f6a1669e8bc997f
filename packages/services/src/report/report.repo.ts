import { Prisma } from "@oto/db";
import type { Day } from "@oto/domain";
import { addDays } from "@oto/domain";
import type { ReportScope } from "./report-scope";

/** The instant at which a day begins in Türkiye. */
export const startOf = (day: Day): Prisma.Sql =>
  Prisma.sql`(${day}::date::timestamp at time zone 'Europe/Istanbul')`;

/** The piece of the period that an instant falls into. */
export const bucketColumn = (instant: Prisma.Sql, { grain }: Pick<ReportScope, "grain">) =>
  Prisma.sql`to_char(date_trunc(${grain}::text, ${instant} at time zone 'Europe/Istanbul'), 'YYYY-MM-DD')`;

/** Whether an instant lies in the period itself, or in the one before. */
export const isCurrent = (instant: Prisma.Sql, { period }: Pick<ReportScope, "period">) =>
  Prisma.sql`${instant} >= ${startOf(period.from)}`;

/** From the beginning of the period before to the end of the period. */
export const isWithin = (
  instant: Prisma.Sql,
  { previous, period }: Pick<ReportScope, "period" | "previous">,
) =>
  Prisma.sql`${instant} >= ${startOf(previous.from)} and ${instant} < ${startOf(addDays(period.to, 1))}`;

const createdAt = Prisma.sql`o.created_at`;

function sideColumns(scope: ReportScope) {
  if (scope.own?.side === "BUYER") {
    return {
      gallery: Prisma.sql`o.buyer_gallery_id`,
      person: Prisma.sql`o.buyer_user_id`,
      // The seller's rules are nothing that a buyer is told of.
      byRule: Prisma.sql`false`,
    };
  }
  return {
    gallery: Prisma.sql`o.seller_gallery_id`,
    person: Prisma.sql`o.seller_user_id`,
    byRule: Prisma.sql`o.answered_by_rule`,
  };
}

/**
 * A row a negotiation that was opened in the period or in the one before: which of both, in which
 * piece, how it stands. One scan of one index serves both periods.
 */
export function factsOf(scope: ReportScope): Prisma.Sql {
  const { own, vehicleId, userId } = scope;
  const { gallery, person, byRule } = sideColumns(scope);
  const conditions = [
    isWithin(createdAt, scope),
    ...(own ? [Prisma.sql`${gallery} = ${own.galleryId}::uuid`] : []),
    ...(vehicleId ? [Prisma.sql`o.vehicle_id = ${vehicleId}::uuid`] : []),
    ...(userId ? [Prisma.sql`${person} = ${userId}::uuid`] : []),
  ];
  return Prisma.sql`facts as (
    select o.id, o.vehicle_id, o.vehicle_title, o.buyer_gallery_id, o.seller_gallery_id,
      ${person} as user_id, o.status::text as status, o.round, o.created_at, o.amount,
      o.currency::text as currency, o.asking_amount, o.closed_by::text as closed_by,
      o.close_reason, o.answered_at, ${byRule} as by_rule, r.status::text as reservation,
      ${isCurrent(createdAt, scope)} as current, ${bucketColumn(createdAt, scope)} as bucket,
      case when not ${byRule} then extract(epoch from o.answered_at - o.created_at)::float8 * 1000
        end as answer_ms,
      case when o.status = 'ACCEPTED'
        then round((o.asking_amount - o.amount) * 10000.0 / o.asking_amount)::float8
        end as discount_bps
    from offer o left join reservation r on r.offer_id = o.id
    where ${Prisma.join(conditions, " and ")}
  )`;
}

/** Counts over facts, named as the domain's funnel names them, and what was lost. */
export const countColumns = Prisma.sql`
  count(*)::int as made,
  count(answered_at)::int as answered,
  count(*) filter (where round > 1)::int as countered,
  count(*) filter (where status = 'ACCEPTED')::int as accepted,
  count(reservation)::int as reserved,
  count(*) filter (where reservation = 'COMPLETED')::int as completed,
  count(*) filter (where status not in ('OPEN', 'ACCEPTED')
    or reservation in ('CANCELLED', 'EXPIRED'))::int as lost`;

const median = (column: Prisma.Sql) =>
  Prisma.sql`percentile_cont(0.5) within group (order by ${column})`;

/** Medians over facts; null where nothing was answered, nothing agreed. */
export const medianColumns = Prisma.sql`
  ${median(Prisma.sql`answer_ms`)} as "answerMedianMs",
  ${median(Prisma.sql`discount_bps`)} as "discountMedianBps"`;
