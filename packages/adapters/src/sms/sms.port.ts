import type { SendReceipt } from "../sending/send-receipt";

export interface SmsMessage {
  /** E.164: `+905…`. */
  readonly to: string;
  /** Template the text was made from, for logs and the mailbox. */
  readonly template: string;
  readonly text: string;
  /** Sent once per key, however often it is asked. */
  readonly idempotencyKey: string;
  /**
   * `otp` takes the provider's fast way, and is sent again when nobody knows whether it went out: a
   * code that comes twice harms nobody. `commercial` is checked against the register of consents.
   */
  readonly kind?: "otp" | "info" | "commercial" | undefined;
}

export interface SmsSender {
  /**
   * @throws SendRefusedError when retrying is pointless
   * @throws SendFailedError otherwise, saying whether it may have gone out
   */
  send(message: SmsMessage): Promise<SendReceipt>;
}
