import { SendRefusedError } from "@oto/adapters";
import type { Tx } from "@oto/db";
import type { Locale } from "@oto/domain";
import { localeField } from "@oto/domain";
import { z } from "zod";
import type { Platform } from "../context";
import { otpBox } from "./otp.service";

const REASON = "codes are sent before anybody knows whose phone it is";

const sealedCode = z.object({ code: z.string(), locale: localeField });

const TEXTS: Record<Locale, (code: string) => string> = {
  tr: (code) => `Kontak doğrulama kodunuz: ${code}. 3 dakika geçerlidir. Kimseyle paylaşmayın.`,
  en: (code) => `Your Kontak code: ${code}. Valid for 3 minutes. Do not share it.`,
};

/**
 * Sends the code of a challenge by SMS, at most once whatever is delivered twice. Nothing is sent
 * for a challenge that is over, or that was never to be sent.
 */
export async function sendOtp(
  platform: Platform,
  { challengeId, idempotencyKey }: { challengeId: string; idempotencyKey: string },
): Promise<void> {
  const challenge = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.otpChallenge.findUnique({
      where: { id: challengeId },
      select: { phone: true, codeCipher: true, expiresAt: true, consumedAt: true },
    }),
  );
  if (!challenge?.codeCipher || challenge.consumedAt || challenge.expiresAt <= platform.now()) {
    return;
  }
  const { code, locale } = sealedCode.parse(
    JSON.parse(otpBox(platform).open(challenge.codeCipher)),
  );
  try {
    await platform.adapters.sms.send({
      to: challenge.phone,
      template: "otp",
      text: TEXTS[locale](code),
      idempotencyKey,
    });
  } catch (error) {
    if (!(error instanceof SendRefusedError)) throw error;
    // No retry mends a number that the provider refuses; the person sees no code and asks again.
    platform.logger.warn(
      { challengeId, providerCode: error.code },
      "code not accepted by provider",
    );
  }
}

/** Erases what the sender no longer needs. */
export async function forgetOtpCode(tx: Tx, challengeId: string): Promise<void> {
  await tx.otpChallenge.updateMany({ where: { id: challengeId }, data: { codeCipher: null } });
}
