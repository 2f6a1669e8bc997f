import type { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { EmailSender } from "./email.port";

/** Puts e-mails into the mailbox, as plain text. */
export function createMailboxEmail(mailbox: PostgresMailbox): EmailSender {
  return { send: (message) => mailbox.store({ ...message, channel: "email" }) };
}
