import type { SendReceipt } from "../sending/send-receipt";

export interface SmsMessage {
  /** E.164: `+905…`. */
  readonly to: string;
  /** Template the text was made from, for logs and the mailbox. */
  readonly template: string;
  readonly text: string;
  /** Sent once per key, however often it is asked. */
  readonly idempotencyKey: string;
}

export interface SmsSender {
  /** @throws SendRefusedError when retrying is pointless */
  send(message: SmsMessage): Promise<SendReceipt>;
}
