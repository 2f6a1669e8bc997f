import type { RedisConnections } from "../redis/redis-connections";
import type { OneTimeTickets, RedeemedTicket, TicketHolder } from "./one-time-ticket.port";
import { newTicket, ticketHash } from "./one-time-ticket.port";

/** Tickets as keys that end by themselves; GETDEL lets only one of many have them. */
export class RedisOneTimeTickets implements OneTimeTickets {
  readonly #redis: RedisConnections;

  constructor(redis: RedisConnections) {
    this.#redis = redis;
  }

  async issue({ userId, sessionId }: TicketHolder, expiresAt: Date): Promise<string> {
    const ticket = newTicket();
    const until = expiresAt.getTime();
    const content = JSON.stringify([userId, sessionId, until]);
    await this.#redis.client.set(this.#key(ticket), content, "PXAT", until);
    return ticket;
  }

  async redeem(ticket: string): Promise<RedeemedTicket | null> {
    const content = await this.#redis.client.getdel(this.#key(ticket));
    if (content === null) return null;
    const [userId, sessionId, until] = JSON.parse(content) as [string, string, number];
    return { userId, sessionId, expiresAt: new Date(until) };
  }

  #key(ticket: string): string {
    return this.#redis.key("ticket", ticketHash(ticket));
  }
}
