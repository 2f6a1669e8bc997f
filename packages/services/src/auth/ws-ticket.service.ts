import type { Identity, Platform, SessionContext } from "../context";
import type { WsTicketView } from "./auth.views";
import { LIFETIMES } from "./auth-limits";
import { loadIdentity } from "./identity.service";
import { hashToken, newToken } from "./secrets";

const REASON = "a ticket tells who is calling";

/** A ticket for one WebSocket: browsers cannot send headers there, and URLs are logged. */
export async function createWsTicket(ctx: SessionContext): Promise<WsTicketView> {
  const { userId, sessionId } = ctx.identity;
  const ticket = newToken();
  const expiresAt = new Date(ctx.now().getTime() + LIFETIMES.wsTicket);
  await ctx.database.unsafeSystem(REASON).write((tx) =>
    tx.wsTicket.create({
      data: { tokenHash: hashToken(ticket), userId, sessionId, expiresAt },
      select: { tokenHash: true },
    }),
  );
  return { ticket, expiresAt: expiresAt.toISOString() };
}

/** Uses up a WebSocket ticket: who it was made for, or null when it is wrong, used or too old. */
export async function redeemWsTicket(platform: Platform, ticket: string): Promise<Identity | null> {
  const db = platform.database.unsafeSystem(REASON);
  const now = platform.now();
  const [redeemed] = await db.write((tx) =>
    tx.wsTicket.updateManyAndReturn({
      where: { tokenHash: hashToken(ticket), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
      select: { userId: true, sessionId: true },
    }),
  );
  return redeemed ? loadIdentity(platform, redeemed) : null;
}
