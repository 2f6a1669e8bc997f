import type { Prisma } from "@oto/db";
import { audit } from "@oto/db";
import type { DeliveryState, Lane, MessageChannel } from "@oto/domain";
import { DELIVERY_STATES, DomainError, KEEP_TRYING_MS, LANES, MESSAGE_CHANNELS } from "@oto/domain";
import { z } from "zod";
import type { StaffContext } from "../context";
import { messageDefinition } from "../notification/catalogue";
import { systemMessage } from "../notification/catalogue/system.messages";
import { decodeCursor, toPage } from "../paging";
import type { DeliveryIdInput, DeliveryListInput, DeliverySumInput } from "./message.input";
import type {
  DeliveryDetailView,
  DeliveryListView,
  DeliverySumView,
  DeliveryView,
} from "./message.views";

const REASON = "the delivery log spans people of all galleries";
const DAY_MS = 86_400_000;
const position = z.tuple([z.iso.datetime(), z.uuid()]);

const FIELDS = {
  id: true,
  type: true,
  channel: true,
  lane: true,
  state: true,
  reason: true,
  recipient: true,
  provider: true,
  providerCode: true,
  costUnits: true,
  attempts: true,
  dueAt: true,
  createdAt: true,
  settledAt: true,
} as const satisfies Prisma.MessageDeliverySelect;

type Row = Prisma.MessageDeliveryGetPayload<{ select: typeof FIELDS }>;

/** What staff may have sent again: a code is kept nowhere, the rest says by itself what it was. */
const RETRYABLE: readonly string[] = ["FAILED", "UNCERTAIN"] satisfies DeliveryState[];
const isRetryable = ({ state, type }: { state: string; type: string }) =>
  RETRYABLE.includes(state) && type !== "otp";

function viewOf(row: Row, locale: "tr" | "en"): DeliveryView {
  const named = messageDefinition(row.type) ?? systemMessage(row.type);
  return {
    ...row,
    title: named?.title[locale] ?? row.type,
    channel:
      MESSAGE_CHANNELS.find((known): known is MessageChannel => known === row.channel) ?? "email",
    state: DELIVERY_STATES.find((known): known is DeliveryState => known === row.state) ?? "FAILED",
    dueAt: row.dueAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    retryable: isRetryable(row),
  };
}

function whereOf(ctx: StaffContext, filter: DeliverySumInput): Prisma.MessageDeliveryWhereInput {
  const { channel, days, provider, state, type, userId } = filter;
  return {
    createdAt: { gt: new Date(ctx.now().getTime() - days * DAY_MS) },
    ...(channel ? { channel } : {}),
    ...(provider ? { provider } : {}),
    ...(state ? { state } : {}),
    ...(type ? { type } : {}),
    ...(userId ? { userId } : {}),
  };
}

/** What was sent, waits or failed, newest first. */
export async function listDeliveries(
  ctx: StaffContext,
  input: DeliveryListInput,
): Promise<DeliveryListView> {
  const after = decodeCursor(input.cursor, position);
  const before = after
    ? [{ OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }]
    : [];
  const rows = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.messageDelivery.findMany({
      where: { ...whereOf(ctx, input), AND: before },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: input.limit + 1,
      select: FIELDS,
    }),
  );
  return toPage(rows, input.limit, {
    item: (row) => viewOf(row, ctx.origin.locale),
    tuple: (row) => [row.createdAt.toISOString(), row.id],
  });
}

/** How many of each state and channel, and what providers billed. */
export async function sumDeliveries(
  ctx: StaffContext,
  input: DeliverySumInput,
): Promise<DeliverySumView> {
  const where = whereOf(ctx, input);
  const { providers, states } = await ctx.database.unsafeSystem(REASON).read(async (tx) => ({
    states: await tx.messageDelivery.groupBy({ by: ["channel", "state"], where, _count: true }),
    providers: await tx.messageDelivery.groupBy({
      by: ["provider", "channel"],
      where: { ...where, AND: { provider: { not: null } } },
      _count: true,
      _sum: { costUnits: true },
    }),
  }));
  return {
    byState: states.map(({ _count, channel, state }) => ({ channel, state, count: _count })),
    byProvider: providers.map(({ _count, _sum, channel, provider }) => ({
      provider: provider ?? "",
      channel,
      count: _count,
      costUnits: _sum.costUnits ?? 0,
    })),
  };
}

/**
 * One delivery with everything that providers said to it.
 * @throws DomainError `notfound`
 */
export async function getDelivery(
  ctx: StaffContext,
  { deliveryId }: DeliveryIdInput,
): Promise<DeliveryDetailView> {
  const row = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.messageDelivery.findUnique({
      where: { id: deliveryId },
      select: {
        ...FIELDS,
        tries: {
          orderBy: [{ createdAt: "desc" }, { id: "desc" }],
          take: 100,
          select: {
            attempt: true,
            provider: true,
            outcome: true,
            code: true,
            detail: true,
            costUnits: true,
            tookMs: true,
            createdAt: true,
          },
        },
      },
    }),
  );
  if (!row) throw new DomainError("notfound");
  const { tries, ...delivery } = row;
  return {
    ...viewOf(delivery, ctx.origin.locale),
    tries: tries.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() })),
  };
}

/**
 * Has a failed or uncertain delivery sent again. Staff answer for an uncertain one: it may arrive
 * twice.
 * @throws DomainError `notfound`, `message.not_retryable`
 */
export async function retryDelivery(
  ctx: StaffContext,
  { deliveryId }: DeliveryIdInput,
): Promise<DeliveryDetailView> {
  const now = ctx.now();
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const row = await tx.messageDelivery.findUnique({
      where: { id: deliveryId },
      select: { lane: true, state: true, type: true },
    });
    if (!row) throw new DomainError("notfound");
    const lane: Lane = LANES.find((known) => known === row.lane) ?? "bulk";
    const { count } = await tx.messageDelivery.updateMany({
      where: { id: deliveryId, state: { in: [...RETRYABLE] }, type: { not: "otp" } },
      data: {
        state: "PENDING",
        reason: "retried",
        dueAt: now,
        expiresAt: new Date(now.getTime() + KEEP_TRYING_MS[lane]),
        settledAt: null,
      },
    });
    if (count === 0) throw new DomainError("message.not_retryable");
    // What nobody knew the end of is decided now: it goes out.
    await tx.$executeRaw`
      delete from send_ledger where state <> 'SENT'
         and (idempotency_key = ${deliveryId} or idempotency_key like ${`${deliveryId}:%`})`;
    await tx.$executeRaw`select pg_notify('message_delivery', '')`;
    await audit(tx, {
      action: "admin.messages.retry",
      entityType: "message_delivery",
      entityId: deliveryId,
      galleryId: null,
      actorId: ctx.identity.userId,
      before: { state: row.state },
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
  });
  return getDelivery(ctx, { deliveryId });
}
