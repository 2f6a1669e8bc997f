export interface SendReceipt {
  /** The provider's id of the message. */
  readonly id: string;
  /** True when this idempotency key had been sent before; nothing was sent now. */
  readonly repeated: boolean;
}
