import type { Tx } from "@oto/db";
import type { Currency, Day, FunnelCounts, Money } from "@oto/domain";
import { addDays, bucketsOf, FUNNEL_STAGES, NO_COUNTS } from "@oto/domain";
import type { DealerContext } from "../context";
import { toMoney } from "../money-view";
import type { ReportInput } from "./report.input";
import { countColumns, factsOf, startOf } from "./report.repo";
import type { FunnelBucket, FunnelReportView } from "./report.views";
import type { ReportScope } from "./report-scope";
import { headOf, scopeOf } from "./report-scope";

/** A row of counts: of one period, or of one piece of it. */
interface CountRow extends FunnelCounts {
  current: boolean;
  bucket: Day | null;
  lost: number;
}

/** Totals of both periods, and the pieces of the present one. */
export function readCounts(tx: Tx, scope: ReportScope): Promise<CountRow[]> {
  return tx.$queryRaw<CountRow[]>`
    with ${factsOf(scope)}
    select current, bucket, ${countColumns}
    from facts group by grouping sets ((current), (current, bucket))
    having current or grouping(bucket) = 1`;
}

function countsOf(row: FunnelCounts | undefined): FunnelCounts {
  const counts = row ?? NO_COUNTS;
  const entries = FUNNEL_STAGES.map((stage) => [stage, counts[stage]] as const);
  return Object.fromEntries(entries) as FunnelCounts;
}

interface ValueRow {
  current: boolean;
  currency: Currency;
  amount: bigint;
}

function readValues(tx: Tx, scope: ReportScope): Promise<ValueRow[]> {
  return tx.$queryRaw<ValueRow[]>`
    with ${factsOf(scope)}
    select current, currency, sum(amount)::bigint as amount
    from facts where reservation = 'COMPLETED' group by current, currency order by currency`;
}

const worthOf = (rows: readonly ValueRow[], current: boolean): Money[] =>
  rows
    .filter((row) => row.current === current)
    .map(({ amount, currency }) => toMoney(amount, currency));

type Stock = NonNullable<FunnelReportView["stock"]>;

/**
 * How the stock fared: what could be bought at some moment of the period, by the state it was in
 * when the period began and its publications since.
 */
async function readStock(tx: Tx, scope: ReportScope, galleryId: string): Promise<Stock> {
  const from = startOf(scope.period.from);
  const to = startOf(addDays(scope.period.to, 1));
  const [stock] = await tx.$queryRaw<Omit<Stock, "withOffers" | "reserved">[]>`
    select count(*) filter (where published or at_start in ('PUBLISHED', 'RESERVED'))::int
        as "onMarket",
      count(*) filter (where sold)::int as sold
    from (
      select
        exists (select from vehicle_transition t where t.vehicle_id = v.id
          and t.to_status = 'PUBLISHED' and t.created_at >= ${from} and t.created_at < ${to})
          as published,
        exists (select from vehicle_transition t where t.vehicle_id = v.id
          and t.to_status = 'SOLD' and t.created_at >= ${from} and t.created_at < ${to}) as sold,
        (select t.to_status::text from vehicle_transition t where t.vehicle_id = v.id
          and t.created_at < ${from} order by t.created_at desc limit 1) as at_start
      from vehicle v where v.gallery_id = ${galleryId}::uuid and v.created_at < ${to}
    ) own`;
  const [offered] = await tx.$queryRaw<Pick<Stock, "withOffers" | "reserved">[]>`
    with ${factsOf(scope)}
    select count(distinct vehicle_id)::int as "withOffers",
      count(distinct vehicle_id) filter (where reservation is not null)::int as reserved
    from facts where current`;
  return { onMarket: 0, sold: 0, withOffers: 0, reserved: 0, ...stock, ...offered };
}

/**
 * How far negotiations got that were opened in the period, against the period before, piece by
 * piece, and how much of the stock took part.
 * @throws DomainError as `scopeOf`
 */
export async function funnelReport(
  ctx: DealerContext,
  input: ReportInput,
): Promise<FunnelReportView> {
  const scope = await scopeOf(ctx, input);
  const { own, vehicleId, userId } = scope;
  const wantsStock = own.side === "SELLER" && vehicleId === undefined && userId === undefined;
  const { rows, values, stock } = await ctx.db.read(
    async (tx) => ({
      rows: await readCounts(tx, scope),
      values: await readValues(tx, scope),
      stock: wantsStock ? await readStock(tx, scope, own.galleryId) : null,
    }),
    { intent: "report" },
  );
  const total = (current: boolean) =>
    countsOf(rows.find((row) => row.bucket === null && row.current === current));
  return {
    ...headOf(scope),
    current: total(true),
    before: total(false),
    buckets: funnelBuckets(rows, scope),
    completedValue: worthOf(values, true),
    completedValueBefore: worthOf(values, false),
    stock,
  };
}

/** Every piece of the period, also those in which nothing happened. */
export function funnelBuckets(
  rows: readonly CountRow[],
  { period, grain }: Pick<ReportScope, "period" | "grain">,
): FunnelBucket[] {
  const byDay = new Map(rows.map((row) => [row.bucket, row]));
  return bucketsOf(period, grain).map((day) => {
    const row = byDay.get(day);
    return { day, ...countsOf(row), lost: row?.lost ?? 0 };
  });
}
