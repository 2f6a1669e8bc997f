import type { Prisma, Tx } from "@oto/db";
import type { SupportMove, SupportState, SupportStatus } from "@oto/domain";
import { DomainError, isSupportDone, moveSupportCase } from "@oto/domain";

/** Columns that a case's view is made of. */
export const caseSelect = {
  id: true,
  number: true,
  galleryId: true,
  roomId: true,
  openedById: true,
  kind: true,
  category: true,
  subject: true,
  status: true,
  assigneeId: true,
  aboutRoomId: true,
  aboutMessageId: true,
  reservationId: true,
  waitsForStaff: true,
  createdAt: true,
  updatedAt: true,
  closedAt: true,
} as const satisfies Prisma.SupportCaseSelect;

export type CaseRow = Prisma.SupportCaseGetPayload<{ select: typeof caseSelect }>;

interface LockedCase {
  id: string;
  status: SupportStatus;
  waitsForStaff: boolean;
}

/** Which case: by its own id or by its room's. */
export type CaseRef = { caseId: string } | { roomId: string };

/** @throws DomainError `support.not_found` */
async function lockCase(tx: Tx, ref: CaseRef): Promise<LockedCase> {
  const rows =
    "caseId" in ref
      ? await tx.$queryRaw<LockedCase[]>`
          select id, status, waits_for_staff as "waitsForStaff" from support_case
          where id = ${ref.caseId}::uuid for update`
      : await tx.$queryRaw<LockedCase[]>`
          select id, status, waits_for_staff as "waitsForStaff" from support_case
          where room_id = ${ref.roomId}::uuid for update`;
  if (!rows[0]) throw new DomainError("support.not_found");
  return rows[0];
}

/**
 * The only way a case changes its state: asks the rule under the row's lock and writes.
 * @throws DomainError `support.not_found`, `support.closed`
 */
export async function moveCase(
  tx: Tx,
  ref: CaseRef,
  { move, now, staffId }: { move: SupportMove; now: Date; staffId?: string },
): Promise<{ before: SupportState; next: SupportState; caseId: string }> {
  const before = await lockCase(tx, ref);
  const next = moveSupportCase(before, move);
  await tx.supportCase.update({
    where: { id: before.id },
    data: {
      ...next,
      updatedAt: now,
      closedAt: isSupportDone(next.status) ? now : null,
    },
    select: { id: true },
  });
  // Who answers first takes the case, unless it is somebody's already.
  if (staffId && move.type === "staffWrote") {
    await tx.supportCase.updateMany({
      where: { id: before.id, assigneeId: null },
      data: { assigneeId: staffId },
    });
  }
  return { before, next, caseId: before.id };
}
