import type { Prisma, Tx } from "@oto/db";
import { DomainError, fold } from "@oto/domain";
import type { StaffContext } from "../context";
import { toPage } from "../paging";
import type { SupportCaseInput, SupportQueueInput } from "./support.input";
import { caseView } from "./support.presenter";
import { casesAfter } from "./support.service";
import type { SupportQueuePage, SupportQueueView } from "./support.views";
import type { CaseRow } from "./support-case.repo";
import { caseSelect } from "./support-case.repo";

export const STAFF_REASON = "staff answer the cases of every gallery";
const DONE = ["RESOLVED", "CLOSED"];

/** Adds who is who to cases, read once for all of them. */
async function queueViews(tx: Tx, rows: readonly CaseRow[]): Promise<SupportQueueView[]> {
  const userIds = rows.flatMap(({ assigneeId, openedById }) =>
    [assigneeId, openedById].flatMap((id) => id ?? []),
  );
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, firstName: true, lastName: true },
  });
  const galleries = await tx.gallery.findMany({
    where: { id: { in: [...new Set(rows.map(({ galleryId }) => galleryId))] } },
    select: { id: true, name: true },
  });
  const people = new Map(
    users.map(({ id, firstName, lastName }) => [
      id,
      { userId: id, name: `${firstName} ${lastName}` },
    ]),
  );
  const names = new Map(galleries.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...caseView(row),
    gallery: { galleryId: row.galleryId, name: names.get(row.galleryId) ?? "" },
    openedBy: people.get(row.openedById ?? "") ?? null,
    assignee: people.get(row.assigneeId ?? "") ?? null,
    waitsForStaff: row.waitsForStaff,
    about: {
      roomId: row.aboutRoomId,
      messageId: row.aboutMessageId,
      reservationId: row.reservationId,
    },
  }));
}

function statusWhere(state: SupportQueueInput["state"]): Prisma.SupportCaseWhereInput {
  switch (state) {
    case undefined:
      return { status: { notIn: DONE } };
    case "ALL":
      return {};
    case "DONE":
      return { status: { in: DONE } };
    case "OPEN":
    case "WAITING":
      return { status: state };
  }
}

/** Cases whose room bears the words, or the one of a number. */
async function wordsWhere(tx: Tx, q: string | undefined): Promise<Prisma.SupportCaseWhereInput> {
  if (!q) return {};
  const number = /^#?(\d{1,9})$/.exec(q)?.[1];
  if (number) return { number: Number(number) };
  const words = fold(q).split(/\s+/).filter(Boolean);
  const rooms = await tx.chatRoom.findMany({
    where: { kind: "SUPPORT", AND: words.map((word) => ({ searchText: { contains: word } })) },
    orderBy: { lastMessageAt: "desc" },
    take: 500,
    select: { id: true },
  });
  return { roomId: { in: rooms.map(({ id }) => id) } };
}

function assigneeWhere(
  assignee: SupportQueueInput["assignee"],
  userId: string,
): Prisma.SupportCaseWhereInput {
  if (assignee === undefined) return {};
  return { assigneeId: assignee === "ME" ? userId : null };
}

async function countCases(tx: Tx, userId: string): Promise<SupportQueuePage["counts"]> {
  const [counts] = await tx.$queryRaw<SupportQueuePage["counts"][]>`
    select (count(*) filter (where status = 'OPEN'))::int as open,
      (count(*) filter (where status = 'WAITING'))::int as waiting,
      (count(*) filter (where assignee_id = ${userId}::uuid))::int as mine,
      (count(*) filter (where assignee_id is null))::int as unassigned
    from support_case where status in ('OPEN', 'WAITING')`;
  return counts ?? { open: 0, waiting: 0, mine: 0, unassigned: 0 };
}

/** The staff's queue, the latest change first. */
export async function listSupportQueue(
  ctx: StaffContext,
  input: SupportQueueInput,
): Promise<SupportQueuePage> {
  const { assignee, cursor, galleryId, kind, limit, q, state } = input;
  const { userId } = ctx.identity;
  return ctx.database.unsafeSystem(STAFF_REASON).read(async (tx) => {
    const rows = await tx.supportCase.findMany({
      where: {
        AND: [
          casesAfter(cursor),
          statusWhere(state),
          assigneeWhere(assignee, userId),
          await wordsWhere(tx, q),
          kind ? { kind } : {},
          galleryId ? { galleryId } : {},
        ],
      },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: caseSelect,
    });
    const views = new Map((await queueViews(tx, rows)).map((view) => [view.caseId, view]));
    const page = toPage(rows, limit, {
      item: (row) => views.get(row.id),
      tuple: (row) => [row.updatedAt.toISOString(), row.id],
    });
    return {
      items: page.items.filter((view) => view !== undefined),
      nextCursor: page.nextCursor,
      counts: await countCases(tx, userId),
    };
  });
}

/** One case for staff, in their transaction. @throws DomainError `support.not_found` */
export async function readQueueCase(tx: Tx, caseId: string): Promise<SupportQueueView> {
  const row = await tx.supportCase.findUnique({ where: { id: caseId }, select: caseSelect });
  const [view] = row ? await queueViews(tx, [row]) : [];
  if (!view) throw new DomainError("support.not_found");
  return view;
}

/** One case as staff see it. @throws DomainError `support.not_found` */
export function getQueueCase(
  ctx: StaffContext,
  { caseId }: SupportCaseInput,
): Promise<SupportQueueView> {
  return ctx.database.unsafeSystem(STAFF_REASON).read((tx) => readQueueCase(tx, caseId));
}
