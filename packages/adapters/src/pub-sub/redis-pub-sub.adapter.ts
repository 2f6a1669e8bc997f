import type { RedisConnections } from "../redis/redis-connections";
import { mastersOf } from "../redis/redis-connections";
import type { PubSub } from "./pub-sub.port";
import { PUB_SUB_LIMIT_BYTES } from "./pub-sub.port";

/**
 * Pub/sub over Redis: a channel a topic, so that a process hears only what somebody there follows.
 * Redis forgets a message at once; whoever must not miss one reads the numbered feed again after a
 * reconnect.
 */
export class RedisPubSub implements PubSub {
  readonly #redis: RedisConnections;
  readonly #stops = new Set<() => Promise<void>>();
  readonly #hooks = new Set<() => void>();

  constructor(redis: RedisConnections) {
    this.#redis = redis;
  }

  async publish(topic: string, message: unknown): Promise<void> {
    const text = JSON.stringify(message) ?? "null";
    if (Buffer.byteLength(text) > PUB_SUB_LIMIT_BYTES) {
      throw new RangeError(`message to "${topic}" is too large`);
    }
    // A cluster passes it on to all nodes, and always the same one keeps the publisher's order.
    const [node = this.#redis.client] = mastersOf(this.#redis.client);
    await node.publish(this.#redis.key("topic", topic), text);
  }

  async subscribe(
    topic: string,
    listener: (message: unknown) => void,
  ): Promise<() => Promise<void>> {
    const stop = await this.#redis.subscriber.listen(this.#redis.key("topic", topic), (text) =>
      listener(JSON.parse(text)),
    );
    this.#stops.add(stop);
    return async () => {
      this.#stops.delete(stop);
      await stop();
    };
  }

  onReconnected(listener: () => void): () => void {
    const forget = this.#redis.subscriber.onReconnected(listener);
    this.#hooks.add(forget);
    return () => {
      this.#hooks.delete(forget);
      forget();
    };
  }

  async close(): Promise<void> {
    for (const forget of this.#hooks) forget();
    await Promise.all([...this.#stops].map((stop) => stop()));
    this.#hooks.clear();
    this.#stops.clear();
  }
}
