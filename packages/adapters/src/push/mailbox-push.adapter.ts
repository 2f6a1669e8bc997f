import type { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { PushSender } from "./push.port";

/** Puts push notifications into the mailbox. */
export function createMailboxPush(mailbox: PostgresMailbox): PushSender {
  return {
    send: ({ subscription, title, ...message }) =>
      mailbox.store({ ...message, channel: "push", to: subscription.endpoint, subject: title }),
  };
}
