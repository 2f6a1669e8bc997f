import type { Prisma, Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { DeliveryDecision, MessageChannel, Reader } from "@oto/domain";
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

/** Counts what is sent on top of what was, so that occasions written together keep the caps. */
class SentMeanwhile {
  readonly #sent = new Map<string, number>();

  on(userId: string, { recent, ...reader }: Reader): Reader {
    const more = (channel: MessageChannel) =>
      recent[channel] + (this.#sent.get(`${userId} ${channel}`) ?? 0);
    return {
      ...reader,
      recent: { email: more("email"), sms: more("sms"), push: more("push") },
    };
  }

  note(userId: string, decisions: readonly DeliveryDecision[]): void {
    for (const { channel, kind } of decisions) {
      const key = `${userId} ${channel}`;
      if (kind === "send") this.#sent.set(key, (this.#sent.get(key) ?? 0) + 1);
    }
  }
}

/** Whether anybody hears of it outside of the app. */
function leavesTheApp({ type, userIds }: Occasion): boolean {
  const definition = messageDefinition(type);
  return definition !== undefined && !definition.appOnly && userIds.length > 0;
}

/**
 * Decides by which channels each of the people hears of each occasion and when, and writes what is
 * to be sent. In the transaction of the cause; sending is the senders' work.
 */
export async function writeDeliveries(
  tx: Tx,
  occasions: readonly Occasion[],
  now: Date,
): Promise<void> {
  const told = occasions.filter(leavesTheApp);
  if (told.length === 0) return;
  const readerFor = await readReaders(tx, {
    userIds: told.flatMap(({ userIds }) => userIds),
    types: told.map(({ type }) => type),
    now,
  });
  const meanwhile = new SentMeanwhile();
  const rows: Row[] = told.flatMap(({ galleryId, href, key, params, type, userIds }) => {
    const { urgent = false, commercial = false } = messageDefinition(type) ?? {};
    return [...new Set(userIds)].flatMap((userId) => {
      const reader = readerFor(userId, type);
      if (!reader) return [];
      const decisions = decideDeliveries({ urgent, commercial }, meanwhile.on(userId, reader), now);
      meanwhile.note(userId, decisions);
      const about = { dedupeKey: key, recipientKey: userId, userId, galleryId, type, params, href };
      return decisions.map((decision) => ({
        id: newId(),
        ...about,
        createdAt: now,
        ...rowOf(decision, now),
      }));
    });
  });
  if (rows.length > 0) await tx.messageDelivery.createMany({ data: rows, skipDuplicates: true });
}
