import type { Tx } from "@oto/db";
import type { SessionContext } from "../context";
import type {
  NotificationChannel,
  NotificationSetPreferencesInput,
  NotificationTopic,
} from "./notification.input";
import { NOTIFICATION_CHANNELS, NOTIFICATION_TOPICS } from "./notification.input";
import type { NotificationPreferencesView } from "./notification.views";

const REASON = "preferences belong to people, not to galleries";

/** What is sent as long as a person has not said otherwise. */
const DEFAULTS: Readonly<Partial<Record<string, readonly NotificationChannel[]>>> = {
  "offer.created": ["email"],
  "offer.accepted": ["email", "sms"],
  "offer.rejected": ["email"],
  "reservation.cancelled": ["email"],
  "reservation.completed": ["email"],
} satisfies Partial<Record<NotificationTopic, readonly NotificationChannel[]>>;

interface Stored {
  userId: string;
  type: string;
  channel: string;
  enabled: boolean;
}

function isWanted(
  stored: readonly Stored[],
  want: { userId: string; type: string; channel: NotificationChannel },
): boolean {
  const own = stored.find(
    ({ channel, type, userId }) =>
      userId === want.userId && type === want.type && channel === want.channel,
  );
  return own?.enabled ?? DEFAULTS[want.type]?.includes(want.channel) ?? false;
}

/** The channels by which each of the people wants to hear about a topic. */
export async function channelsOf(
  tx: Tx,
  about: { userIds: readonly string[]; type: string },
): Promise<Map<string, Set<NotificationChannel>>> {
  const { type, userIds } = about;
  const stored = await tx.notificationPreference.findMany({
    where: { userId: { in: [...userIds] }, type },
    select: { userId: true, type: true, channel: true, enabled: true },
  });
  return new Map(
    userIds.map((userId) => [
      userId,
      new Set(
        NOTIFICATION_CHANNELS.filter((channel) => isWanted(stored, { userId, type, channel })),
      ),
    ]),
  );
}

/** The caller's choice for every topic and channel. */
export async function getPreferences(ctx: SessionContext): Promise<NotificationPreferencesView> {
  const { userId } = ctx.identity;
  const stored = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.notificationPreference.findMany({
      where: { userId },
      select: { userId: true, type: true, channel: true, enabled: true },
    }),
  );
  return {
    items: NOTIFICATION_TOPICS.flatMap((type) =>
      NOTIFICATION_CHANNELS.map((channel) => ({
        type,
        channel,
        enabled: isWanted(stored, { userId, type, channel }),
      })),
    ),
  };
}

/** Changes the caller's choice; what is not named stays. */
export async function setPreferences(
  ctx: SessionContext,
  input: NotificationSetPreferencesInput,
): Promise<NotificationPreferencesView> {
  const { userId } = ctx.identity;
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    for (const { channel, enabled, type } of input.items) {
      await tx.notificationPreference.upsert({
        where: { userId_type_channel: { userId, type, channel } },
        create: { userId, type, channel, enabled },
        update: { enabled },
        select: { userId: true },
      });
    }
  });
  return getPreferences(ctx);
}
