/** An entry of the list, with the moment by the store's clock in milliseconds. */
export interface ListedRevocation {
  readonly subject: string;
  readonly at: number;
}

/** Where revocations are kept for those who did not hear them. */
export interface RevocationList {
  /** Adds entries, dated now by the store's clock, and forgets those that are too old. */
  add(subjects: readonly string[]): Promise<void>;
  /** Entries since a moment, and what time it is there. */
  since(at: number): Promise<{ now: number; entries: readonly ListedRevocation[] }>;
}
