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
  /** Sent once per key, however often it is asked. */
  readonly idempotencyKey: string;
}

export interface PushSender {
  /** @throws SendRefusedError with code `gone` when the subscription is dead and may be deleted */
  send(message: PushMessage): Promise<SendReceipt>;
}
