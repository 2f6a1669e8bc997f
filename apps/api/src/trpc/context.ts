import type { PublicContext } from "@oto/services";

/** What a procedure is called with before anything is known about the caller's rights. */
export interface ApiContext extends PublicContext {
  /** `Idempotency-Key` of the request, where it has one. */
  readonly idempotencyKey: string | null;
  /** Ends when the caller goes away. */
  readonly signal: AbortSignal | undefined;
}
