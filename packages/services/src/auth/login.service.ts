import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import { DomainError, normalizeEmail, parsePhone } from "@oto/domain";
import type { PublicContext } from "../context";
import type { LoginInput } from "./auth.input";
import type { TokensView } from "./auth.views";
import { limitLogins } from "./auth-limits";
import { inTurn } from "./in-turn";
import { accountThrottle, strangerThrottle } from "./login-throttle";
import { passwordFits } from "./password-hash";
import { looksLikeRecoveryCode, spendRecoveryCode } from "./recovery-codes";
import type { SessionUser } from "./session.service";
import { openSession, sessionUserSelect } from "./session.service";
import { newTotpCipher, totpEnrolment, totpStep } from "./totp";
import { isTrustedDevice, trustDevice } from "./trusted-device";

const REASON = "whoever signs in has no gallery yet";

const loginSelect = {
  ...sessionUserSelect,
  email: true,
  passwordHash: true,
  totpCipher: true,
  totpConfirmedAt: true,
} as const;

interface LoginUser extends SessionUser {
  email: string;
  passwordHash: string;
  totpCipher: string | null;
  totpConfirmedAt: Date | null;
}

/** One spelling for what people type: an e-mail, a phone, or something that nobody has. */
export function normalizeIdentifier(text: string): string {
  return text.includes("@") ? normalizeEmail(text) : (parsePhone(text) ?? text.toLowerCase());
}

function findUser(ctx: PublicContext, identifier: string): Promise<LoginUser | null> {
  const where = identifier.includes("@") ? { email: identifier } : { phone: identifier };
  return ctx.database
    .unsafeSystem(REASON)
    .read((tx) => tx.user.findUnique({ where, select: loginSelect }));
}

/** Accepts a step once: of two sign-ins with one code, the second is refused. */
async function acceptTotpStep(
  ctx: PublicContext,
  tx: Tx,
  { user, step }: { user: LoginUser; step: bigint },
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: user.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step, totpConfirmedAt: user.totpConfirmedAt ?? ctx.now() },
  });
  return count === 1;
}

/** The seed that a person without a second factor sets their app up with; the same until confirmed. */
async function enrolment(ctx: PublicContext, user: LoginUser) {
  const cipher = await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.user.updateMany({
      where: { id: user.id, totpCipher: null },
      data: { totpCipher: newTotpCipher(ctx, user.id) },
    });
    const stored = await tx.user.findUnique({
      where: { id: user.id },
      select: { totpCipher: true },
    });
    return stored?.totpCipher;
  });
  if (!cipher) throw new DomainError("auth.credentials_invalid");
  return totpEnrolment(ctx, { userId: user.id, cipher }, user.email);
}

/** Staff need a second factor; dealers once they have set one up. */
function needsTotp(ctx: PublicContext, user: LoginUser): boolean {
  const isStaff = user.platformRole !== null;
  return isStaff ? ctx.env.OTO_REQUIRE_TOTP : user.totpConfirmedAt !== null;
}

/** What stands in for the second factor of one sign-in. */
type Factor =
  | { kind: "none" | "device" }
  | { kind: "totp"; step: bigint }
  | { kind: "recovery"; code: string };

async function secondFactor(
  ctx: PublicContext,
  user: LoginUser,
  { totp, deviceToken }: LoginInput,
): Promise<Factor> {
  if (!needsTotp(ctx, user)) return { kind: "none" };
  if (!totp && deviceToken && user.platformRole === null) {
    const device = { userId: user.id, deviceToken, now: ctx.now() };
    const db = ctx.database.unsafeSystem(REASON);
    if (await db.read((tx) => isTrustedDevice(tx, device))) return { kind: "device" };
  }
  if (!totp || user.totpCipher === null) {
    const enrol = user.totpConfirmedAt === null ? { enrol: await enrolment(ctx, user) } : undefined;
    throw new DomainError("auth.totp_required", {}, enrol);
  }
  if (user.totpConfirmedAt !== null && looksLikeRecoveryCode(totp)) {
    return { kind: "recovery", code: totp };
  }
  const step = totpStep(ctx, { userId: user.id, cipher: user.totpCipher }, totp);
  if (step === null) throw new DomainError("auth.totp_invalid");
  return { kind: "totp", step };
}

function acceptFactor(
  ctx: PublicContext,
  tx: Tx,
  { user, factor }: { user: LoginUser; factor: Factor },
): Promise<boolean> | boolean {
  switch (factor.kind) {
    case "totp":
      return acceptTotpStep(ctx, tx, { user, step: factor.step });
    case "recovery":
      return spendRecoveryCode(ctx, tx, { userId: user.id, code: factor.code });
    default:
      return true;
  }
}

/** Lets in somebody whose password was right, if the second factor is too. */
async function admit(ctx: PublicContext, user: LoginUser, input: LoginInput): Promise<TokensView> {
  const factor = await secondFactor(ctx, user, input);
  return ctx.database.unsafeSystem(REASON).write(async (tx) => {
    if (!(await acceptFactor(ctx, tx, { user, factor }))) {
      throw new DomainError("auth.totp_invalid");
    }
    await tx.user.update({
      where: { id: user.id },
      data: { failedLogins: 0, lockedUntil: null },
      select: { id: true },
    });
    const tokens = await openSession(ctx, tx, user);
    await audit(tx, {
      action: factor.kind === "recovery" ? "auth.loginByRecoveryCode" : "auth.login",
      entityType: "user",
      entityId: user.id,
      galleryId: tokens.user.galleryId ?? null,
      actorId: user.id,
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
    const proved = factor.kind === "totp" || factor.kind === "recovery";
    if (!input.rememberDevice || !proved || user.platformRole !== null) return tokens;
    return { ...tokens, deviceToken: await trustDevice(ctx, tx, user.id) };
  });
}

const COUNTED = new Set(["auth.credentials_invalid", "auth.totp_invalid"]);

async function attempt(ctx: PublicContext, input: LoginInput, identifier: string) {
  const user = await findUser(ctx, identifier);
  const throttle = user ? accountThrottle(ctx, user.id) : strangerThrottle(ctx, identifier);
  await throttle.assertOpen();
  try {
    const cost = ctx.env.OTO_BCRYPT_COST;
    const fits = await passwordFits(input.password, user?.passwordHash ?? null, cost);
    if (!fits || !user) throw new DomainError("auth.credentials_invalid");
    return await admit(ctx, user, input);
  } catch (error) {
    if (error instanceof DomainError && COUNTED.has(error.reason)) await throttle.failed();
    throw error;
  }
}

/**
 * Signs somebody in by e-mail or phone. Answers take as long and count failures alike whether or
 * not anybody goes by that name.
 * @throws DomainError `auth.credentials_invalid`, `auth.locked`, `auth.totp_required` (with
 * `details.enrol` while no second factor is set up), `auth.totp_invalid`, `rate.limited`
 */
export async function login(ctx: PublicContext, input: LoginInput): Promise<TokensView> {
  await limitLogins(ctx, ctx.origin.ip);
  const identifier = normalizeIdentifier(input.identifier);
  const tokens = await inTurn(`login:${identifier}`, () => attempt(ctx, input, identifier));
  if (!tokens) throw new DomainError("rate.limited", { seconds: 5 });
  return tokens;
}
