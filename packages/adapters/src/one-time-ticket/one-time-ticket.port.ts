import { createHash, randomBytes } from "node:crypto";

/** Who a ticket speaks for. */
export interface TicketHolder {
  readonly userId: string;
  readonly sessionId: string;
}

export interface RedeemedTicket extends TicketHolder {
  readonly expiresAt: Date;
}

/**
 * Tickets that open one connection where no header can be sent. Whatever process redeems one, it is
 * gone for all of them, also when many try at the same moment; only its hash is stored.
 */
export interface OneTimeTickets {
  /** @throws Error when it cannot be kept */
  issue(holder: TicketHolder, expiresAt: Date): Promise<string>;
  /**
   * Uses a ticket up: who it was made for, or null when it is wrong, used or too old.
   * @throws Error when that cannot be told
   */
  redeem(ticket: string): Promise<RedeemedTicket | null>;
}

/** 256 random bits, fit for a URL. */
export const newTicket = (): string => randomBytes(32).toString("base64url");

/** What is stored instead of the ticket. */
export const ticketHash = (ticket: string): string =>
  createHash("sha256").update(ticket).digest("base64url");
