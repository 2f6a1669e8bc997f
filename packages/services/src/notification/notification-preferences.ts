import { MESSAGE_CHANNELS } from "@oto/domain";
import type { SessionContext } from "../context";
import type { NewsType } from "./catalogue";
import { MESSAGES, messageDefinition, NOTIFICATION_TOPICS } from "./catalogue";
import { MESSAGE_GROUPS } from "./catalogue/define-messages";
import type { NotificationSetPreferencesInput } from "./notification.input";
import type { NotificationPreferencesView } from "./notification.views";
import { isWanted } from "./reader.repo";

const REASON = "preferences belong to people, not to galleries";

/** Kinds in the order of their sections. */
const TOPICS = MESSAGE_GROUPS.flatMap((group) =>
  NOTIFICATION_TOPICS.filter((type) => MESSAGES[type].group === group),
);

function natureOf(type: NewsType) {
  const { commercial = false, urgent = false } = messageDefinition(type) ?? {};
  return { urgent, commercial };
}

/** The caller's choice for every kind and channel, with the kinds' names in their language. */
export async function getPreferences(ctx: SessionContext): Promise<NotificationPreferencesView> {
  const { userId } = ctx.identity;
  const { locale } = ctx.origin;
  const stored = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.notificationPreference.findMany({
      where: { userId },
      select: { userId: true, type: true, channel: true, enabled: true },
    }),
  );
  return {
    topics: TOPICS.map((type) => ({
      type,
      group: MESSAGES[type].group,
      title: MESSAGES[type].title[locale],
      ...natureOf(type),
    })),
    items: TOPICS.flatMap((type) =>
      MESSAGE_CHANNELS.map((channel) => ({
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
