import type { Tx } from "@oto/db";
import { audit, newId, publish } from "@oto/db";
import { DomainError } from "@oto/domain";
import { LIFETIMES } from "../auth/auth-limits";
import { hashToken, newToken } from "../auth/secrets";
import type { DealerContext, Platform } from "../context";
import { createSecretBox } from "../crypto";
import { uniqueViolation } from "../unique-violation";
import { accountOf, toInvitationView } from "./invitation.repo";
import type { InvitationIdInput, InviteInput } from "./staff.input";
import type { InvitationView } from "./staff.views";

const REASON = "whoever is invited may have an account elsewhere";
/** People and open invitations together. */
export const TEAM_MAX = 50;
const RESEND_MS = 60_000;
const SENDS_MAX = 5;

/** The token on its way to the sender: encrypted in its row, never in an event. */
export const invitationBox = (platform: Platform) =>
  createSecretBox(platform.env.OTO_SECRET, "staff-invitation");

/** A new token makes every earlier link of the invitation worthless. */
function freshToken(ctx: DealerContext) {
  const token = newToken();
  const sentAt = ctx.now();
  return {
    tokenHash: hashToken(token),
    tokenCipher: invitationBox(ctx).seal(token),
    locale: ctx.origin.locale,
    sentAt,
    expiresAt: new Date(sentAt.getTime() + LIFETIMES.invitation),
  };
}

async function announce(
  ctx: DealerContext,
  tx: Tx,
  { action, invitationId, sends }: { action: string; invitationId: string; sends: number | null },
): Promise<void> {
  const { id: galleryId } = ctx.gallery;
  if (sends !== null) {
    await publish(tx, {
      name: "account.staff_invited",
      payload: { invitationId, galleryId, sends },
      aggregateId: invitationId,
      galleryId,
    });
  }
  await audit(tx, {
    action,
    entityType: "invitation",
    entityId: invitationId,
    galleryId,
    actorId: ctx.identity.userId,
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
}

async function assertRoom(ctx: DealerContext): Promise<void> {
  const galleryId = ctx.gallery.id;
  const now = ctx.now();
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    // An invitation that ran out makes room for a new one to the same person.
    await tx.invitation.updateMany({
      where: { galleryId, acceptedAt: null, revokedAt: null, expiresAt: { lte: now } },
      data: { revokedAt: now, tokenCipher: null },
    });
    const people = await tx.membership.count({ where: { galleryId } });
    const invited = await tx.invitation.count({
      where: { galleryId, acceptedAt: null, revokedAt: null },
    });
    if (people + invited >= TEAM_MAX) throw new DomainError("staff.too_many", { max: TEAM_MAX });
  });
}

/**
 * Invites somebody into the caller's team by SMS or e-mail.
 * @throws DomainError `staff.already_member`, `staff.already_invited`, `staff.too_many`
 */
export async function inviteStaff(ctx: DealerContext, input: InviteInput): Promise<InvitationView> {
  const { id: galleryId } = ctx.gallery;
  const to = { phone: input.phone ?? null, email: input.email ?? null };
  await assertRoom(ctx);
  const account = await ctx.database.unsafeSystem(REASON).read((tx) => accountOf(tx, to));
  if (account?.memberships.some((place) => place.galleryId === galleryId)) {
    throw new DomainError("staff.already_member");
  }
  const id = newId();
  try {
    return await ctx.db.write(async (tx) => {
      const row = await tx.invitation.create({
        data: {
          id,
          galleryId,
          role: input.role,
          ...to,
          ...freshToken(ctx),
          invitedById: ctx.identity.userId,
          createdAt: ctx.now(),
        },
      });
      await announce(ctx, tx, { action: "staff.invite", invitationId: id, sends: 1 });
      return toInvitationView(row, ctx.now());
    });
  } catch (error) {
    if (uniqueViolation(error) === null) throw error;
    throw new DomainError("staff.already_invited");
  }
}

async function lockOpen(tx: Tx, invitationId: string) {
  await tx.$queryRaw`select id from invitation where id = ${invitationId}::uuid for update`;
  const row = await tx.invitation.findUnique({
    where: { id: invitationId },
    select: { acceptedAt: true, revokedAt: true, sentAt: true, sends: true },
  });
  if (!row) throw new DomainError("staff.not_found");
  if (row.acceptedAt || row.revokedAt) throw new DomainError("staff.invitation_closed");
  return row;
}

/**
 * Sends an invitation again, with a new link; once a minute, five times at most.
 * @throws DomainError `staff.not_found`, `staff.invitation_closed`, `rate.limited`
 */
export async function resendInvitation(
  ctx: DealerContext,
  { invitationId }: InvitationIdInput,
): Promise<InvitationView> {
  return ctx.db.write(async (tx) => {
    const { sentAt, sends } = await lockOpen(tx, invitationId);
    const waitMs = sentAt.getTime() + RESEND_MS - ctx.now().getTime();
    if (waitMs > 0) throw new DomainError("rate.limited", { seconds: Math.ceil(waitMs / 1_000) });
    if (sends >= SENDS_MAX) throw new DomainError("rate.limited", { seconds: 86_400 });
    const row = await tx.invitation.update({
      where: { id: invitationId },
      data: { ...freshToken(ctx), sends: sends + 1 },
    });
    await announce(ctx, tx, { action: "staff.resend", invitationId, sends: sends + 1 });
    return toInvitationView(row, ctx.now());
  });
}

/**
 * Takes an invitation back; its link is worthless from now on.
 * @throws DomainError `staff.not_found`, `staff.invitation_closed`
 */
export async function revokeInvitation(
  ctx: DealerContext,
  { invitationId }: InvitationIdInput,
): Promise<{ ok: true }> {
  await ctx.db.write(async (tx) => {
    await lockOpen(tx, invitationId);
    await tx.invitation.update({
      where: { id: invitationId },
      data: { revokedAt: ctx.now(), tokenCipher: null },
      select: { id: true },
    });
    await announce(ctx, tx, { action: "staff.revoke", invitationId, sends: null });
  });
  return { ok: true };
}
