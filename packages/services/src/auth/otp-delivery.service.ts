import type { Tx } from "@oto/db";
import type { Locale } from "@oto/domain";
import { localeField } from "@oto/domain";
import { z } from "zod";
import type { Platform } from "../context";
import { writeSystemDelivery } from "../notification/deliveries/write-system-delivery";
import { otpBox } from "./otp.service";
import { otpDelivery } from "./otp-message";

const REASON = "codes are sent before anybody knows whose phone it is";

const sealedCode = z.object({ code: z.string(), locale: localeField });

/** A code on its way to a phone. */
export interface OtpMessage {
  phone: string;
  code: string;
  locale: Locale;
}

/** The code of a challenge; null for one that is over, or that was never to be sent. */
export async function readOtp(platform: Platform, challengeId: string): Promise<OtpMessage | null> {
  const challenge = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.otpChallenge.findUnique({
      where: { id: challengeId },
      select: { phone: true, codeCipher: true, expiresAt: true, consumedAt: true },
    }),
  );
  if (!challenge?.codeCipher || challenge.consumedAt || challenge.expiresAt <= platform.now()) {
    return null;
  }
  const sealed = JSON.parse(otpBox(platform).open(challenge.codeCipher));
  return { phone: challenge.phone, ...sealedCode.parse(sealed) };
}

/**
 * Makes sure that the code of a challenge is in the senders' lane for codes. The challenge itself
 * puts it there; this finds those that a process of before did not, at most once whatever is
 * delivered twice. Nothing is written for a challenge that is over, or that was never to be sent.
 */
export async function queueOtp(platform: Platform, tx: Tx, challengeId: string): Promise<void> {
  const challenge = await tx.otpChallenge.findUnique({
    where: { id: challengeId },
    select: { codeCipher: true, expiresAt: true, consumedAt: true },
  });
  const now = platform.now();
  if (!challenge?.codeCipher || challenge.consumedAt || challenge.expiresAt <= now) return;
  const { expiresAt } = challenge;
  await writeSystemDelivery(tx, otpDelivery({ challengeId, expiresAt, now }));
}

/** Erases what the sender no longer needs. */
export async function forgetOtpCode(tx: Tx, challengeId: string): Promise<void> {
  await tx.otpChallenge.updateMany({ where: { id: challengeId }, data: { codeCipher: null } });
}
