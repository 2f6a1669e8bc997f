import type { Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { Lane, MessageChannel } from "@oto/domain";

/** A message outside of the preferences: what it is about is read when it is sent. */
export interface SystemDelivery {
  readonly key: string;
  readonly type: string;
  readonly channel: MessageChannel;
  readonly lane: Lane;
  /** What it is addressed through: a challenge, a person. */
  readonly recipientKey: string;
  readonly userId: string | null;
  readonly expiresAt: Date;
  readonly now: Date;
}

/** Writes a message to be sent at once, in the transaction of the cause; once a key. */
export async function writeSystemDelivery(tx: Tx, delivery: SystemDelivery): Promise<void> {
  const { key, now, ...row } = delivery;
  await tx.messageDelivery.createMany({
    data: { id: newId(), dedupeKey: key, state: "PENDING", dueAt: now, createdAt: now, ...row },
    skipDuplicates: true,
  });
}
