import type { Tx } from "@oto/db";
import { newId } from "@oto/db";
import { DIGEST_MODES, KEEP_TRYING_MS, nextDigestAt } from "@oto/domain";
import type { Platform } from "../../context";

const REASON = "digests are made for people of all galleries";
const READERS_AT_ONCE = 200;

interface DueReader {
  user_id: string;
  slot: Date;
}

/**
 * Puts what one person has waiting into one message. A slot has one digest: whoever comes after it
 * waits for the next.
 */
async function collectFor(platform: Platform, tx: Tx, { slot, user_id }: DueReader) {
  const now = platform.now();
  const id = newId();
  const { count } = await tx.messageDelivery.createMany({
    data: {
      id,
      dedupeKey: `digest:${slot.toISOString()}`,
      recipientKey: user_id,
      userId: user_id,
      type: "digest",
      channel: "email",
      lane: "bulk",
      state: "PENDING",
      dueAt: now,
      expiresAt: new Date(now.getTime() + KEEP_TRYING_MS.bulk),
      createdAt: now,
    },
    skipDuplicates: true,
  });
  const held = { userId: user_id, state: "HELD", dueAt: { lte: now } };
  if (count === 1) {
    await tx.messageDelivery.updateMany({
      where: held,
      data: { state: "DIGESTED", digestId: id, settledAt: now },
    });
    return;
  }
  const setting = await tx.notificationSetting.findUnique({
    where: { userId: user_id },
    select: { digest: true, digestHour: true },
  });
  const mode = DIGEST_MODES.find((known) => known === setting?.digest) ?? "OFF";
  const next = nextDigestAt(now, {
    mode: mode === "OFF" ? "HOURLY" : mode,
    hour: setting?.digestHour ?? 9,
  });
  await tx.messageDelivery.updateMany({ where: held, data: { dueAt: next ?? now } });
}

/**
 * Makes the digests that are due: one message a person and slot, whoever runs it and however often.
 * @returns how many people had something waiting
 */
export async function collectDigests(platform: Platform): Promise<number> {
  const { rows } = await platform.database.pool.query<DueReader>(
    `select user_id, max(due_at) as slot from message_delivery
      where state = 'HELD' and due_at <= $1 group by user_id order by 2 limit $2`,
    [platform.now(), READERS_AT_ONCE],
  );
  for (const row of rows) {
    await platform.database.unsafeSystem(REASON).write(async (tx) => {
      // Two workers at once: the second finds nothing held any more.
      await tx.$executeRaw`
        select pg_advisory_xact_lock(hashtextextended('deliveries:' || ${row.user_id}::text, 0))`;
      const waiting = await tx.messageDelivery.count({
        where: { userId: row.user_id, state: "HELD", dueAt: { lte: platform.now() } },
      });
      if (waiting > 0) await collectFor(platform, tx, row);
    });
  }
  return rows.length;
}
