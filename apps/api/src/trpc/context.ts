import type { Identity, PublicContext } from "@oto/services";

/** What a procedure is called with before anything is known about the caller's rights. */
export interface ApiContext extends PublicContext {
  /** `Idempotency-Key` of the request, where it has one. */
  readonly idempotencyKey: string | null;
  /**
   * Who the caller is now, for connections that outlive a request: what they may do is asked anew
   * at every call. Absent where the context was made for one request.
   */
  readonly currentIdentity?: (() => Promise<Identity | null>) | undefined;
  /** Ends when the caller goes away. */
  readonly signal: AbortSignal | undefined;
}
