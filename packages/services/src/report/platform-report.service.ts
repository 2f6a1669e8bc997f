import type { Db, Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { Day } from "@oto/domain";
import { bucketsOf, NO_COUNTS } from "@oto/domain";
import type { StaffContext } from "../context";
import { readLostReasons } from "./lost-reason.service";
import type { PlatformReportInput } from "./report.input";
import { bucketColumn, countColumns, factsOf, isCurrent, isWithin } from "./report.repo";
import type { PlatformFigures, PlatformReportView, ReportHead } from "./report.views";
import { periodOf } from "./report-scope";

export const PLATFORM_REASON = "reports of the platform count over all galleries";

interface Piece {
  current: boolean;
  bucket: Day | null;
}

type EventFigures = Pick<
  PlatformFigures,
  "registrations" | "approvals" | "vehiclesAdded" | "vehiclesPublished" | "vehiclesSold"
>;
type OfferFigures = Omit<PlatformFigures, keyof EventFigures | "activeGalleries">;

const BOTH_PERIODS = Prisma.sql`
  group by grouping sets ((current), (current, bucket)) having current or grouping(bucket) = 1`;

/** Negotiations of both periods and of the pieces of the present one. */
function readOffers(tx: Tx, head: ReportHead): Promise<(Piece & OfferFigures)[]> {
  return tx.$queryRaw<(Piece & OfferFigures)[]>`
    with ${factsOf(head)}
    select current, bucket, ${countColumns},
      percentile_cont(0.5) within group (order by answer_ms) as "answerMedianMs",
      percentile_cont(0.9) within group (order by answer_ms) as "answerP90Ms",
      percentile_cont(0.5) within group (order by discount_bps) as "discountMedianBps"
    from facts ${BOTH_PERIODS}`;
}

/** Galleries that made or received an offer, each once a piece. */
function readActivity(tx: Tx, head: ReportHead): Promise<(Piece & { active: number })[]> {
  return tx.$queryRaw<(Piece & { active: number })[]>`
    with ${factsOf(head)}, active as (
      select current, bucket, seller_gallery_id as gallery_id from facts
      union select current, bucket, buyer_gallery_id from facts
    )
    select current, bucket, count(distinct gallery_id)::int as active
    from active ${BOTH_PERIODS}`;
}

/** Registrations and what became of the stock. */
function readEvents(tx: Tx, head: ReportHead): Promise<(Piece & EventFigures)[]> {
  const at = Prisma.sql`at`;
  const created = Prisma.sql`created_at`;
  return tx.$queryRaw<(Piece & EventFigures)[]>`
    with happened as (
      select 'registration' as kind, created_at as at from gallery where ${isWithin(created, head)}
      union all
      select 'approval', created_at from gallery_review
        where action = 'approve' and ${isWithin(created, head)}
      union all
      select case to_status when 'PUBLISHED' then 'published' when 'SOLD' then 'sold'
          else 'added' end, created_at
        from vehicle_transition
        where ${isWithin(created, head)} and (from_status is null or to_status = 'SOLD'
          or (to_status = 'PUBLISHED' and from_status is distinct from 'RESERVED'))
    ), events as (
      select kind, ${isCurrent(at, head)} as current, ${bucketColumn(at, head)} as bucket
      from happened
    )
    select current, bucket,
      count(*) filter (where kind = 'registration')::int as registrations,
      count(*) filter (where kind = 'approval')::int as approvals,
      count(*) filter (where kind = 'added')::int as "vehiclesAdded",
      count(*) filter (where kind = 'published')::int as "vehiclesPublished",
      count(*) filter (where kind = 'sold')::int as "vehiclesSold"
    from events ${BOTH_PERIODS}`;
}

const NOTHING: PlatformFigures = {
  ...NO_COUNTS,
  registrations: 0,
  approvals: 0,
  vehiclesAdded: 0,
  vehiclesPublished: 0,
  vehiclesSold: 0,
  activeGalleries: 0,
  answerMedianMs: null,
  answerP90Ms: null,
  discountMedianBps: null,
};

/** One row of figures out of the three queries, for a period or a piece of it. */
function figuresOf(
  sources: readonly (Piece & Partial<PlatformFigures>)[],
  of: Piece,
): PlatformFigures {
  const found = sources.filter(
    ({ current, bucket }) => current === of.current && bucket === of.bucket,
  );
  const merged: PlatformFigures = Object.assign({}, NOTHING, ...found);
  const entries = Object.keys(NOTHING).map((key) => [key, merged[key as keyof PlatformFigures]]);
  return Object.fromEntries(entries) as PlatformFigures;
}

/**
 * Figures of all galleries for a period, the one before, and each piece. Each statement has a
 * transaction of its own: a year of a large platform takes seconds, and none waits for another.
 */
export async function readPlatformReport(db: Db, head: ReportHead): Promise<PlatformReportView> {
  const read = <T>(work: (tx: Tx) => Promise<T>) => db.read(work, { intent: "report" });
  const offers = await read((tx) => readOffers(tx, head));
  const activity = await read((tx) => readActivity(tx, head));
  const events = await read((tx) => readEvents(tx, head));
  const sources = [
    ...offers,
    ...activity.map(({ active, ...piece }) => ({ ...piece, activeGalleries: active })),
    ...events,
  ];
  return {
    ...head,
    current: figuresOf(sources, { current: true, bucket: null }),
    before: figuresOf(sources, { current: false, bucket: null }),
    buckets: bucketsOf(head.period, head.grain).map((day) => ({
      day,
      ...figuresOf(sources, { current: true, bucket: day }),
    })),
    reasons: await read((tx) => readLostReasons(tx, head, "SELLER")),
  };
}

/** What happened on the platform: registrations, stock, offers, conversion, times to answer. */
export async function platformReport(
  ctx: StaffContext,
  input: PlatformReportInput,
): Promise<PlatformReportView> {
  return readPlatformReport(ctx.database.unsafeSystem(PLATFORM_REASON), periodOf(input));
}
