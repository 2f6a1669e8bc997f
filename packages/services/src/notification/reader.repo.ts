import type { Tx } from "@oto/db";
import type { DigestMode, MessageChannel, Reader } from "@oto/domain";
import { DIGEST_MODES, MESSAGE_CHANNELS } from "@oto/domain";
import { messageDefinition } from "./catalogue";

const DAY_MS = 86_400_000;

/** A person's own choices; what they never touched follows the catalogue. */
export interface StoredPreference {
  userId: string;
  type: string;
  channel: string;
  enabled: boolean;
}

/** Whether a person wants a kind of message by a channel. */
export function isWanted(
  stored: readonly StoredPreference[],
  want: { userId: string; type: string; channel: MessageChannel },
): boolean {
  const own = stored.find(
    ({ channel, type, userId }) =>
      userId === want.userId && type === want.type && channel === want.channel,
  );
  return own?.enabled ?? messageDefinition(want.type)?.channels.includes(want.channel) ?? false;
}

async function recentCounts(tx: Tx, userIds: string[], now: Date) {
  const rows = await tx.messageDelivery.groupBy({
    by: ["userId", "channel"],
    where: {
      userId: { in: userIds },
      createdAt: { gt: new Date(now.getTime() - DAY_MS) },
      state: { notIn: ["SUPPRESSED", "DIGESTED", "HELD", "DROPPED"] },
    },
    _count: true,
  });
  return (userId: string) => {
    const of = (channel: MessageChannel) =>
      rows.find((row) => row.userId === userId && row.channel === channel)?._count ?? 0;
    return { email: of("email"), sms: of("sms"), push: of("push") };
  };
}

/** Who agreed to commercial messages: the newest decision of each counts. */
async function consenting(tx: Tx, userIds: string[]): Promise<Set<string>> {
  const rows = await tx.consent.findMany({
    where: { userId: { in: userIds }, kind: "marketing" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    distinct: ["userId"],
    select: { userId: true, granted: true },
  });
  return new Set(rows.filter(({ granted }) => granted).map(({ userId }) => userId));
}

const modeOf = (mode: string | undefined): DigestMode =>
  DIGEST_MODES.find((known) => known === mode) ?? "OFF";

/**
 * The people as the rule of deliveries needs to know them, in a fixed number of queries. Holds each
 * of them until the end of the transaction, so that two events cannot both take the last message
 * below a cap.
 */
export async function readReaders(
  tx: Tx,
  { userIds, type, now }: { userIds: readonly string[]; type: string; now: Date },
): Promise<Map<string, Reader>> {
  const ids = [...new Set(userIds)].sort();
  if (ids.length === 0) return new Map();
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('deliveries:' || id, 0))
      from unnest(${ids}::text[]) as id`;
  const topic = messageDefinition(type)?.asIf ?? type;
  const users = await tx.user.findMany({
    where: { id: { in: ids }, erasedAt: null },
    select: {
      id: true,
      phone: true,
      notificationSetting: true,
      _count: { select: { pushSubscriptions: true } },
    },
  });
  const stored = await tx.notificationPreference.findMany({
    where: { userId: { in: ids }, type: topic },
    select: { userId: true, type: true, channel: true, enabled: true },
  });
  const recent = await recentCounts(tx, ids, now);
  const consents = messageDefinition(type)?.commercial
    ? await consenting(tx, ids)
    : new Set<string>();
  return new Map(
    users.map(({ id, phone, notificationSetting: setting, _count }) => {
      const wanted = MESSAGE_CHANNELS.filter((channel) =>
        isWanted(stored, { userId: id, type: topic, channel }),
      );
      const reachable: MessageChannel[] = ["email"];
      if (phone) reachable.push("sms");
      if (_count.pushSubscriptions > 0) reachable.push("push");
      const [from, until] = [setting?.quietFrom ?? null, setting?.quietUntil ?? null];
      const reader: Reader = {
        wanted: new Set(wanted),
        reachable: new Set(reachable),
        quiet: from === null || until === null ? null : { from, until },
        digest: { mode: modeOf(setting?.digest), hour: setting?.digestHour ?? 9 },
        consented: consents.has(id),
        recent: recent(id),
      };
      return [id, reader] as const;
    }),
  );
}
