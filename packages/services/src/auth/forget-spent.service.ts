import type { Platform } from "../context";
import { rotateSigningKeys } from "./signing-keys";

const REASON = "spent credentials and delivered events are the platform's to clean up";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Deletes what has served: codes and tokens, sessions long ended, answers kept for repeated calls,
 * delivered events and what screens followed. Also takes its turn at the signing keys.
 * @returns rows deleted
 */
export async function forgetSpentCredentials(platform: Platform): Promise<number> {
  const now = platform.now().getTime();
  const before = (ageMs: number) => ({ lt: new Date(now - ageMs) });
  const db = platform.database.unsafeSystem(REASON);
  // Challenges stay for the daily cap's window and a little longer.
  const purges = [
    db.write((tx) => tx.otpChallenge.deleteMany({ where: { createdAt: before(2 * DAY_MS) } })),
    db.write((tx) => tx.emailToken.deleteMany({ where: { expiresAt: before(2 * DAY_MS) } })),
    db.write((tx) => tx.trustedDevice.deleteMany({ where: { expiresAt: before(0) } })),
    db.write((tx) => tx.phoneToken.deleteMany({ where: { expiresAt: before(DAY_MS) } })),
    db.write((tx) => tx.wsTicket.deleteMany({ where: { expiresAt: before(HOUR_MS) } })),
    db.write((tx) => tx.refreshToken.deleteMany({ where: { expiresAt: before(DAY_MS) } })),
    db.write((tx) => tx.session.deleteMany({ where: { expiresAt: before(30 * DAY_MS) } })),
    db.write((tx) => tx.idempotencyKey.deleteMany({ where: { createdAt: before(DAY_MS) } })),
    db.write((tx) => tx.inboxEntry.deleteMany({ where: { processedAt: before(30 * DAY_MS) } })),
    db.write((tx) => tx.outboxEvent.deleteMany({ where: { publishedAt: before(7 * DAY_MS) } })),
    db.write((tx) => tx.galleryFeed.deleteMany({ where: { createdAt: before(7 * DAY_MS) } })),
  ];
  const results = await Promise.all(purges);
  await rotateSigningKeys(platform);
  return results.reduce((sum, { count }) => sum + count, 0);
}
