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

type Counts = Readonly<Record<MessageChannel, number>>;

/** What people were sent within a day. */
async function recentCounts(
  tx: Tx,
  userIds: string[],
  now: Date,
): Promise<(userId: string) => Counts> {
  const since = new Date(now.getTime() - DAY_MS);
  // The states stand in the text, so that the index of what counts is seen to fit.
  const rows = await tx.$queryRaw<{ userId: string; channel: string; count: number }[]>`
    select user_id as "userId", channel, count(*)::int as count from message_delivery
    where user_id = any(${userIds}::uuid[]) and created_at > ${since}
      and state not in ('SUPPRESSED', 'DIGESTED', 'HELD', 'DROPPED')
    group by user_id, channel`;
  const counts = new Map(rows.map((row) => [`${row.userId} ${row.channel}`, row.count]));
  return (userId) => {
    const of = (channel: MessageChannel) => counts.get(`${userId} ${channel}`) ?? 0;
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

const isCommercial = (type: string): boolean => messageDefinition(type)?.commercial ?? false;
const topicOf = (type: string): string => messageDefinition(type)?.asIf ?? type;

/** Holds people until the end of the transaction. */
async function holdPeople(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('deliveries:' || id, 0))
      from unnest(${ids}::text[]) as id`;
}

/**
 * The people as the rule of deliveries needs to know them for kinds of messages, in a fixed number
 * of queries. Holds each of them until the end of the transaction, so that two events cannot both
 * take the last message below a cap.
 *
 * @returns a person for a kind; undefined for whoever is gone
 */
export async function readReaders(
  tx: Tx,
  { userIds, types, now }: { userIds: readonly string[]; types: readonly string[]; now: Date },
): Promise<(userId: string, type: string) => Reader | undefined> {
  const ids = [...new Set(userIds)].sort();
  if (ids.length === 0) return () => undefined;
  await holdPeople(tx, ids);
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
    where: { userId: { in: ids }, type: { in: [...new Set(types.map(topicOf))] } },
    select: { userId: true, type: true, channel: true, enabled: true },
  });
  const recent = await recentCounts(tx, ids, now);
  const consents = types.some(isCommercial) ? await consenting(tx, ids) : new Set<string>();
  const known = new Map(users.map((user) => [user.id, user]));
  return (userId, type) => {
    const user = known.get(userId);
    if (!user) return undefined;
    const { notificationSetting: setting, phone, _count } = user;
    const reachable: MessageChannel[] = ["email"];
    if (phone) reachable.push("sms");
    if (_count.pushSubscriptions > 0) reachable.push("push");
    const [from, until] = [setting?.quietFrom ?? null, setting?.quietUntil ?? null];
    const want = { userId, type: topicOf(type) };
    return {
      wanted: new Set(MESSAGE_CHANNELS.filter((channel) => isWanted(stored, { ...want, channel }))),
      reachable: new Set(reachable),
      quiet: from === null || until === null ? null : { from, until },
      digest: { mode: modeOf(setting?.digest), hour: setting?.digestHour ?? 9 },
      consented: consents.has(userId),
      recent: recent(userId),
    };
  };
}
