import type { Tx } from "@oto/db";
import type { Day } from "@oto/domain";
import { bucketsOf, DISCOUNT_BAND_STARTS_BPS, DISCOUNT_BANDS } from "@oto/domain";
import type { DealerContext } from "../context";
import type { ReportInput } from "./report.input";
import { factsOf } from "./report.repo";
import type { DiscountReportView } from "./report.views";
import type { ReportScope } from "./report-scope";
import { headOf, scopeOf } from "./report-scope";

interface FigureRow {
  current: boolean;
  bucket: Day | null;
  deals: number;
  medianBps: number | null;
  p10Bps: number | null;
  p90Bps: number | null;
  openingMedianBps: number | null;
}

/** Discounts of both periods and of the pieces of the present one. */
export function readDiscounts(tx: Tx, scope: ReportScope): Promise<FigureRow[]> {
  return tx.$queryRaw<FigureRow[]>`
    with ${factsOf(scope)}, agreed as (
      select f.current, f.bucket, f.discount_bps,
        round((f.asking_amount - opening.amount) * 10000.0 / f.asking_amount)::float8
          as opening_bps
      from facts f, lateral (
        select amount from offer_round where offer_id = f.id and round = 1 limit 1
      ) opening
      where f.discount_bps is not null
    )
    select current, bucket, count(*)::int as deals,
      percentile_cont(0.5) within group (order by discount_bps) as "medianBps",
      percentile_cont(0.1) within group (order by discount_bps) as "p10Bps",
      percentile_cont(0.9) within group (order by discount_bps) as "p90Bps",
      percentile_cont(0.5) within group (order by opening_bps) as "openingMedianBps"
    from agreed group by grouping sets ((current), (current, bucket))
    having current or grouping(bucket) = 1`;
}

async function readBands(tx: Tx, scope: ReportScope): Promise<DiscountReportView["bands"]> {
  const rows = await tx.$queryRaw<{ index: number; count: number }[]>`
    with ${factsOf(scope)}
    select width_bucket(discount_bps, ${[...DISCOUNT_BAND_STARTS_BPS]}::float8[]) as index,
      count(*)::int as count
    from facts where current and discount_bps is not null group by 1`;
  const counts = new Map(rows.map(({ index, count }) => [index, count]));
  return DISCOUNT_BANDS.map((band, index) => ({ band, count: counts.get(index) ?? 0 }));
}

/**
 * How far agreed amounts lie below the asking price, and how far the first offers did that led
 * there.
 * @throws DomainError as `scopeOf`
 */
export async function discountReport(
  ctx: DealerContext,
  input: ReportInput,
): Promise<DiscountReportView> {
  const scope = await scopeOf(ctx, input);
  const { rows, bands } = await ctx.db.read(
    async (tx) => ({ rows: await readDiscounts(tx, scope), bands: await readBands(tx, scope) }),
    { intent: "report" },
  );
  const total = (current: boolean) =>
    rows.find((row) => row.bucket === null && row.current === current);
  const now = total(true);
  const before = total(false);
  const byDay = new Map(rows.map((row) => [row.bucket, row]));
  return {
    ...headOf(scope),
    current: {
      deals: now?.deals ?? 0,
      medianBps: now?.medianBps ?? null,
      p10Bps: now?.p10Bps ?? null,
      p90Bps: now?.p90Bps ?? null,
      openingMedianBps: now?.openingMedianBps ?? null,
    },
    before: { deals: before?.deals ?? 0, medianBps: before?.medianBps ?? null },
    bands,
    buckets: bucketsOf(scope.period, scope.grain).map((day) => ({
      day,
      deals: byDay.get(day)?.deals ?? 0,
      medianBps: byDay.get(day)?.medianBps ?? null,
    })),
  };
}
