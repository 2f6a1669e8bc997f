import type { Lane, MessageChannel } from "@oto/domain";

/** A delivery that this process has taken for a while. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly userId: string | null;
  readonly recipientKey: string;
  readonly type: string;
  readonly channel: MessageChannel;
  readonly lane: Lane;
  readonly params: unknown;
  readonly href: string | null;
  /** This one included. */
  readonly attempts: number;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

export interface PushTarget {
  readonly subscriptionId: string;
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** A delivery as it is handed to a provider. */
export type ComposedMessage =
  | {
      readonly channel: "sms";
      readonly to: string;
      readonly text: string;
      readonly kind: "otp" | "info" | "commercial";
    }
  | {
      readonly channel: "email";
      readonly to: string;
      readonly subject: string;
      readonly text: string;
      readonly unsubscribeUrl: string | undefined;
    }
  | {
      readonly channel: "push";
      readonly to: readonly PushTarget[];
      readonly title: string;
      readonly text: string;
      readonly url: string;
      readonly urgent: boolean;
    };

/** Why there is nothing to be sent (any more). */
export interface NothingToSend {
  readonly dropped: "recipient_gone" | "no_address" | "no_text" | "over" | "no_consent";
}
