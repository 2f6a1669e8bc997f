import { audit } from "@oto/db";
import { DomainError } from "@oto/domain";
import { messageViews } from "../chat/message.presenter";
import { messageSelect } from "../chat/message.repo";
import type { StaffContext } from "../context";
import type { SupportEvidenceInput } from "./support.input";
import type { SupportEvidenceView } from "./support.views";
import { STAFF_REASON } from "./support-queue.service";

/**
 * The conversation that a report or dispute is about, with what its messages said before they were
 * changed or deleted, oldest first. The only place where that can be read; every look is recorded.
 *
 * @throws DomainError `support.not_found` for cases that are about no conversation
 */
export async function caseEvidence(
  ctx: StaffContext,
  { caseId, beforeSeq, limit }: SupportEvidenceInput,
): Promise<SupportEvidenceView> {
  const { rows, revisions } = await ctx.database.unsafeSystem(STAFF_REASON).write(async (tx) => {
    const about = await tx.supportCase.findUnique({
      where: { id: caseId },
      select: { aboutRoomId: true },
    });
    if (!about?.aboutRoomId) throw new DomainError("support.not_found");
    const messages = await tx.chatMessage.findMany({
      where: {
        roomId: about.aboutRoomId,
        ...(beforeSeq === undefined ? {} : { seq: { lt: beforeSeq } }),
      },
      orderBy: { seq: "desc" },
      take: limit,
      select: messageSelect,
    });
    await audit(tx, {
      action: "support.evidence",
      entityType: "support_case",
      entityId: caseId,
      galleryId: null,
      actorId: ctx.identity.userId,
      after: { roomId: about.aboutRoomId, beforeSeq: beforeSeq ?? null, count: messages.length },
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
    return {
      rows: messages.toReversed(),
      revisions: await tx.chatMessageRevision.findMany({
        where: { messageId: { in: messages.map(({ id }) => id) } },
        orderBy: { replacedAt: "asc" },
        select: { messageId: true, action: true, text: true, replacedAt: true },
      }),
    };
  });
  const views = await messageViews(ctx, rows);
  return {
    items: views.map((message) => ({
      message,
      revisions: revisions
        .filter(({ messageId }) => messageId === message.messageId)
        .map(({ action, replacedAt, text }) => ({
          action: action === "DELETE" ? "DELETE" : "EDIT",
          text,
          replacedAt: replacedAt.toISOString(),
        })),
    })),
    hasBefore: (rows[0]?.seq ?? 1) > 1,
  };
}
