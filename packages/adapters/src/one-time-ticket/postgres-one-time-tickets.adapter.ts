import type { Pool } from "pg";
import type { OneTimeTickets, RedeemedTicket, TicketHolder } from "./one-time-ticket.port";
import { newTicket, ticketHash } from "./one-time-ticket.port";

/** Tickets in table `ws_ticket`. */
export class PostgresOneTimeTickets implements OneTimeTickets {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async issue({ userId, sessionId }: TicketHolder, expiresAt: Date): Promise<string> {
    const ticket = newTicket();
    await this.#pool.query({
      name: "ticket-issue",
      text: `INSERT INTO ws_ticket (token_hash, user_id, session_id, expires_at)
             VALUES ($1, $2, $3, $4)`,
      values: [ticketHash(ticket), userId, sessionId, expiresAt],
    });
    return ticket;
  }

  async redeem(ticket: string): Promise<RedeemedTicket | null> {
    const { rows } = await this.#pool.query<RedeemedTicket>({
      name: "ticket-redeem",
      text: `UPDATE ws_ticket SET used_at = now()
             WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()
             RETURNING user_id AS "userId", session_id AS "sessionId", expires_at AS "expiresAt"`,
      values: [ticketHash(ticket)],
    });
    return rows[0] ?? null;
  }
}
