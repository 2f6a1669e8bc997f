/**
 * What a provider's answer to one try means: taken; not taken and worth another try; never to be
 * taken; not taken because our account there is in trouble (somebody has to look); or nobody knows.
 */
export const SEND_OUTCOMES = ["sent", "retry", "give_up", "alert", "unknown"] as const;
export type SendOutcome = (typeof SEND_OUTCOMES)[number];

/** One try with one provider, for the delivery log. */
export interface SendTry {
  readonly provider: string;
  readonly outcome: SendOutcome;
  /** The provider's own code, or a name for what happened on the way (`timeout`, `refused`). */
  readonly code: string;
  readonly detail?: string;
  /** What the provider bills: parts of an SMS; 0 where nothing is billed. */
  readonly costUnits: number;
  readonly tookMs: number;
}

export interface SendReceipt {
  /** The provider's id of the message. */
  readonly id: string;
  /** True when this idempotency key had been sent before; nothing was sent now. */
  readonly repeated: boolean;
  /** What was tried for this receipt; empty when it repeats an earlier one. */
  readonly tries: readonly SendTry[];
}
