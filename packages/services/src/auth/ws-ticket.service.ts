import { DomainError } from "@oto/domain";
import type { Identity, Platform, SessionContext } from "../context";
import type { WsTicketView } from "./auth.views";
import { LIFETIMES } from "./auth-limits";
import { loadIdentity } from "./identity.service";

/**
 * A ticket for one WebSocket: browsers cannot send headers there, and URLs are logged.
 * @throws DomainError `system.unavailable` while tickets cannot be kept
 */
export async function createWsTicket(ctx: SessionContext): Promise<WsTicketView> {
  const expiresAt = new Date(ctx.now().getTime() + LIFETIMES.wsTicket);
  const ticket = await ctx.adapters.tickets.issue(ctx.identity, expiresAt).catch((error) => {
    ctx.logger.error({ err: error }, "no ticket for a socket");
    throw new DomainError("system.unavailable");
  });
  return { ticket, expiresAt: expiresAt.toISOString() };
}

/** Uses up a WebSocket ticket: who it was made for, or null when it is wrong, used or too old. */
export async function redeemWsTicket(platform: Platform, ticket: string): Promise<Identity | null> {
  const redeemed = await platform.adapters.tickets.redeem(ticket);
  if (!redeemed || redeemed.expiresAt <= platform.now()) return null;
  return loadIdentity(platform, redeemed);
}
