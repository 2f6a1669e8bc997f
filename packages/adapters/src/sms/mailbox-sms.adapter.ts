import type { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { SmsSender } from "./sms.port";

/** Puts SMS into the mailbox. */
export function createMailboxSms(mailbox: PostgresMailbox): SmsSender {
  return { send: (message) => mailbox.store({ ...message, channel: "sms", subject: null }) };
}
