import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { GalleryRole } from "@oto/domain";
import { isGalleryRole } from "@oto/domain";
import type { DealerContext } from "../context";
import type { ReportInput } from "./report.input";
import { countColumns, factsOf, medianColumns } from "./report.repo";
import type { ReportFigures, StaffReportRow, StaffReportView } from "./report.views";
import type { ReportScope } from "./report-scope";
import { headOf, scopeOf } from "./report-scope";
import { readSparks } from "./spark.repo";

const REASON = "people stand in no gallery's tables; the ids come from the caller's own rows";
const MOST = 200;

type FigureRow = ReportFigures & { userId: string | null };

function readRows(tx: Tx, scope: ReportScope): Promise<FigureRow[]> {
  return tx.$queryRaw<FigureRow[]>`
    with ${factsOf(scope)}
    select user_id as "userId", ${countColumns}, ${medianColumns}
    from facts where current group by user_id
    order by user_id is null, count(*) desc, user_id limit ${MOST}`;
}

interface Person {
  name: string;
  role: GalleryRole | null;
}

async function readPeople(
  ctx: DealerContext,
  userIds: readonly string[],
): Promise<Map<string, Person>> {
  const people = await ctx.database.unsafeSystem(REASON).read(
    (tx) =>
      tx.user.findMany({
        where: { id: { in: [...userIds] } },
        select: {
          id: true,
          firstName: true,
          lastName: true,
          memberships: { where: { galleryId: ctx.gallery.id }, select: { role: true } },
        },
      }),
    { intent: "report" },
  );
  return new Map(
    people.map(({ id, firstName, lastName, memberships: [member] }) => [
      id,
      {
        name: `${firstName} ${lastName}`,
        role: member && isGalleryRole(member.role) ? member.role : null,
      },
    ]),
  );
}

/**
 * The members of the team by the negotiations that they opened as buyers, or were the first to act
 * on as sellers; last what nobody has acted on.
 * @throws DomainError as `scopeOf`
 */
export async function staffReport(
  ctx: DealerContext,
  input: ReportInput,
): Promise<StaffReportView> {
  const scope = await scopeOf(ctx, input);
  const { rows, spark } = await ctx.db.read(
    async (tx) => {
      const found = await readRows(tx, scope);
      const column = Prisma.sql`user_id`;
      const ids = found.map(({ userId }) => userId);
      return { rows: found, spark: await readSparks(tx, scope, { column, ids }) };
    },
    { intent: "report" },
  );
  const people = await readPeople(
    ctx,
    rows.flatMap(({ userId }) => userId ?? []),
  );
  const items = rows.map((row): StaffReportRow => {
    const person = row.userId === null ? undefined : people.get(row.userId);
    return {
      ...row,
      name: person?.name ?? null,
      role: person?.role ?? null,
      spark: spark(row.userId),
    };
  });
  return { ...headOf(scope), items };
}
