import type { Prisma, Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { DeliveryDecision } from "@oto/domain";
import { decideDeliveries, KEEP_TRYING_MS } from "@oto/domain";
import { messageDefinition } from "../catalogue";
import { readReaders } from "../reader.repo";

/** Something that people are to hear of outside of the app. */
export interface Occasion {
  /** Once a person, channel and key, however often it is written. */
  readonly key: string;
  readonly type: string;
  readonly userIds: readonly string[];
  readonly galleryId: string | null;
  readonly params: Prisma.InputJsonObject;
  /** Path inside the panel. */
  readonly href: string | null;
}

type Row = Prisma.MessageDeliveryCreateManyInput;

function rowOf(
  decision: DeliveryDecision,
  now: Date,
): Pick<Row, "channel" | "lane" | "state" | "reason" | "dueAt" | "expiresAt" | "settledAt"> {
  const { channel } = decision;
  switch (decision.kind) {
    case "send":
      return {
        channel,
        lane: decision.lane,
        state: "PENDING",
        reason: decision.deferred ? "quiet_hours" : null,
        dueAt: decision.at,
        expiresAt: new Date(decision.at.getTime() + KEEP_TRYING_MS[decision.lane]),
        settledAt: null,
      };
    case "hold":
      return {
        channel,
        lane: "bulk",
        state: "HELD",
        reason: "digest",
        dueAt: decision.until,
        settledAt: null,
      };
    case "suppress":
      return {
        channel,
        lane: "bulk",
        state: "SUPPRESSED",
        reason: decision.reason,
        dueAt: now,
        settledAt: now,
      };
  }
}

/**
 * Decides by which channels each of the people hears of it and when, and writes what is to be sent.
 * In the transaction of the cause; sending is the senders' work.
 */
export async function writeDeliveries(tx: Tx, occasion: Occasion, now: Date): Promise<void> {
  const { galleryId, href, key, params, type, userIds } = occasion;
  const definition = messageDefinition(type);
  if (!definition || definition.appOnly || userIds.length === 0) return;
  const nature = {
    urgent: definition.urgent ?? false,
    commercial: definition.commercial ?? false,
  };
  const readers = await readReaders(tx, { userIds, type, now });
  const rows: Row[] = [...readers].flatMap(([userId, reader]) =>
    decideDeliveries(nature, reader, now).map((decision) => ({
      id: newId(),
      dedupeKey: key,
      recipientKey: userId,
      userId,
      galleryId,
      type,
      params,
      href,
      createdAt: now,
      ...rowOf(decision, now),
    })),
  );
  if (rows.length > 0) await tx.messageDelivery.createMany({ data: rows, skipDuplicates: true });
}
