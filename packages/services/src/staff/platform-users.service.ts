import { randomBytes } from "node:crypto";
import type { Tx } from "@oto/db";
import { audit, newId } from "@oto/db";
import type { PlatformRole } from "@oto/domain";
import { DomainError, errorText } from "@oto/domain";
import { issueLink } from "../auth/email-link.service";
import { hashPassword } from "../auth/password-hash";
import { endSessions } from "../auth/session.service";
import { forgetDevices } from "../auth/trusted-device";
import type { StaffContext } from "../context";
import { uniqueViolation } from "../unique-violation";
import type {
  PlatformRoleInput,
  PlatformUserIdInput,
  PlatformUserInput,
} from "./platform-users.input";

const REASON = "the platform's own staff belong to no gallery";

/** Somebody of the platform's own staff. ISO instants. */
export interface PlatformUserView {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  role: PlatformRole;
  totpEnabled: boolean;
  createdAt: string;
  lastSeenAt: string | null;
  self: boolean;
}

export interface PlatformUsersView {
  items: PlatformUserView[];
  nextCursor: null;
}

/** Everybody with a platform role. */
export async function listPlatformUsers(ctx: StaffContext): Promise<PlatformUsersView> {
  const users = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.user.findMany({
      where: { platformRole: { not: null } },
      orderBy: { createdAt: "asc" },
      take: 200,
      select: {
        id: true,
        firstName: true,
        lastName: true,
        email: true,
        platformRole: true,
        totpConfirmedAt: true,
        createdAt: true,
        sessions: { orderBy: { lastUsedAt: "desc" }, take: 1, select: { lastUsedAt: true } },
      },
    }),
  );
  const items = users.flatMap(({ id, platformRole, totpConfirmedAt, sessions, ...user }) =>
    platformRole === null
      ? []
      : [
          {
            ...user,
            userId: id,
            role: platformRole,
            totpEnabled: totpConfirmedAt !== null,
            createdAt: user.createdAt.toISOString(),
            lastSeenAt: sessions[0]?.lastUsedAt.toISOString() ?? null,
            self: id === ctx.identity.userId,
          },
        ],
  );
  return { items, nextCursor: null };
}

const note = (
  ctx: StaffContext,
  tx: Tx,
  entry: {
    action: string;
    userId: string;
    before?: PlatformRole | null;
    after?: PlatformRole | null;
  },
) =>
  audit(tx, {
    action: `admin.users.${entry.action}`,
    entityType: "user",
    entityId: entry.userId,
    galleryId: null,
    actorId: ctx.identity.userId,
    ...(entry.before === undefined ? {} : { before: { platformRole: entry.before } }),
    ...(entry.after === undefined ? {} : { after: { platformRole: entry.after } }),
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });

/**
 * Makes an account for a colleague, who gets a link to choose a password. The second factor is set
 * up at the first sign-in.
 * @throws DomainError `auth.email_taken`
 */
export async function createPlatformUser(
  ctx: StaffContext,
  input: PlatformUserInput,
): Promise<PlatformUsersView> {
  const { role, ...person } = input;
  const userId = newId();
  // Nobody knows it; the link sets the first real one.
  const passwordHash = await hashPassword(
    randomBytes(32).toString("base64url"),
    ctx.env.OTO_BCRYPT_COST,
  );
  try {
    await ctx.database.unsafeSystem(REASON).write(async (tx) => {
      await tx.user.create({
        data: { id: userId, ...person, passwordHash, platformRole: role, createdAt: ctx.now() },
        select: { id: true },
      });
      const { locale } = ctx.origin;
      await issueLink(ctx, tx, { userId, email: person.email, purpose: "welcome", locale });
      await note(ctx, tx, { action: "create", userId, after: role });
    });
  } catch (error) {
    if (uniqueViolation(error) === null) throw error;
    const text = errorText({ reason: "auth.email_taken" }, ctx.origin.locale);
    throw new DomainError("auth.email_taken", {}, { fields: { email: [text] } });
  }
  return listPlatformUsers(ctx);
}

/** The role of a colleague; changes of staff wait for each other. */
async function lockStaff(ctx: StaffContext, tx: Tx, userId: string): Promise<PlatformRole> {
  if (userId === ctx.identity.userId) throw new DomainError("staff.not_yourself");
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('superadmin', 0))`;
  const user = await tx.user.findUnique({ where: { id: userId }, select: { platformRole: true } });
  if (!user?.platformRole) throw new DomainError("user.not_found");
  return user.platformRole;
}

/**
 * Gives a colleague another role, or takes it away and ends their sessions.
 * @throws DomainError `user.not_found`, `user.last_superadmin`, `staff.not_yourself`
 */
export async function setPlatformRole(
  ctx: StaffContext,
  { userId, role }: PlatformRoleInput,
): Promise<PlatformUsersView> {
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const before = await lockStaff(ctx, tx, userId);
    if (before === role) return;
    const others = await tx.user.count({
      where: { platformRole: "SUPERADMIN", id: { not: userId } },
    });
    if (before === "SUPERADMIN" && others === 0) throw new DomainError("user.last_superadmin");
    await tx.user.update({
      where: { id: userId },
      data: { platformRole: role },
      select: { id: true },
    });
    // Rights follow at the next request; sockets and open pages of the old role end now.
    await endSessions(ctx, tx, { userId, end: "role_ended" });
    await note(ctx, tx, { action: "setRole", userId, before, after: role });
  });
  return listPlatformUsers(ctx);
}

/**
 * Lets a colleague who lost phone and recovery codes set the second factor up again; their sessions
 * end.
 * @throws DomainError `user.not_found`, `staff.not_yourself`
 */
export async function resetSecondFactor(
  ctx: StaffContext,
  { userId }: PlatformUserIdInput,
): Promise<PlatformUsersView> {
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await lockStaff(ctx, tx, userId);
    await tx.user.update({
      where: { id: userId },
      data: { totpCipher: null, totpConfirmedAt: null, totpLastStep: null },
      select: { id: true },
    });
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await forgetDevices(tx, userId);
    await endSessions(ctx, tx, { userId, end: "revoked" });
    await note(ctx, tx, { action: "resetSecondFactor", userId });
  });
  return listPlatformUsers(ctx);
}
