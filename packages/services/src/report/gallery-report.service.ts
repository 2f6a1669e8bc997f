import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { GalleryStatus } from "@oto/domain";
import { provinceByCode } from "@oto/domain";
import { z } from "zod";
import type { StaffContext } from "../context";
import { decodeCursor, toPage } from "../paging";
import { PLATFORM_REASON } from "./platform-report.service";
import type { GalleryReportInput } from "./report.input";
import { factsOf } from "./report.repo";
import type { GalleryReportRow, GalleryReportView, ReportHead } from "./report.views";
import { periodOf } from "./report-scope";

const cursorTuple = z.tuple([z.int().min(0).max(1_000_000_000), z.uuid()]);

interface Slice {
  after: z.infer<typeof cursorTuple> | null;
  take: number;
}

type FigureRow = Omit<GalleryReportRow, "provinceName"> & {
  provinceCode: number;
  status: GalleryStatus;
};

/** Galleries that may or might trade with their figures, the busiest first. */
function readRows(tx: Tx, head: ReportHead, { after, take }: Slice): Promise<FigureRow[]> {
  const following = after
    ? Prisma.sql`and (coalesce(s.received, 0) + coalesce(b.sent, 0), g.id)
        < (${after[0]}::int, ${after[1]}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<FigureRow[]>`
    with ${factsOf(head)}, selling as (
      select seller_gallery_id, count(*)::int as received, count(answered_at)::int as answered,
        count(*) filter (where status = 'ACCEPTED')::int as accepted,
        count(*) filter (where reservation = 'COMPLETED')::int as completed,
        percentile_cont(0.5) within group (order by answer_ms) as median
      from facts where current group by seller_gallery_id
    ), buying as (
      select buyer_gallery_id, count(*)::int as sent from facts where current
      group by buyer_gallery_id
    ), busiest as (
      select g.id, g.name, g.province_code, g.status,
        coalesce(s.received, 0) as received, coalesce(b.sent, 0) as sent,
        coalesce(s.answered, 0) as answered, coalesce(s.accepted, 0) as accepted,
        coalesce(s.completed, 0) as completed, s.median
      from gallery g left join selling s on s.seller_gallery_id = g.id
        left join buying b on b.buyer_gallery_id = g.id
      where (g.status in ('APPROVED', 'SUSPENDED') or s.received > 0 or b.sent > 0) ${following}
      order by coalesce(s.received, 0) + coalesce(b.sent, 0) desc, g.id desc limit ${take}
    )
    select id as "galleryId", name, province_code as "provinceCode", status::text as status,
      (select count(*)::int from vehicle v where v.gallery_id = busiest.id
        and v.status = 'PUBLISHED') as published,
      received, sent, answered, accepted, completed, median as "answerMedianMs"
    from busiest order by received + sent desc, id desc`;
}

/** Some galleries of a report, as many as asked for. */
export async function readGalleryReport(
  tx: Tx,
  head: ReportHead,
  slice: Slice,
): Promise<GalleryReportRow[]> {
  const rows = await readRows(tx, head, slice);
  return rows.map(({ provinceCode, ...row }) => ({
    ...row,
    provinceName: provinceByCode(provinceCode)?.name ?? "",
  }));
}

/**
 * Galleries by what they traded in the period.
 * @throws DomainError `input.invalid` for a cursor of another list
 */
export async function galleryReport(
  ctx: StaffContext,
  input: GalleryReportInput,
): Promise<GalleryReportView> {
  const head = periodOf(input);
  const slice = { after: decodeCursor(input.cursor, cursorTuple), take: input.limit + 1 };
  const rows = await ctx.database
    .unsafeSystem(PLATFORM_REASON)
    .read((tx) => readGalleryReport(tx, head, slice), { intent: "report" });
  const page = toPage(rows, input.limit, {
    item: (row) => row,
    tuple: (row) => [row.received + row.sent, row.galleryId],
  });
  return { ...head, ...page };
}
