import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { PublicContext, SessionContext } from "../context";
import type { ChangePasswordInput, ResetPasswordInput } from "./auth.input";
import { spendLink } from "./email-link.service";
import { inTurn } from "./in-turn";
import { accountThrottle } from "./login-throttle";
import { assertPhoneToken, spendPhoneToken } from "./otp.service";
import { hashPassword, passwordFits } from "./password-hash";
import { hashToken } from "./secrets";
import type { SessionEnd } from "./session.service";
import { endSessions } from "./session.service";
import { forgetDevices } from "./trusted-device";

const REASON = "passwords belong to people, not to galleries";

interface NewPassword {
  userId: string;
  passwordHash: string;
  end: SessionEnd;
  /** The session that may go on. */
  except?: string;
}

async function setPassword(ctx: PublicContext, tx: Tx, next: NewPassword): Promise<void> {
  const { userId, passwordHash, end, except } = next;
  await tx.user.update({
    where: { id: userId },
    data: { passwordHash, failedLogins: 0, lockedUntil: null },
    select: { id: true },
  });
  await endSessions(ctx, tx, { userId, end, ...(except ? { except } : {}) });
  await audit(tx, {
    action: `auth.${end}`,
    entityType: "user",
    entityId: userId,
    galleryId: null,
    actorId: userId,
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
}

/** Who a reset token speaks for: the owner of a verified phone, or of an address with a link. */
async function spendResetToken(ctx: PublicContext, tx: Tx, token: string): Promise<string> {
  const now = ctx.now();
  const link = await spendLink(tx, { token, purposes: ["reset", "welcome"], now });
  if (link) {
    const by = { id: link.userId, email: link.email, emailVerifiedAt: null };
    await tx.user.updateMany({ where: by, data: { emailVerifiedAt: now } });
    return link.userId;
  }
  const phone = await spendPhoneToken(tx, { token, purpose: "reset", now });
  const user = await tx.user.findUnique({ where: { phone }, select: { id: true } });
  if (!user) throw new DomainError("auth.token_invalid");
  return user.id;
}

/**
 * Sets a new password for whoever proved phone or e-mail address, and ends all their sessions.
 * @throws DomainError `auth.token_invalid`
 */
export async function resetPassword(
  ctx: PublicContext,
  input: ResetPasswordInput,
): Promise<{ ok: true }> {
  await assertResetToken(ctx, input.token);
  const passwordHash = await hashPassword(input.password, ctx.env.OTO_BCRYPT_COST);
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const userId = await spendResetToken(ctx, tx, input.token);
    await forgetDevices(tx, userId);
    await setPassword(ctx, tx, { userId, passwordHash, end: "password_reset" });
  });
  return { ok: true };
}

/** Whether a token would be taken, before costly work is done for it. */
async function assertResetToken(ctx: PublicContext, token: string): Promise<void> {
  const now = ctx.now();
  const links = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.emailToken.count({
      where: {
        tokenHash: hashToken(token),
        purpose: { in: ["reset", "welcome"] },
        usedAt: null,
        expiresAt: { gt: now },
      },
    }),
  );
  if (links === 0) await assertPhoneToken(ctx, token, "reset");
}

/**
 * Asks a signed-in person for their password again; wrong guesses count like failed sign-ins.
 * @throws DomainError `auth.credentials_invalid`, `auth.locked`, `rate.limited`
 */
export async function confirmPassword(ctx: SessionContext, password: string): Promise<void> {
  const { userId } = ctx.identity;
  const fits = await inTurn(`password:${userId}`, () => checkPassword(ctx, password));
  if (fits === null) throw new DomainError("rate.limited", { seconds: 5 });
}

async function checkPassword(ctx: SessionContext, password: string): Promise<true> {
  const { userId } = ctx.identity;
  const throttle = accountThrottle(ctx, userId);
  await throttle.assertOpen();
  const user = await ctx.database
    .unsafeSystem(REASON)
    .read((tx) => tx.user.findUnique({ where: { id: userId }, select: { passwordHash: true } }));
  if (await passwordFits(password, user?.passwordHash ?? null, ctx.env.OTO_BCRYPT_COST)) {
    return true;
  }
  await throttle.failed();
  throw new DomainError("auth.credentials_invalid");
}

async function change(ctx: SessionContext, input: ChangePasswordInput): Promise<void> {
  const { userId, sessionId } = ctx.identity;
  await checkPassword(ctx, input.currentPassword);
  const passwordHash = await hashPassword(input.newPassword, ctx.env.OTO_BCRYPT_COST);
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await forgetDevices(tx, userId);
    await setPassword(ctx, tx, {
      userId,
      passwordHash,
      end: "password_changed",
      except: sessionId,
    });
  });
}

/**
 * Changes the caller's password; every other session of theirs ends. Wrong guesses at the current
 * one count like failed sign-ins.
 * @throws DomainError `auth.credentials_invalid`, `auth.locked`
 */
export async function changePassword(
  ctx: SessionContext,
  input: ChangePasswordInput,
): Promise<{ ok: true }> {
  const done = await inTurn(`password:${ctx.identity.userId}`, async () => {
    await change(ctx, input);
    return { ok: true } as const;
  });
  if (!done) throw new DomainError("rate.limited", { seconds: 5 });
  return done;
}
