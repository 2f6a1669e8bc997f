import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { Currency, VehicleStatus } from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { toMoney } from "../money-view";
import { decodeCursor, toPage } from "../paging";
import type { VehicleReportInput } from "./report.input";
import { countColumns, factsOf, medianColumns } from "./report.repo";
import type { ReportFigures, VehicleReportRow, VehicleReportView } from "./report.views";
import type { ReportScope } from "./report-scope";
import { headOf, scopeOf } from "./report-scope";
import { readSparks } from "./spark.repo";

const cursorTuple = z.tuple([z.int().min(0).max(1_000_000_000), z.uuid()]);

type Position = z.infer<typeof cursorTuple>;

interface FigureRow extends ReportFigures {
  vehicleId: string;
  title: string;
  bestAmount: bigint;
  currency: Currency;
  stockNo: string | null;
  vehicleStatus: VehicleStatus | null;
}

interface Slice {
  after: Position | null;
  take: number;
}

/** Vehicles with the most offers first; row-level security leaves foreign vehicles without a row. */
function readRows(tx: Tx, scope: ReportScope, { after, take }: Slice): Promise<FigureRow[]> {
  const following = after
    ? Prisma.sql`having (count(*), vehicle_id) < (${after[0]}::bigint, ${after[1]}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<FigureRow[]>`
    with ${factsOf(scope)}, figures as (
      select vehicle_id, (array_agg(vehicle_title order by created_at desc))[1] as title,
        max(amount) as best_amount, (array_agg(currency order by amount desc))[1] as currency,
        ${countColumns}, ${medianColumns}
      from facts where current group by vehicle_id ${following}
      order by count(*) desc, vehicle_id desc limit ${take}
    )
    select f.vehicle_id as "vehicleId", f.title, f.best_amount as "bestAmount", f.currency,
      f.made, f.answered, f.countered, f.accepted, f.reserved, f.completed, f.lost,
      f."answerMedianMs", f."discountMedianBps",
      v.stock_no as "stockNo", v.status::text as "vehicleStatus"
    from figures f left join vehicle v
      on v.id = f.vehicle_id and v.gallery_id = ${scope.own?.galleryId ?? null}::uuid
    order by f.made desc, f.vehicle_id desc`;
}

function rowView(row: FigureRow, spark: number[]): VehicleReportRow {
  const { bestAmount, currency, vehicleStatus, ...figures } = row;
  return { ...figures, status: vehicleStatus, best: toMoney(bestAmount, currency), spark };
}

/** Some vehicles of a report, as many as asked for, with one more when there is one. */
export async function readVehicleReport(
  tx: Tx,
  scope: ReportScope,
  slice: Slice,
): Promise<VehicleReportRow[]> {
  const rows = await readRows(tx, scope, slice);
  const spark = await readSparks(tx, scope, {
    column: Prisma.sql`vehicle_id`,
    ids: rows.map(({ vehicleId }) => vehicleId),
  });
  return rows.map((row) => rowView(row, spark(row.vehicleId)));
}

/**
 * The vehicles that were negotiated over in the period, each with its figures.
 * @throws DomainError as `scopeOf`, `input.invalid` for a cursor of another list
 */
export async function vehicleReport(
  ctx: DealerContext,
  input: VehicleReportInput,
): Promise<VehicleReportView> {
  const scope = await scopeOf(ctx, input);
  const slice = { after: decodeCursor(input.cursor, cursorTuple), take: input.limit + 1 };
  const rows = await ctx.db.read((tx) => readVehicleReport(tx, scope, slice), {
    intent: "report",
  });
  const page = toPage(rows, input.limit, {
    item: (row) => row,
    tuple: (row) => [row.made, row.vehicleId],
  });
  return { ...headOf(scope), ...page };
}
