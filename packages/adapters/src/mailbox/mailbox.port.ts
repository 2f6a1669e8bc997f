export type MailboxChannel = "sms" | "email" | "push";

/** A message as `/dev/mailbox.json` shows it. */
export interface MailboxMessage {
  readonly id: string;
  readonly channel: MailboxChannel;
  readonly to: string;
  readonly template: string;
  readonly subject: string | null;
  readonly text: string;
  /** ISO-8601 instant. */
  readonly sentAt: string;
}

export interface MailboxQuery {
  /** Phone in any spelling, or e-mail; everybody's messages unless given. */
  readonly to?: string | undefined;
  /** 1..500; 50 unless given. */
  readonly limit?: number | undefined;
}

/** What the mailbox adapters "sent", newest first. */
export interface Mailbox {
  list(query?: MailboxQuery): Promise<MailboxMessage[]>;
}
