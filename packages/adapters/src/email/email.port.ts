import type { SendReceipt } from "../sending/send-receipt";

export interface EmailMessage {
  readonly to: string;
  readonly subject: string;
  /** Template the text was made from, for logs and the mailbox. */
  readonly template: string;
  readonly text: string;
  readonly html?: string;
  /** Sent once per key, however often it is asked. */
  readonly idempotencyKey: string;
  /** Of commercial mail: where one POST ends it (RFC 8058). */
  readonly unsubscribeUrl?: string | undefined;
}

export interface EmailSender {
  /**
   * @throws SendRefusedError when retrying is pointless
   * @throws SendFailedError otherwise, saying whether it may have gone out
   */
  send(message: EmailMessage): Promise<SendReceipt>;
}
