import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { SessionContext } from "../context";
import type { SecondFactorOffInput, TotpCodeInput } from "./auth.input";
import type { RecoveryCodesView, TotpEnrolmentView } from "./auth.views";
import { inTurn } from "./in-turn";
import { accountThrottle } from "./login-throttle";
import { passwordFits } from "./password-hash";
import { looksLikeRecoveryCode, renewRecoveryCodes, spendRecoveryCode } from "./recovery-codes";
import { newTotpCipher, totpEnrolment, totpStep } from "./totp";
import { forgetDevices } from "./trusted-device";

const REASON = "the second factor belongs to a person, not to a gallery";

const factorSelect = {
  id: true,
  email: true,
  passwordHash: true,
  platformRole: true,
  totpCipher: true,
  totpConfirmedAt: true,
} as const;

const readFactor = (ctx: SessionContext, tx: Tx) =>
  tx.user.findUniqueOrThrow({ where: { id: ctx.identity.userId }, select: factorSelect });

type Factor = Awaited<ReturnType<typeof readFactor>>;

const auditFactor = (ctx: SessionContext, tx: Tx, action: string) =>
  audit(tx, {
    action,
    entityType: "user",
    entityId: ctx.identity.userId,
    galleryId: null,
    actorId: ctx.identity.userId,
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });

/**
 * A new seed for the caller's authenticator app; it counts once a code of it was given.
 * @throws DomainError `auth.totp_enabled`
 */
export async function startTotp(ctx: SessionContext): Promise<TotpEnrolmentView> {
  return ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const user = await readFactor(ctx, tx);
    if (user.totpConfirmedAt) throw new DomainError("auth.totp_enabled");
    const totpCipher = newTotpCipher(ctx, user.id);
    await tx.user.update({ where: { id: user.id }, data: { totpCipher }, select: { id: true } });
    return totpEnrolment(ctx, { userId: user.id, cipher: totpCipher }, user.email);
  });
}

/** Accepts a code of the app, or a recovery code, once. */
async function spendCode(
  ctx: SessionContext,
  tx: Tx,
  { user, code }: { user: Factor; code: string },
) {
  if (user.totpConfirmedAt && looksLikeRecoveryCode(code)) {
    return spendRecoveryCode(ctx, tx, { userId: user.id, code });
  }
  const step =
    user.totpCipher === null
      ? null
      : totpStep(ctx, { userId: user.id, cipher: user.totpCipher }, code);
  if (step === null) return false;
  const { count } = await tx.user.updateMany({
    where: { id: user.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

interface Proof {
  code: string;
  password?: string;
}

/**
 * Acts once the caller's code (and password, where it is asked for) is right. Guesses are judged in
 * turn and counted like failed sign-ins.
 */
async function withProof<T>(
  ctx: SessionContext,
  proof: Proof,
  act: (tx: Tx, user: Factor) => Promise<T>,
): Promise<T> {
  const { userId } = ctx.identity;
  const db = ctx.database.unsafeSystem(REASON);
  const done = await inTurn(`second-factor:${userId}`, async () => {
    const throttle = accountThrottle(ctx, userId);
    await throttle.assertOpen();
    const user = await db.read((tx) => readFactor(ctx, tx));
    const cost = ctx.env.OTO_BCRYPT_COST;
    if (
      proof.password !== undefined &&
      !(await passwordFits(proof.password, user.passwordHash, cost))
    ) {
      await throttle.failed();
      throw new DomainError("auth.credentials_invalid");
    }
    const outcome = await db.write(async (tx) =>
      (await spendCode(ctx, tx, { user, code: proof.code }))
        ? { value: await act(tx, user) }
        : null,
    );
    if (outcome) return outcome;
    await throttle.failed();
    throw new DomainError("auth.totp_invalid");
  });
  if (!done) throw new DomainError("rate.limited", { seconds: 5 });
  return done.value;
}

/**
 * Turns the second factor on with a first code of the app.
 * @returns ten recovery codes, shown this once
 * @throws DomainError `auth.totp_enabled`, `auth.totp_invalid`, `auth.locked`
 */
export function confirmTotp(ctx: SessionContext, input: TotpCodeInput): Promise<RecoveryCodesView> {
  return withProof(ctx, input, async (tx, user) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, totpConfirmedAt: null },
      data: { totpConfirmedAt: ctx.now() },
    });
    if (count === 0) throw new DomainError("auth.totp_enabled");
    await auditFactor(ctx, tx, "auth.confirmTotp");
    return { codes: await renewRecoveryCodes(ctx, tx, user.id) };
  });
}

/**
 * Replaces the caller's recovery codes.
 * @throws DomainError `auth.totp_not_enabled`, `auth.totp_invalid`, `auth.locked`
 */
export function renewCodes(ctx: SessionContext, input: TotpCodeInput): Promise<RecoveryCodesView> {
  return withProof(ctx, input, async (tx, user) => {
    if (!user.totpConfirmedAt) throw new DomainError("auth.totp_not_enabled");
    await auditFactor(ctx, tx, "auth.renewRecoveryCodes");
    return { codes: await renewRecoveryCodes(ctx, tx, user.id) };
  });
}

/**
 * Turns the second factor off, with password and code. Staff of the platform cannot.
 * @throws DomainError `auth.totp_forced`, `auth.totp_not_enabled`, `auth.totp_invalid`,
 * `auth.credentials_invalid`, `auth.locked`
 */
export async function disableTotp(
  ctx: SessionContext,
  input: SecondFactorOffInput,
): Promise<{ ok: true }> {
  if (ctx.identity.platformRole) throw new DomainError("auth.totp_forced");
  return withProof(ctx, input, async (tx, user) => {
    if (!user.totpConfirmedAt) throw new DomainError("auth.totp_not_enabled");
    await tx.user.update({
      where: { id: user.id },
      data: { totpCipher: null, totpConfirmedAt: null, totpLastStep: null },
      select: { id: true },
    });
    await tx.recoveryCode.deleteMany({ where: { userId: user.id } });
    await forgetDevices(tx, user.id);
    await auditFactor(ctx, tx, "auth.disableTotp");
    return { ok: true } as const;
  });
}
