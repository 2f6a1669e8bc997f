import type { Tx } from "@oto/db";
import { newId, publish } from "@oto/db";
import type { OtpPurpose } from "@oto/domain";
import { DomainError } from "@oto/domain";
import type { z } from "zod";
import type { Platform, PublicContext } from "../context";
import { createSecretBox } from "../crypto";
import { writeSystemDelivery } from "../notification/deliveries/write-system-delivery";
import type { otpRequestInput, otpVerifyInput } from "./auth.input";
import type { OtpRequestView, OtpVerifyView } from "./auth.views";
import {
  LIFETIMES,
  limitOtpGuesses,
  limitOtpRequests,
  OTP_ATTEMPTS,
  OTP_PER_PHONE_PER_DAY,
} from "./auth-limits";
import type { CodePurpose, OtpChallengeRow } from "./otp.repo";
import { latestChallenge, lockPhone } from "./otp.repo";
import { otpDelivery } from "./otp-message";
import { hashCode, hashToken, newCode, newToken, sameHash } from "./secrets";

const REASON = "a phone is verified before anybody knows whose it is";
const DAY_MS = 24 * 3_600_000;

/** The code on its way to the sender: encrypted in the challenge, never in an event. */
export const otpBox = (platform: Platform) => createSecretBox(platform.env.OTO_SECRET, "otp-code");

async function assertMayRequest(
  tx: Tx,
  { phone, purpose, now }: { phone: string; purpose: CodePurpose; now: Date },
): Promise<void> {
  const last = await latestChallenge(tx, { phone, purpose });
  const waitMs = last ? last.createdAt.getTime() + LIFETIMES.otpResend - now.getTime() : 0;
  if (waitMs > 0)
    throw new DomainError("auth.otp_too_soon", { seconds: Math.ceil(waitMs / 1_000) });
  const today = await tx.otpChallenge.count({
    where: { phone, createdAt: { gt: new Date(now.getTime() - DAY_MS) } },
  });
  if (today >= OTP_PER_PHONE_PER_DAY) throw new DomainError("auth.otp_capped");
}

export interface CodeRequest {
  phone: string;
  purpose: CodePurpose;
  /** The account that alone may use the code, where somebody signed in asks for it. */
  userId: string | null;
  /** False: the same steps, only the message is never sent. */
  send: boolean;
}

/** Writes a challenge and asks for the sending of its code, in the given transaction. */
export async function issueCode(
  ctx: PublicContext,
  tx: Tx,
  { phone, purpose, userId, send }: CodeRequest,
): Promise<OtpRequestView> {
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + LIFETIMES.otp);
  const id = newId();
  const code = newCode();
  await lockPhone(tx, phone);
  await assertMayRequest(tx, { phone, purpose, now });
  const user = await tx.user.findUnique({ where: { phone }, select: { locale: true } });
  const locale = user?.locale ?? ctx.origin.locale;
  const sealed = otpBox(ctx).seal(JSON.stringify({ code, locale }));
  await tx.otpChallenge.create({
    data: {
      id,
      phone,
      purpose,
      userId,
      codeHash: hashCode(ctx.env.OTO_SECRET, id, code),
      codeCipher: send && !(purpose === "reset" && user === null) ? sealed : null,
      ip: ctx.origin.ip,
      expiresAt,
      createdAt: now,
    },
    select: { id: true },
  });
  // Its place among what is sent is taken with the challenge: a code waits for no queue. Also where
  // nothing is to be sent, so that the same is done for every phone.
  await writeSystemDelivery(tx, otpDelivery({ challengeId: id, expiresAt, now }));
  await publish(tx, {
    name: "otp.requested",
    payload: { challengeId: id },
    aggregateId: id,
    galleryId: null,
  });
  return {
    expiresAt: expiresAt.toISOString(),
    resendAt: new Date(now.getTime() + LIFETIMES.otpResend).toISOString(),
  };
}

/**
 * Sends a code to a phone. A reset for a phone that nobody has goes through the same steps and
 * gives the same answer; only the message is never sent.
 * @throws DomainError `auth.otp_too_soon`, `auth.otp_capped`, `auth.otp_refused`, `rate.limited`
 */
export async function requestOtp(
  ctx: PublicContext,
  { phone, purpose }: z.infer<typeof otpRequestInput>,
): Promise<OtpRequestView> {
  await limitOtpRequests(ctx, { ip: ctx.origin.ip, phone });
  const request = { phone, purpose, userId: null, send: true };
  return ctx.database.unsafeSystem(REASON).write((tx) => issueCode(ctx, tx, request));
}

/** Judges one guess. A wrong one is counted: it must commit, so refusals are returned, not thrown. */
async function judge(
  ctx: PublicContext,
  tx: Tx,
  guess: { challenge: OtpChallengeRow | null; code: string },
): Promise<DomainError | null> {
  const { challenge, code } = guess;
  const now = ctx.now();
  if (!challenge || challenge.consumedAt || challenge.expiresAt <= now) {
    return new DomainError("auth.otp_expired");
  }
  if (challenge.attempts >= OTP_ATTEMPTS) return new DomainError("auth.otp_too_many");
  const right = sameHash(hashCode(ctx.env.OTO_SECRET, challenge.id, code), challenge.codeHash);
  await tx.otpChallenge.update({
    where: { id: challenge.id },
    data: { attempts: { increment: 1 }, ...(right ? { consumedAt: now, codeCipher: null } : {}) },
    select: { id: true },
  });
  if (right) return null;
  const left = OTP_ATTEMPTS - challenge.attempts - 1;
  return left > 0
    ? new DomainError("auth.otp_invalid", { left })
    : new DomainError("auth.otp_too_many");
}

/**
 * Uses up a right code of the newest challenge that fits phone, purpose and account. Wrong guesses
 * have to commit, so the refusal is returned.
 */
export async function judgeCode(
  ctx: PublicContext,
  tx: Tx,
  guess: { phone: string; purpose: CodePurpose; userId: string | null; code: string },
): Promise<DomainError | null> {
  await lockPhone(tx, guess.phone);
  const challenge = await latestChallenge(tx, guess);
  return judge(ctx, tx, { challenge, code: guess.code });
}

async function grantToken(
  ctx: PublicContext,
  tx: Tx,
  { phone, purpose }: { phone: string; purpose: OtpPurpose },
): Promise<OtpVerifyView> {
  const token = newToken();
  const now = ctx.now();
  await tx.phoneToken.create({
    data: {
      id: newId(),
      phone,
      purpose,
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
  const verdict = await ctx.database
    .unsafeSystem(REASON)
    .write(
      async (tx) =>
        (await judgeCode(ctx, tx, { ...input, userId: null })) ?? grantToken(ctx, tx, input),
    );
  if (verdict instanceof DomainError) throw verdict;
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
