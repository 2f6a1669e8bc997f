import type { DigestMode } from "@oto/domain";
import { DIGEST_MODES } from "@oto/domain";
import type { SessionContext } from "../context";
import type { NotificationSettingsInput } from "./notification.input";
import type { NotificationSettingsView } from "./notification.views";

const REASON = "settings belong to people, not to galleries";

/** When the caller wants silence and a digest. */
export async function getSettings(ctx: SessionContext): Promise<NotificationSettingsView> {
  const { userId } = ctx.identity;
  const row = await ctx.database
    .unsafeSystem(REASON)
    .read((tx) => tx.notificationSetting.findUnique({ where: { userId } }));
  const [from, until] = [row?.quietFrom ?? null, row?.quietUntil ?? null];
  const digest: DigestMode = DIGEST_MODES.find((known) => known === row?.digest) ?? "OFF";
  return {
    quiet: from === null || until === null ? null : { from, until },
    digest,
    digestHour: row?.digestHour ?? 9,
  };
}

/** Sets the caller's quiet hours and digest. What is held already goes out with its slot. */
export async function setSettings(
  ctx: SessionContext,
  input: NotificationSettingsInput,
): Promise<NotificationSettingsView> {
  const { userId } = ctx.identity;
  const data = {
    quietFrom: input.quiet?.from ?? null,
    quietUntil: input.quiet?.until ?? null,
    digest: input.digest,
    digestHour: input.digestHour,
  };
  await ctx.database.unsafeSystem(REASON).write((tx) =>
    tx.notificationSetting.upsert({
      where: { userId },
      create: { userId, ...data },
      update: data,
      select: { userId: true },
    }),
  );
  return getSettings(ctx);
}
