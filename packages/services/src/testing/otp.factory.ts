import type { OtpPurpose } from "@oto/domain";
import { requestOtp, verifyOtp } from "../auth/otp.service";
import { queueOtp } from "../auth/otp-delivery.service";
import type { PublicContext } from "../context";
import { sendDue } from "../notification/deliveries/send-due.service";

const REASON = "tests look at what was asked for";

/**
 * Delivers what was asked for last, as the worker would, and reads the code from the mailbox. Null
 * where nothing was to be sent.
 */
export async function deliverCode(ctx: PublicContext, phone: string): Promise<string | null> {
  const db = ctx.database.unsafeSystem(REASON);
  const challenge = await db.read((tx) =>
    tx.otpChallenge.findFirstOrThrow({
      where: { phone },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { id: true },
    }),
  );
  await db.write((tx) => queueOtp(ctx, tx, challenge.id));
  // It may have been taken along with another one: sent it is all the same.
  const open = { recipientKey: challenge.id, settledAt: null };
  while ((await db.read((tx) => tx.messageDelivery.count({ where: open }))) > 0) {
    await sendDue(ctx, "otp");
  }
  const sent = { recipientKey: challenge.id, state: "SENT" };
  if ((await db.read((tx) => tx.messageDelivery.count({ where: sent }))) === 0) return null;
  const [newest] = await ctx.adapters.mailbox.list({ to: phone, limit: 1 });
  return newest?.text.match(/\d{6}/)?.[0] ?? null;
}

/** Asks for a code and reads it. */
export async function obtainCode(
  ctx: PublicContext,
  phone: string,
  purpose: OtpPurpose = "register",
): Promise<string> {
  await requestOtp(ctx, { phone, purpose });
  const code = await deliverCode(ctx, phone);
  if (!code) throw new Error("no code was sent");
  return code;
}

/** The single-use proof of a phone. */
export async function obtainPhoneToken(
  ctx: PublicContext,
  phone: string,
  purpose: OtpPurpose = "register",
): Promise<string> {
  const code = await obtainCode(ctx, phone, purpose);
  const { token } = await verifyOtp(ctx, { phone, purpose, code });
  return token;
}
