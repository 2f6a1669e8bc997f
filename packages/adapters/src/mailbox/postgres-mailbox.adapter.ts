import { randomUUID } from "node:crypto";
import { parsePhone, smsParts } from "@oto/domain";
import type { Pool } from "pg";
import type { SendReceipt } from "../sending/send-receipt";
import { SendRefusedError } from "../sending/send-refused.error";
import type { Mailbox, MailboxChannel, MailboxMessage, MailboxQuery } from "./mailbox.port";

export interface MailboxEntry {
  readonly channel: MailboxChannel;
  readonly to: string;
  readonly template: string;
  readonly subject: string | null;
  readonly text: string;
  readonly idempotencyKey: string;
}

const MOST = 500;
const KEPT = { provider: "mailbox", outcome: "sent", code: "00" } as const;

/** What a provider would bill. */
const unitsOf = ({ channel, text }: MailboxEntry) => (channel === "sms" ? smsParts(text) : 0);

/** One spelling per recipient, so that a message is found by any other. */
function normalized(recipient: string): string {
  return parsePhone(recipient) ?? recipient.trim().toLowerCase();
}

/** Table `mailbox_message`: keeps messages instead of sending them. */
export class PostgresMailbox implements Mailbox {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async store(entry: MailboxEntry): Promise<SendReceipt> {
    if (entry.to.trim() === "" || entry.text.includes("\0")) {
      throw new SendRefusedError("invalid", "the message has no recipient or an unreadable text");
    }
    const id = randomUUID();
    const { rows } = await this.#pool.query<{ id: string }>(
      `WITH stored AS (
         INSERT INTO mailbox_message
           (id, channel, recipient, template, subject, text, idempotency_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (channel, idempotency_key) DO NOTHING RETURNING id
       )
       SELECT id FROM stored UNION ALL
       SELECT id FROM mailbox_message WHERE channel = $2 AND idempotency_key = $7 LIMIT 1`,
      [
        id,
        entry.channel,
        normalized(entry.to),
        entry.template,
        entry.subject,
        entry.text,
        entry.idempotencyKey,
      ],
    );
    // No row at all: another process stored the same key in this very moment.
    const repeated = rows[0]?.id !== id;
    return {
      id: rows[0]?.id ?? entry.idempotencyKey,
      repeated,
      tries: repeated ? [] : [{ ...KEPT, costUnits: unitsOf(entry), tookMs: 0 }],
    };
  }

  async list({ to, limit = 50 }: MailboxQuery = {}): Promise<MailboxMessage[]> {
    const { rows } = await this.#pool.query<{
      id: string;
      channel: MailboxChannel;
      recipient: string;
      template: string;
      subject: string | null;
      text: string;
      sent_at: Date;
    }>(
      `SELECT id, channel, recipient, template, subject, text, sent_at FROM mailbox_message
       WHERE $1::text IS NULL OR recipient = $1 ORDER BY seq DESC LIMIT $2`,
      [to === undefined ? null : normalized(to), Math.max(1, Math.min(MOST, limit))],
    );
    return rows.map(({ recipient, sent_at, ...row }) => ({
      ...row,
      to: recipient,
      sentAt: sent_at.toISOString(),
    }));
  }
}
