import type { RedisConnections } from "../redis/redis-connections";
import { RedisScript } from "../redis/redis-script";
import { REVOCATION_KEPT_MS } from "./revocation.port";
import type { ListedRevocation, RevocationList } from "./revocation-list";

const NOW = `local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)`;

const ADD = new RedisScript(`${NOW}
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[1])
for i = 2, #ARGV do redis.call('ZADD', KEYS[1], now, ARGV[i]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return now`);

const SINCE = new RedisScript(`${NOW}
return { now, redis.call('ZRANGE', KEYS[1], ARGV[1], '+inf', 'BYSCORE', 'WITHSCORES') }`);

/** The list as a sorted set by time. */
export class RedisRevocationList implements RevocationList {
  readonly #redis: RedisConnections;
  readonly #key: string;

  constructor(redis: RedisConnections) {
    this.#redis = redis;
    this.#key = redis.key("revoked");
  }

  async add(subjects: readonly string[]): Promise<void> {
    await ADD.run(this.#redis.client, [this.#key], [REVOCATION_KEPT_MS, ...subjects]);
  }

  async since(at: number): Promise<{ now: number; entries: ListedRevocation[] }> {
    const answer = await SINCE.run(this.#redis.client, [this.#key], [at]);
    const [now, flat] = answer as [number, string[]];
    const entries: ListedRevocation[] = [];
    for (let i = 0; i + 1 < flat.length; i += 2) {
      entries.push({ subject: String(flat[i]), at: Number(flat[i + 1]) });
    }
    return { now: Number(now), entries };
  }
}
