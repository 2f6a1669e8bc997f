import type { SendReceipt } from "../sending/send-receipt";

export interface PushMessage {
  /** Endpoint of the device's subscription, with its keys where the browser gave any. */
  readonly subscription: {
    readonly endpoint: string;
    readonly keys?: { readonly p256dh: string; readonly auth: string };
  };
  readonly template: string;
  readonly title: string;
  readonly text: string;
  /** Path the notification opens. */
  readonly url?: string;
  /** A later message with the same tag takes the place of an earlier one on the screen. */
  readonly tag?: string;
  /** Whether it may wake a device that saves power. */
  readonly urgent?: boolean;
  /** Sent once per key, however often it is asked. */
  readonly idempotencyKey: string;
}

export interface PushSender {
  /**
   * @throws SendRefusedError with code `gone` when the subscription is dead and may be deleted
   * @throws SendFailedError when it may be tried again
   */
  send(message: PushMessage): Promise<SendReceipt>;
}
