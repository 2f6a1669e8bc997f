export interface CacheOptions {
  /** Milliseconds until the value is forgotten by itself. */
  readonly ttlMs: number;
  /** What the value depends on; invalidating one of them forgets it. */
  readonly tags?: readonly string[];
}

/**
 * Cache of plain JSON values, to be treated as read-only. It may forget at any time and never
 * answers with a value older than an invalidation of one of its tags: at once in the process that
 * invalidated, within two seconds in the others, also when they were cut off in between.
 */
export interface Cache {
  /** Undefined when unknown. */
  get<Value>(key: string): Promise<Value | undefined>;
  set(key: string, value: unknown, options: CacheOptions): Promise<void>;
  /**
   * The cached value, or the loaded one. Callers that ask while it loads share one load. A load
   * that a tag's invalidation overtakes is returned to those who wait but not kept. A failing load
   * rejects for all who wait and is not kept; neither is `undefined`.
   */
  getOrLoad<Value>(key: string, options: CacheOptions, load: () => Promise<Value>): Promise<Value>;
  /** @throws Error when the others cannot be told now; see `invalidateTags` */
  delete(key: string): Promise<void>;
  /**
   * @throws Error when the others cannot be told now. This process answers rightly all the same and
   * goes on trying; a caller that must be sure in spite of a crash (a consumer) fails and is retried.
   */
  invalidateTags(tags: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
