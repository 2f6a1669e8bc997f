import type { Tx } from "@oto/db";
import { newId, publish } from "@oto/db";
import type { OtpPurpose } from "@oto/domain";
import { DomainError } from "@oto/domain";
import type { z } from "zod";
import type { Platform, PublicContext } from "../context";
import type { otpRequestInput, otpVerifyInput } from "./auth.input";
import type { OtpRequestView, OtpVerifyView } from "./auth.views";
import {
  LIFETIMES,
  limitOtpGuesses,
  limitOtpRequests,
  OTP_ATTEMPTS,
  OTP_PER_PHONE_PER_DAY,
} from "./auth-limits";
import type { OtpChallengeRow } from "./otp.repo";
import { latestChallenge, lockPhone } from "./otp.repo";
import { createSecretBox } from "./secret-box";
import { hashCode, hashToken, newCode, newToken, sameHash } from "./secrets";

const REASON = "a phone is verified before anybody knows whose it is";
const DAY_MS = 24 * 3_600_000;

/** The code on its way to the sender: encrypted in the challenge, never in an event. */
export const otpBox = (platform: Platform) => createSecretBox(platform.env.OTO_SECRET, "otp-code");

async function assertMayRequest(
  tx: Tx,
  { phone, purpose, now }: { phone: string; purpose: OtpPurpose; now: Date },
): Promise<void> {
  const last = await latestChallenge(tx, phone, purpose);
  const waitMs = last ? last.createdAt.getTime() + LIFETIMES.otpResend - now.getTime() : 0;
  if (waitMs > 0)
    throw new DomainError("auth.otp_too_soon", { seconds: Math.ceil(waitMs / 1_000) });
  const today = await tx.otpChallenge.count({
    where: { phone, createdAt: { gt: new Date(now.getTime() - DAY_MS) } },
  });
  if (today >= OTP_PER_PHONE_PER_DAY) throw new DomainError("auth.otp_capped");
}

/**
 * Sends a code to a phone. A reset for a phone that nobody has goes through the same steps and
 * gives the same answer; only the message is never sent.
 * @throws DomainError `auth.otp_too_soon`, `auth.otp_capped`, `rate.limited`
 */
export async function requestOtp(
  ctx: PublicContext,
  input: z.infer<typeof otpRequestInput>,
): Promise<OtpRequestView> {
  const { phone, purpose } = input;
  await limitOtpRequests(ctx, { ip: ctx.origin.ip, phone });
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + LIFETIMES.otp);
  const id = newId();
  const code = newCode();
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await lockPhone(tx, phone);
    await assertMayRequest(tx, { phone, purpose, now });
    const user = await tx.user.findUnique({ where: { phone }, select: { locale: true } });
    const sealed = otpBox(ctx).seal(
      JSON.stringify({ code, locale: user?.locale ?? ctx.origin.locale }),
    );
    await tx.otpChallenge.create({
      data: {
        id,
        phone,
        purpose,
        codeHash: hashCode(ctx.env.OTO_SECRET, id, code),
        codeCipher: purpose === "reset" && user === null ? null : sealed,
        ip: ctx.origin.ip,
        expiresAt,
        createdAt: now,
      },
      select: { id: true },
    });
    await publish(tx, {
      name: "otp.requested",
      payload: { challengeId: id },
      aggregateId: id,
      galleryId: null,
    });
  });
  return {
    expiresAt: expiresAt.toISOString(),
    resendAt: new Date(now.getTime() + LIFETIMES.otpResend).toISOString(),
  };
}

type Verdict = { token: string } | { refusal: DomainError };

const refuse = (...args: ConstructorParameters<typeof DomainError>): Verdict => ({
  refusal: new DomainError(...args),
});

/** Judges one guess. A wrong one is counted: it must commit, so refusals are returned, not thrown. */
async function judge(
  ctx: PublicContext,
  tx: Tx,
  guess: { challenge: OtpChallengeRow | null; code: string },
): Promise<Verdict> {
  const { challenge, code } = guess;
  const now = ctx.now();
  if (!challenge || challenge.consumedAt || challenge.expiresAt <= now) {
    return refuse("auth.otp_expired");
  }
  if (challenge.attempts >= OTP_ATTEMPTS) return refuse("auth.otp_too_many");
  const right = sameHash(hashCode(ctx.env.OTO_SECRET, challenge.id, code), challenge.codeHash);
  await tx.otpChallenge.update({
    where: { id: challenge.id },
    data: { attempts: { increment: 1 }, ...(right ? { consumedAt: now, codeCipher: null } : {}) },
    select: { id: true },
  });
  const left = OTP_ATTEMPTS - challenge.attempts - 1;
  if (!right) return left > 0 ? refuse("auth.otp_invalid", { left }) : refuse("auth.otp_too_many");
  const token = newToken();
  await tx.phoneToken.create({
    data: {
      id: newId(),
      phone: challenge.phone,
      purpose: challenge.purpose,
      tokenHash: hashToken(token),
      expiresAt: new Date(now.getTime() + LIFETIMES.phoneToken),
      createdAt: now,
    },
    select: { id: true },
  });
  return { token };
}

/**
 * Trades a right code for a token. Only the newest challenge of the phone counts, it works once,
 * and five guesses are all it takes over its whole life.
 * @throws DomainError `auth.otp_invalid`, `auth.otp_expired`, `auth.otp_too_many`, `rate.limited`
 */
export async function verifyOtp(
  ctx: PublicContext,
  input: z.infer<typeof otpVerifyInput>,
): Promise<OtpVerifyView> {
  await limitOtpGuesses(ctx, ctx.origin.ip);
  const verdict = await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await lockPhone(tx, input.phone);
    const challenge = await latestChallenge(tx, input.phone, input.purpose);
    return judge(ctx, tx, { challenge, code: input.code });
  });
  if ("refusal" in verdict) throw verdict.refusal;
  return verdict;
}

/**
 * Uses up a phone token in the transaction that acts on it: if that fails, the token is still good.
 * @throws DomainError `auth.token_invalid`
 */
export async function spendPhoneToken(
  tx: Tx,
  spent: { token: string; purpose: OtpPurpose; now: Date },
): Promise<string> {
  const rows = await tx.phoneToken.updateManyAndReturn({
    where: {
      tokenHash: hashToken(spent.token),
      purpose: spent.purpose,
      usedAt: null,
      expiresAt: { gt: spent.now },
    },
    data: { usedAt: spent.now },
    select: { phone: true },
  });
  const phone = rows[0]?.phone;
  if (!phone) throw new DomainError("auth.token_invalid");
  return phone;
}

/** Whether a token would be taken, before costly work is done for it. */
export async function assertPhoneToken(
  platform: Platform,
  token: string,
  purpose: OtpPurpose,
): Promise<void> {
  const found = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.phoneToken.count({
      where: {
        tokenHash: hashToken(token),
        purpose,
        usedAt: null,
        expiresAt: { gt: platform.now() },
      },
    }),
  );
  if (found === 0) throw new DomainError("auth.token_invalid");
}
