/** Whose access changed: one session's, a person's, or that of everybody in a gallery. */
export interface RevokedAccess {
  readonly kind: "session" | "user" | "gallery";
  readonly id: string;
}

export interface RevocationListener {
  /** Look again, in the database, at what these may do. Comes at least once for each. */
  onRevoked(revoked: RevokedAccess): void;
  /**
   * The list could not be read just now: whoever holds something open looks at all of it again.
   * Comes once for every failed reading, every `REVOCATION_POLL_MS`.
   */
  onBlind?(): void;
}

/**
 * Tells every process that somebody's access ended, so that what is held open (sockets) closes
 * everywhere within 5 s. The database is the truth and is asked at every request; this is the
 * bell. Revocations are heard by pub/sub at once, and whoever missed the bell finds them in a list.
 */
export interface Revocations {
  /**
   * Call after the change has committed. Never rejects: what cannot be told now is told by this
   * process as soon as it can be.
   */
  revoke(revoked: readonly RevokedAccess[]): Promise<void>;
  /** Follows everything from now on until the returned function is called. Never rejects. */
  follow(listener: RevocationListener): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Milliseconds between two looks at the list. */
export const REVOCATION_POLL_MS = 2_000;

/** Milliseconds that the list keeps an entry: longer than any process is out of touch and alive. */
export const REVOCATION_KEPT_MS = 30 * 60_000;
