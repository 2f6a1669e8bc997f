import type { SendTry } from "./send-receipt";

/**
 * The provider will never take this message (unknown number, blocked header, text refused): trying
 * again is pointless. Anything else a sender throws may be retried with the same idempotency key.
 */
export class SendRefusedError extends Error {
  /** The provider's own code. */
  readonly code: string;
  readonly tries: readonly SendTry[];

  constructor(code: string, message: string, tries: readonly SendTry[] = []) {
    super(message);
    this.name = "SendRefusedError";
    this.code = code;
    this.tries = tries;
  }
}
