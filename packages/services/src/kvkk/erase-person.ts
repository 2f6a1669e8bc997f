import type { Tx } from "@oto/db";
import { audit, newId } from "@oto/db";
import type { RetentionRuleName } from "@oto/domain";
import { DomainError } from "@oto/domain";
import type { Platform } from "../context";

interface Destruction {
  rule: RetentionRuleName;
  method: "DELETED" | "ANONYMISED" | "KEPT";
  /** Table. */
  subject: string;
  rows: number;
}

/** Adds lines to the log of destructions: what kind of data, how many rows, by which rule. */
export async function logDestructions(
  platform: Platform,
  tx: Tx,
  { requestId, entries }: { requestId: string | null; entries: readonly Destruction[] },
): Promise<void> {
  const kept = entries.filter(({ rows }) => rows > 0);
  await tx.destructionEntry.createMany({
    data: kept.map((entry) => ({ id: newId(), requestId, ...entry, createdAt: platform.now() })),
  });
}

/** Deletes what only served the account. */
async function deleteRows(tx: Tx, userId: string, phone: string | null): Promise<Destruction[]> {
  const where = { userId };
  const counts = {
    session: await tx.session.deleteMany({ where }),
    trusted_device: await tx.trustedDevice.deleteMany({ where }),
    recovery_code: await tx.recoveryCode.deleteMany({ where }),
    email_token: await tx.emailToken.deleteMany({ where }),
    notification: await tx.notification.deleteMany({ where }),
    notification_preference: await tx.notificationPreference.deleteMany({ where }),
    favorite: await tx.favorite.deleteMany({ where }),
    saved_search: await tx.savedSearch.deleteMany({ where }),
    recent_search: await tx.recentSearch.deleteMany({ where }),
    notification_setting: await tx.notificationSetting.deleteMany({ where }),
    push_subscription: await tx.pushSubscription.deleteMany({ where }),
    message_delivery: await tx.messageDelivery.deleteMany({ where }),
    membership: await tx.membership.deleteMany({ where }),
    chat_reader: await tx.chatReader.deleteMany({ where }),
    otp_challenge: await tx.otpChallenge.deleteMany({
      where: phone ? { OR: [{ userId }, { phone }] } : { userId },
    }),
  };
  return Object.entries(counts).map(([subject, { count }]) => ({
    rule: "account",
    method: "DELETED",
    subject,
    rows: count,
  }));
}

/** Counts what the law makes us keep. */
async function keptRows(tx: Tx, userId: string): Promise<Destruction[]> {
  return [
    {
      rule: "consent",
      method: "KEPT",
      subject: "consent",
      rows: await tx.consent.count({ where: { userId } }),
    },
    {
      rule: "deal",
      method: "KEPT",
      subject: "offer_round",
      rows: await tx.offerRound.count({ where: { actorId: userId } }),
    },
    {
      rule: "chat",
      method: "KEPT",
      subject: "chat_message",
      rows: await tx.chatMessage.count({ where: { senderId: userId } }),
    },
    {
      rule: "audit",
      method: "KEPT",
      subject: "audit_entry",
      rows: await tx.auditEntry.count({ where: { actorId: userId } }),
    },
  ];
}

/**
 * Erases a person by rule: what served the account goes, what stands in deals and in the audit
 * trail stays under a number that names nobody any more. KVKK art. 7.
 * @throws DomainError `kvkk.owner_must_hand_over` for whoever came to own a gallery meanwhile
 */
export async function erasePerson(
  platform: Platform,
  tx: Tx,
  { userId, requestId }: { userId: string; requestId: string },
): Promise<void> {
  await tx.$queryRaw`select id from app_user where id = ${userId}::uuid for update`;
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { phone: true, erasedAt: true },
  });
  if (!user || user.erasedAt) return;
  const owned = await tx.membership.count({ where: { userId, role: "OWNER" } });
  if (owned > 0) throw new DomainError("kvkk.owner_must_hand_over");
  const deleted = await deleteRows(tx, userId, user.phone);
  await tx.consent.updateMany({ where: { userId }, data: { ip: null } });
  // What was said stays as long as the other side may need it, under nobody's name.
  await tx.chatMessage.updateMany({ where: { senderId: userId }, data: { senderName: null } });
  await tx.user.update({
    where: { id: userId },
    data: {
      phone: null,
      email: `${userId}@erased.invalid`,
      firstName: "Silinmiş",
      lastName: "Kullanıcı",
      // No text has this as its hash.
      passwordHash: "erased",
      platformRole: null,
      totpCipher: null,
      totpConfirmedAt: null,
      emailVerifiedAt: null,
      erasedAt: platform.now(),
    },
    select: { id: true },
  });
  const anonymised = {
    rule: "account",
    method: "ANONYMISED",
    subject: "app_user",
    rows: 1,
  } as const;
  const entries = [...deleted, anonymised, ...(await keptRows(tx, userId))];
  await logDestructions(platform, tx, { requestId, entries });
  await audit(tx, {
    action: "kvkk.erase",
    entityType: "user",
    entityId: userId,
    galleryId: null,
    actorId: null,
    after: { requestId },
  });
}
