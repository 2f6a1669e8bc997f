/** Bytes of JSON that one message may have; send ids, never content. */
export const PUB_SUB_LIMIT_BYTES = 7_000;

/**
 * Live fan-out between processes. A message reaches every subscriber that listens at that moment,
 * in every process, also the publishing one, at most once and in the order of one publisher. What
 * is published while a process is disconnected is lost to it: `onReconnected` says when to read
 * the truth again.
 */
export interface PubSub {
  /**
   * Resolves once the message is on its way. `message` is plain JSON.
   * @throws RangeError when it is larger than `PUB_SUB_LIMIT_BYTES`
   */
  publish(topic: string, message: unknown): Promise<void>;
  /** Resolves once the subscription is live; the returned function ends it. */
  subscribe(topic: string, listener: (message: unknown) => void): Promise<() => Promise<void>>;
  /** Called after a break in which messages may have been missed. Returns how to unregister. */
  onReconnected(listener: () => void): () => void;
  close(): Promise<void>;
}
