import type { Prisma, Tx } from "@oto/db";
import { Prisma as Sql } from "@oto/db";
import type { Day } from "@oto/domain";
import { bucketsOf } from "@oto/domain";
import { factsOf } from "./report.repo";
import type { ReportScope } from "./report-scope";

interface SparkRow {
  key: string | null;
  bucket: Day;
  count: number;
}

/** Offers a piece of the period for each of some rows of a table, in order, without a gap. */
export async function readSparks(
  tx: Tx,
  scope: ReportScope,
  { column, ids }: { column: Prisma.Sql; ids: readonly (string | null)[] },
): Promise<(key: string | null) => number[]> {
  const rows = await tx.$queryRaw<SparkRow[]>`
    with ${factsOf(scope)}
    select ${column}::text as key, bucket, count(*)::int as count
    from facts
    where current and (${column} = any(${ids.filter((id) => id !== null)}::uuid[])
      ${ids.includes(null) ? Sql.sql`or ${column} is null` : Sql.empty})
    group by 1, 2`;
  const buckets = bucketsOf(scope.period, scope.grain);
  const counts = new Map(rows.map(({ key, bucket, count }) => [`${key} ${bucket}`, count]));
  return (key) => buckets.map((day) => counts.get(`${key} ${day}`) ?? 0);
}
