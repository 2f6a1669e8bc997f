import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import { DomainError, errorText } from "@oto/domain";
import type { SessionContext } from "../context";
import { uniqueViolation } from "../unique-violation";
import type { PhoneChangeInput, PhoneChangeRequestInput } from "./auth.input";
import type { OtpRequestView } from "./auth.views";
import { limitOtpGuesses, limitOtpRequests } from "./auth-limits";
import { issueCode, judgeCode } from "./otp.service";
import { confirmPassword } from "./password.service";

const REASON = "a person's phone belongs to no gallery";

const ownPhone = (ctx: SessionContext, tx: Tx) =>
  tx.user.findUniqueOrThrow({ where: { id: ctx.identity.userId }, select: { phone: true } });

/**
 * Sends a code to the new number and another one to the present number, if there is one: both have
 * to confirm. A number that somebody else has gets none, and the answer does not tell.
 * @throws DomainError `auth.credentials_invalid`, `auth.locked`, `auth.phone_unchanged`,
 * `auth.otp_too_soon`, `auth.otp_capped`, `rate.limited`
 */
export async function requestPhoneChange(
  ctx: SessionContext,
  input: PhoneChangeRequestInput,
): Promise<OtpRequestView & { bothNumbers: boolean }> {
  await confirmPassword(ctx, input.password);
  await limitOtpRequests(ctx, { ip: ctx.origin.ip, phone: input.phone });
  const { userId } = ctx.identity;
  return ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const { phone: present } = await ownPhone(ctx, tx);
    if (present === input.phone) throw new DomainError("auth.phone_unchanged");
    const taken = await tx.user.count({ where: { phone: input.phone } });
    const view = await issueCode(ctx, tx, {
      phone: input.phone,
      purpose: "phone_new",
      userId,
      send: taken === 0,
    });
    if (present) {
      await issueCode(ctx, tx, { phone: present, purpose: "phone_present", userId, send: true });
    }
    return { ...view, bothNumbers: present !== null };
  });
}

async function swap(ctx: SessionContext, tx: Tx, input: PhoneChangeInput) {
  const { userId } = ctx.identity;
  const { phone: present } = await ownPhone(ctx, tx);
  const fresh = await judgeCode(ctx, tx, {
    phone: input.phone,
    purpose: "phone_new",
    userId,
    code: input.code,
  });
  if (fresh) return fresh;
  if (present) {
    const old = await judgeCode(ctx, tx, {
      phone: present,
      purpose: "phone_present",
      userId,
      code: input.presentCode ?? "",
    });
    // The right code of the new number is spent all the same: both come anew.
    if (old) return old;
  }
  await tx.user.update({
    where: { id: userId },
    data: { phone: input.phone },
    select: { id: true },
  });
  await audit(tx, {
    action: "auth.changePhone",
    entityType: "user",
    entityId: userId,
    galleryId: null,
    actorId: userId,
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
  return null;
}

/**
 * Puts the new number in the place of the present one, with the codes of both.
 * @throws DomainError `auth.otp_invalid`, `auth.otp_expired`, `auth.otp_too_many`,
 * `auth.phone_taken`, `rate.limited`
 */
export async function changePhone(
  ctx: SessionContext,
  input: PhoneChangeInput,
): Promise<{ ok: true }> {
  await limitOtpGuesses(ctx, ctx.origin.ip);
  try {
    const refusal = await ctx.database.unsafeSystem(REASON).write((tx) => swap(ctx, tx, input));
    if (refusal) throw refusal;
  } catch (error) {
    if (uniqueViolation(error) === null) throw error;
    const text = errorText({ reason: "auth.phone_taken" }, ctx.origin.locale);
    throw new DomainError("auth.phone_taken", {}, { fields: { phone: [text] } });
  }
  return { ok: true };
}
