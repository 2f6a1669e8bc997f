import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import { can, chatMembers, DomainError, isPlatformRole, PLATFORM_ROLES } from "@oto/domain";
import { appendChatFeed } from "../chat/chat-feed";
import type { StaffContext } from "../context";
import type { SupportAssignInput, SupportStatusInput } from "./support.input";
import type { SupportAssigneeView, SupportQueueView } from "./support.views";
import { moveCase } from "./support-case.repo";
import { readQueueCase, STAFF_REASON } from "./support-queue.service";

/** Tells the open screens of both sides that the state of a case is another. */
async function tellBoth(ctx: StaffContext, tx: Tx, view: SupportQueueView): Promise<void> {
  const sides = { galleryId: view.gallery.galleryId, peerGalleryId: null };
  await appendChatFeed(ctx, tx, {
    members: chatMembers(sides),
    entry: { type: "room.updated", roomId: view.roomId },
  });
}

async function record(
  ctx: StaffContext,
  tx: Tx,
  about: { action: string; caseId: string; before?: object; after: object },
): Promise<void> {
  const { action, after, before, caseId } = about;
  await audit(tx, {
    action,
    entityType: "support_case",
    entityId: caseId,
    galleryId: null,
    actorId: ctx.identity.userId,
    ...(before ? { before } : {}),
    after,
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
}

const ANSWERING = PLATFORM_ROLES.filter((role) => can(role, "support:answer"));

/** Everybody of the staff who may be given a case, by name. */
export async function listAssignees(ctx: StaffContext): Promise<SupportAssigneeView[]> {
  const users = await ctx.database.unsafeSystem(STAFF_REASON).read((tx) =>
    tx.user.findMany({
      where: { platformRole: { in: ANSWERING }, erasedAt: null },
      orderBy: [{ firstName: "asc" }, { lastName: "asc" }, { id: "asc" }],
      select: { id: true, firstName: true, lastName: true },
    }),
  );
  return users.map(({ firstName, id, lastName }) => ({
    userId: id,
    name: `${firstName} ${lastName}`,
  }));
}

/**
 * Gives a case to somebody of the staff who answers, or to nobody.
 * @throws DomainError `support.not_found`, `user.not_found`
 */
export async function assignCase(
  ctx: StaffContext,
  { caseId, assigneeId }: SupportAssignInput,
): Promise<SupportQueueView> {
  return ctx.database.unsafeSystem(STAFF_REASON).write(async (tx) => {
    const before = await readQueueCase(tx, caseId);
    if (assigneeId) {
      const user = await tx.user.findUnique({
        where: { id: assigneeId },
        select: { platformRole: true },
      });
      const role = user?.platformRole ?? "";
      if (!(isPlatformRole(role) && can(role, "support:answer"))) {
        throw new DomainError("user.not_found");
      }
    }
    await tx.supportCase.update({
      where: { id: caseId },
      data: { assigneeId },
      select: { id: true },
    });
    await record(ctx, tx, {
      action: "support.assign",
      caseId,
      before: { assigneeId: before.assignee?.userId ?? null },
      after: { assigneeId },
    });
    const view = await readQueueCase(tx, caseId);
    await tellBoth(ctx, tx, view);
    return view;
  });
}

/**
 * Sets the state of a case.
 * @throws DomainError `support.not_found`
 */
export async function setCaseStatus(
  ctx: StaffContext,
  { caseId, status }: SupportStatusInput,
): Promise<SupportQueueView> {
  return ctx.database.unsafeSystem(STAFF_REASON).write(async (tx) => {
    const { before, next } = await moveCase(
      tx,
      { caseId },
      {
        move: { type: "set", status },
        now: ctx.now(),
      },
    );
    await record(ctx, tx, { action: "support.setStatus", caseId, before, after: next });
    const view = await readQueueCase(tx, caseId);
    await tellBoth(ctx, tx, view);
    return view;
  });
}
