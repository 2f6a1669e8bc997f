import type { Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { PublicContext } from "../context";
import { LIFETIMES } from "./auth-limits";
import { hashToken, newToken } from "./secrets";

/** Remembers the caller's device: the second factor is not asked there for a month. */
export async function trustDevice(ctx: PublicContext, tx: Tx, userId: string): Promise<string> {
  const token = newToken();
  const now = ctx.now();
  await tx.trustedDevice.create({
    data: {
      id: newId(),
      userId,
      tokenHash: hashToken(token),
      userAgent: ctx.origin.userAgent,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFETIMES.trustedDevice),
    },
    select: { id: true },
  });
  return token;
}

/** Whether a device was remembered for this person and still is. */
export async function isTrustedDevice(
  tx: Tx,
  { userId, deviceToken, now }: { userId: string; deviceToken: string; now: Date },
): Promise<boolean> {
  const known = await tx.trustedDevice.count({
    where: { userId, tokenHash: hashToken(deviceToken), expiresAt: { gt: now } },
  });
  return known > 0;
}

/** Asks for the second factor on every device again. */
export async function forgetDevices(tx: Tx, userId: string): Promise<void> {
  await tx.trustedDevice.deleteMany({ where: { userId } });
}
