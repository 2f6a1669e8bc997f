import type { Tx } from "@oto/db";
import { afterCommit, audit } from "@oto/db";
import type { GalleryRole } from "@oto/domain";
import { DomainError } from "@oto/domain";
import { confirmPassword } from "../auth/password.service";
import { endSessions } from "../auth/session.service";
import type { DealerContext } from "../context";
import { lockGalleryStatus } from "../gallery/move-gallery";
import { toInvitationView } from "./invitation.repo";
import type { ChangeRoleInput, HandOverInput, MemberIdInput } from "./staff.input";
import type { TeamView } from "./staff.views";

const REASON = "people belong to no gallery, only their places in it do";

/** Everybody who works in the caller's gallery, and who was asked to. */
export async function listTeam(ctx: DealerContext): Promise<TeamView> {
  const { id: galleryId } = ctx.gallery;
  return ctx.database.unsafeSystem(REASON).read(async (tx) => {
    const members = await tx.membership.findMany({
      where: { galleryId },
      orderBy: { createdAt: "asc" },
      select: {
        role: true,
        createdAt: true,
        user: {
          select: {
            id: true,
            firstName: true,
            lastName: true,
            email: true,
            phone: true,
            sessions: { orderBy: { lastUsedAt: "desc" }, take: 1, select: { lastUsedAt: true } },
          },
        },
      },
    });
    const invitations = await tx.invitation.findMany({
      where: { galleryId, acceptedAt: null, revokedAt: null },
      orderBy: { createdAt: "desc" },
      take: 100,
    });
    return {
      items: members.map(({ user: { id, sessions, ...person }, role, createdAt }) => ({
        userId: id,
        ...person,
        role,
        joinedAt: createdAt.toISOString(),
        lastSeenAt: sessions[0]?.lastUsedAt.toISOString() ?? null,
        self: id === ctx.identity.userId,
      })),
      invitations: invitations.map((row) => toInvitationView(row, ctx.now())),
      nextCursor: null,
    };
  });
}

/** The role of a colleague; the gallery's row lock keeps two changes of the team apart. */
async function lockMember(ctx: DealerContext, tx: Tx, userId: string): Promise<GalleryRole> {
  const { id: galleryId } = ctx.gallery;
  await lockGalleryStatus(tx, galleryId);
  const member = await tx.membership.findUnique({
    where: { userId_galleryId: { userId, galleryId } },
    select: { role: true },
  });
  if (!member) throw new DomainError("staff.not_found");
  return member.role;
}

interface RoleChange {
  userId: string;
  from: GalleryRole;
  to: GalleryRole | null;
}

async function writeRole(ctx: DealerContext, tx: Tx, change: RoleChange): Promise<void> {
  const { userId, from, to } = change;
  const where = { userId_galleryId: { userId, galleryId: ctx.gallery.id } };
  if (to === null) await tx.membership.delete({ where, select: { id: true } });
  else await tx.membership.update({ where, data: { role: to }, select: { id: true } });
  // What the colleague holds open (sockets) is looked at again.
  afterCommit(tx, () => ctx.adapters.revocations.revoke([{ kind: "user", id: userId }]));
  await audit(tx, {
    action: to === null ? "staff.remove" : "staff.changeRole",
    entityType: "user",
    entityId: userId,
    galleryId: ctx.gallery.id,
    actorId: ctx.identity.userId,
    before: { role: from },
    after: { role: to },
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
}

/** Nobody changes their own place, and the owner's only moves by a handover. */
function assertOther(ctx: DealerContext, userId: string): void {
  if (userId === ctx.identity.userId) throw new DomainError("staff.not_yourself");
}

/**
 * Gives a colleague another role; it counts from their next request on.
 * @throws DomainError `staff.not_found`, `staff.owner_stays`, `staff.not_yourself`
 */
export async function changeRole(ctx: DealerContext, input: ChangeRoleInput): Promise<TeamView> {
  const { userId, role } = input;
  assertOther(ctx, userId);
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const from = await lockMember(ctx, tx, userId);
    if (from === "OWNER") throw new DomainError("staff.owner_stays");
    if (from !== role) await writeRole(ctx, tx, { userId, from, to: role });
  });
  return listTeam(ctx);
}

/**
 * Takes a colleague out of the team and ends their sessions.
 * @throws DomainError `staff.not_found`, `staff.owner_stays`, `staff.not_yourself`
 */
export async function removeMember(ctx: DealerContext, input: MemberIdInput): Promise<TeamView> {
  const { userId } = input;
  assertOther(ctx, userId);
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const from = await lockMember(ctx, tx, userId);
    if (from === "OWNER") throw new DomainError("staff.owner_stays");
    await writeRole(ctx, tx, { userId, from, to: null });
    await endSessions(ctx, tx, { userId, end: "membership_ended" });
  });
  return listTeam(ctx);
}

/**
 * Makes a colleague the owner; the caller stays as a manager.
 * @throws DomainError `auth.credentials_invalid`, `auth.locked`, `staff.not_found`,
 * `staff.not_yourself`, `auth.permission_denied` for whoever is no owner (any more)
 */
export async function handOver(ctx: DealerContext, input: HandOverInput): Promise<TeamView> {
  const { userId } = ctx.identity;
  assertOther(ctx, input.userId);
  await confirmPassword(ctx, input.password);
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const from = await lockMember(ctx, tx, input.userId);
    if ((await lockMember(ctx, tx, userId)) !== "OWNER") {
      throw new DomainError("auth.permission_denied");
    }
    await writeRole(ctx, tx, { userId: input.userId, from, to: "OWNER" });
    await writeRole(ctx, tx, { userId, from: "OWNER", to: "MANAGER" });
  });
  return listTeam(ctx);
}
