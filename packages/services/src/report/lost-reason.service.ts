import type { Tx } from "@oto/db";
import type { LostReason, OfferEnd, Side } from "@oto/domain";
import { LOST_REASONS, lostReasonOf, OFFER_CLOSE_REASONS } from "@oto/domain";
import type { DealerContext } from "../context";
import type { ReportInput } from "./report.input";
import { factsOf } from "./report.repo";
import type { LostReportView } from "./report.views";
import type { ReportScope } from "./report-scope";
import { headOf, scopeOf } from "./report-scope";

type EndRow = OfferEnd & { current: boolean; count: number };

/** How negotiations ended, counted by everything that the rule of reasons looks at. */
function readEnds(tx: Tx, scope: ReportScope): Promise<EndRow[]> {
  return tx.$queryRaw<EndRow[]>`
    with ${factsOf(scope)}, ends as (
      select current, status, closed_by,
        case when close_reason = any(${[...OFFER_CLOSE_REASONS]}::text[]) then close_reason end
          as close_reason,
        answered_at is not null as answered, reservation
      from facts where status <> 'OPEN'
    )
    select current, status, closed_by as "closedBy", close_reason as "closeReason", answered,
      reservation, count(*)::int as count
    from ends group by 1, 2, 3, 4, 5, 6`;
}

/** Reasons with their counts in both periods, the commonest first; none that never happened. */
export async function readLostReasons(
  tx: Tx,
  scope: ReportScope,
  viewer: Side,
): Promise<LostReportView["reasons"]> {
  const counts = new Map<LostReason, { count: number; before: number }>();
  for (const { current, count, ...end } of await readEnds(tx, scope)) {
    const reason = lostReasonOf(end, viewer);
    if (reason === null) continue;
    const known = counts.get(reason) ?? { count: 0, before: 0 };
    counts.set(reason, {
      count: known.count + (current ? count : 0),
      before: known.before + (current ? 0 : count),
    });
  }
  return LOST_REASONS.flatMap((reason) => {
    const known = counts.get(reason);
    return known ? [{ reason, ...known }] : [];
  }).toSorted((a, b) => b.count - a.count || b.before - a.before);
}

/**
 * Why negotiations that were opened in the period did not become a sale.
 * @throws DomainError as `scopeOf`
 */
export async function lostReasonReport(
  ctx: DealerContext,
  input: ReportInput,
): Promise<LostReportView> {
  const scope = await scopeOf(ctx, input);
  const reasons = await ctx.db.read((tx) => readLostReasons(tx, scope, scope.own.side), {
    intent: "report",
  });
  return {
    ...headOf(scope),
    lost: reasons.reduce((sum, { count }) => sum + count, 0),
    lostBefore: reasons.reduce((sum, { before }) => sum + before, 0),
    reasons,
  };
}
