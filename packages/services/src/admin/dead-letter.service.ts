import type { Prisma, Tx } from "@oto/db";
import { audit } from "@oto/db";
import { DomainError } from "@oto/domain";
import { z } from "zod";
import type { StaffContext } from "../context";
import type { Page } from "../paging";
import { decodeCursor, toPage } from "../paging";
import type { DeadLetterIdInput, DeadLetterListInput } from "./admin.input";
import type { DeadLetterView } from "./admin.views";

const REASON = "dead letters are the platform's";

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * What consumers gave up on, newest first.
 * @throws DomainError `input.invalid` for a cursor of another list
 */
export async function listDeadLetters(
  ctx: StaffContext,
  input: DeadLetterListInput,
): Promise<Page<DeadLetterView>> {
  const cursor = decodeCursor(input.cursor, position);
  const at = cursor && new Date(cursor[0]);
  const where: Prisma.DeadLetterWhereInput = {
    resolvedAt: input.state === "open" ? null : { not: null },
    ...(input.consumerId ? { consumerId: input.consumerId } : {}),
    ...(cursor && at
      ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: cursor[1] } }] }
      : {}),
  };
  const rows = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.deadLetter.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: input.limit + 1,
    }),
  );
  return toPage(rows, input.limit, {
    item: (row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
    }),
    tuple: (row) => [row.createdAt.toISOString(), row.id],
  });
}

/** Of two people who press at once, one resolves it. */
async function resolve(
  ctx: StaffContext,
  tx: Tx,
  { id, resolution }: { id: string; resolution: "replayed" | "discarded" },
) {
  const [letter] = await tx.deadLetter.updateManyAndReturn({
    where: { id, resolvedAt: null },
    data: { resolvedAt: ctx.now(), resolution },
    select: { consumerId: true, eventId: true, message: true },
  });
  if (!letter) throw new DomainError("notfound");
  await audit(tx, {
    action: resolution === "replayed" ? "admin.deadLetters.replay" : "admin.deadLetters.discard",
    entityType: "dead_letter",
    entityId: id,
    galleryId: null,
    actorId: ctx.identity.userId,
    after: { consumerId: letter.consumerId, eventId: letter.eventId },
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
  return letter;
}

const storedMessage = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.number(),
  aggregateType: z.string(),
  aggregateId: z.uuid(),
  galleryId: z.uuid().nullable(),
  occurredAt: z.iso.datetime(),
  payload: z.unknown(),
  traceparent: z.string().optional(),
});

/**
 * Puts the event back into the outbox. The relay publishes it again to all its consumers; those
 * that have handled it find it in their inbox and do nothing.
 */
async function publishAgain(tx: Tx, message: unknown): Promise<void> {
  const stored = storedMessage.safeParse(message);
  if (!stored.success) throw new DomainError("input.invalid");
  const event = stored.data;
  const payload = event.payload as Prisma.InputJsonValue;
  await tx.outboxEvent.upsert({
    where: { id: event.id },
    update: { publishedAt: null },
    create: { ...event, payload, traceparent: event.traceparent ?? null },
    select: { id: true },
  });
  await tx.$executeRaw`select pg_notify('outbox', '')`;
}

/**
 * Delivers a dead letter again, once its cause is mended. If it fails again it comes back.
 * @throws DomainError `notfound` when there is none, or it is resolved already; `input.invalid` for
 *   a message that could not be read, which can only be discarded
 */
export async function replayDeadLetter(
  ctx: StaffContext,
  input: DeadLetterIdInput,
): Promise<{ deadLetterId: string; resolution: "replayed" }> {
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const id = input.deadLetterId;
    const { message } = await resolve(ctx, tx, { id, resolution: "replayed" });
    await publishAgain(tx, message);
  });
  return { deadLetterId: input.deadLetterId, resolution: "replayed" };
}

/**
 * Gives a dead letter up for good; it stays on record.
 * @throws DomainError `notfound` when there is none, or it is resolved already
 */
export async function discardDeadLetter(
  ctx: StaffContext,
  input: DeadLetterIdInput,
): Promise<{ deadLetterId: string; resolution: "discarded" }> {
  await ctx.database
    .unsafeSystem(REASON)
    .write((tx) => resolve(ctx, tx, { id: input.deadLetterId, resolution: "discarded" }));
  return { deadLetterId: input.deadLetterId, resolution: "discarded" };
}
