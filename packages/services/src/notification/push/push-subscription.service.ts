import { isPushEndpoint } from "@oto/adapters";
import { newId } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { SessionContext } from "../../context";
import type { PushEndpointInput, PushSubscribeInput } from "../notification.input";
import type { PushStateView } from "../notification.views";
import { vapidKeys } from "./vapid-keys";

const REASON = "browsers belong to people, not to galleries";
/** The oldest makes room. */
const BROWSERS_A_PERSON = 10;

/** What a browser subscribes with, and how many of the caller's browsers have. */
export async function getPushState(ctx: SessionContext): Promise<PushStateView> {
  const { publicKey } = await vapidKeys(ctx);
  const browsers = await ctx.database
    .unsafeSystem(REASON)
    .read((tx) => tx.pushSubscription.count({ where: { userId: ctx.identity.userId } }));
  return { publicKey: ctx.env.VAPID_PUBLIC_KEY || publicKey, browsers };
}

/**
 * Has pushes come to a browser. Its address belongs to whoever signed in there last.
 * @throws DomainError `message.push_address` for an address that is of no push service
 */
export async function subscribePush(
  ctx: SessionContext,
  { endpoint, keys }: PushSubscribeInput,
): Promise<PushStateView> {
  if (!isPushEndpoint(endpoint, ctx.env.WEB_PUSH_HOSTS)) {
    throw new DomainError("message.push_address");
  }
  const { userId } = ctx.identity;
  const { userAgent } = ctx.origin;
  const browser = { userId, ...keys, userAgent, createdAt: ctx.now() };
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.pushSubscription.upsert({
      where: { endpoint },
      create: { id: newId(), endpoint, ...browser },
      update: browser,
      select: { id: true },
    });
    const old = await tx.pushSubscription.findMany({
      where: { userId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: BROWSERS_A_PERSON,
      select: { id: true },
    });
    await tx.pushSubscription.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  });
  return getPushState(ctx);
}

/** Ends pushes to a browser of the caller's; one that is none of theirs stays as it is. */
export async function unsubscribePush(
  ctx: SessionContext,
  { endpoint }: PushEndpointInput,
): Promise<PushStateView> {
  await ctx.database
    .unsafeSystem(REASON)
    .write((tx) =>
      tx.pushSubscription.deleteMany({ where: { endpoint, userId: ctx.identity.userId } }),
    );
  return getPushState(ctx);
}
