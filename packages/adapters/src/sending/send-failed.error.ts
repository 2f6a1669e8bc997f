import type { SendTry } from "./send-receipt";

/** What is known about a message that no provider confirmed. */
export type FailureKind = "retry" | "alert" | "unknown";

/**
 * No provider took the message. `retry` and `alert`: none has it, the same key may be sent again
 * (`alert`: somebody has to look at our account). `unknown`: one may have it and cannot be asked;
 * sending it again may double it.
 */
export class SendFailedError extends Error {
  readonly kind: FailureKind;
  readonly tries: readonly SendTry[];

  constructor(kind: FailureKind, message: string, tries: readonly SendTry[] = []) {
    super(message);
    this.name = "SendFailedError";
    this.kind = kind;
    this.tries = tries;
  }
}
