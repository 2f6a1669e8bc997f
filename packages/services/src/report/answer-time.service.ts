import type { Tx } from "@oto/db";
import type { Day } from "@oto/domain";
import { ANSWER_BAND_ENDS_MS, ANSWER_BANDS, bucketsOf } from "@oto/domain";
import type { DealerContext } from "../context";
import type { ReportInput } from "./report.input";
import { factsOf } from "./report.repo";
import type { AnswerTimeReportView } from "./report.views";
import type { ReportScope } from "./report-scope";
import { headOf, scopeOf } from "./report-scope";

type Figures = AnswerTimeReportView["current"];
type FigureRow = Figures & { current: boolean; bucket: Day | null };

const NOTHING: Figures = {
  answered: 0,
  byRule: 0,
  unanswered: 0,
  waiting: 0,
  medianMs: null,
  p90Ms: null,
};

/** Times of both periods and of the pieces of the present one. */
export function readAnswerTimes(tx: Tx, scope: ReportScope): Promise<FigureRow[]> {
  return tx.$queryRaw<FigureRow[]>`
    with ${factsOf(scope)}
    select current, bucket, count(answer_ms)::int as answered,
      count(answered_at) filter (where by_rule)::int as "byRule",
      count(*) filter (where answered_at is null and status = 'EXPIRED')::int as unanswered,
      count(*) filter (where answered_at is null and status = 'OPEN')::int as waiting,
      percentile_cont(0.5) within group (order by answer_ms) as "medianMs",
      percentile_cont(0.9) within group (order by answer_ms) as "p90Ms"
    from facts group by grouping sets ((current), (current, bucket))
    having current or grouping(bucket) = 1`;
}

async function readBands(tx: Tx, scope: ReportScope): Promise<AnswerTimeReportView["bands"]> {
  const rows = await tx.$queryRaw<{ index: number; count: number }[]>`
    with ${factsOf(scope)}
    select width_bucket(answer_ms, ${[...ANSWER_BAND_ENDS_MS]}::float8[]) as index,
      count(*)::int as count
    from facts where current and answer_ms is not null group by 1`;
  const counts = new Map(rows.map(({ index, count }) => [index, count]));
  return ANSWER_BANDS.map((band, index) => ({ band, count: counts.get(index) ?? 0 }));
}

/**
 * How long first answers took to offers that were opened in the period: one's own as seller, those
 * one waited for as buyer.
 * @throws DomainError as `scopeOf`
 */
export async function answerTimeReport(
  ctx: DealerContext,
  input: ReportInput,
): Promise<AnswerTimeReportView> {
  const scope = await scopeOf(ctx, input);
  const { rows, bands } = await ctx.db.read(
    async (tx) => ({
      rows: await readAnswerTimes(tx, scope),
      bands: await readBands(tx, scope),
    }),
    { intent: "report" },
  );
  const total = (current: boolean) => {
    const row = rows.find((each) => each.bucket === null && each.current === current);
    const { answered, byRule, unanswered, waiting, medianMs, p90Ms } = row ?? NOTHING;
    return { answered, byRule, unanswered, waiting, medianMs, p90Ms };
  };
  const byDay = new Map(rows.map((row) => [row.bucket, row]));
  const { answered, medianMs, p90Ms } = total(false);
  return {
    ...headOf(scope),
    current: total(true),
    before: { answered, medianMs, p90Ms },
    bands,
    buckets: bucketsOf(scope.period, scope.grain).map((day) => {
      const row = byDay.get(day) ?? NOTHING;
      return { day, answered: row.answered, medianMs: row.medianMs, p90Ms: row.p90Ms };
    }),
  };
}
