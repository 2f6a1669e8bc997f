import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { PublicContext, SessionContext } from "../context";
import type { ChangePasswordInput, ResetPasswordInput } from "./auth.input";
import { inTurn } from "./in-turn";
import { accountThrottle } from "./login-throttle";
import { assertPhoneToken, spendPhoneToken } from "./otp.service";
import { hashPassword, passwordFits } from "./password-hash";
import type { SessionEnd } from "./session.service";
import { endSessions } from "./session.service";

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

/**
 * Sets a new password for the owner of a verified phone and ends all their sessions.
 * @throws DomainError `auth.token_invalid`
 */
export async function resetPassword(
  ctx: PublicContext,
  input: ResetPasswordInput,
): Promise<{ ok: true }> {
  await assertPhoneToken(ctx, input.token, "reset");
  const passwordHash = await hashPassword(input.password, ctx.env.OTO_BCRYPT_COST);
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const phone = await spendPhoneToken(tx, {
      token: input.token,
      purpose: "reset",
      now: ctx.now(),
    });
    const user = await tx.user.findUnique({ where: { phone }, select: { id: true } });
    if (!user) throw new DomainError("auth.token_invalid");
    await setPassword(ctx, tx, { userId: user.id, passwordHash, end: "password_reset" });
  });
  return { ok: true };
}

async function change(ctx: SessionContext, input: ChangePasswordInput): Promise<void> {
  const { userId, sessionId } = ctx.identity;
  const db = ctx.database.unsafeSystem(REASON);
  const cost = ctx.env.OTO_BCRYPT_COST;
  const throttle = accountThrottle(ctx, userId);
  await throttle.assertOpen();
  const user = await db.read((tx) =>
    tx.user.findUnique({ where: { id: userId }, select: { passwordHash: true } }),
  );
  if (!(await passwordFits(input.currentPassword, user?.passwordHash ?? null, cost))) {
    await throttle.failed();
    throw new DomainError("auth.credentials_invalid");
  }
  const passwordHash = await hashPassword(input.newPassword, cost);
  await db.write((tx) =>
    setPassword(ctx, tx, { userId, passwordHash, end: "password_changed", except: sessionId }),
  );
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
