import type { RedisConnections } from "../redis/redis-connections";
import { RedisScript } from "../redis/redis-script";
import type { GalleryPresence, Presence, PresentConnection, UserPresence } from "./presence.port";
import { byPresence, PRESENCE_TTL_MS } from "./presence.port";

/** Milliseconds after which a gallery where nobody was seen is forgotten. */
const FORGET_AFTER_MS = 90 * 86_400_000;

/** Beats of one gallery: time to live, then pairs of user and connection. */
const BEAT = new RedisScript(`local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
for i = 3, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[i] .. ' ' .. ARGV[i + 1])
  redis.call('HSET', KEYS[2], ARGV[i], now)
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return now`);

const LEAVE = new RedisScript(`local t = redis.call('TIME')
redis.call('ZREM', KEYS[1], ARGV[1] .. ' ' .. ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], t[1] * 1000 + math.floor(t[2] / 1000))
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return 1`);

const READ = new RedisScript(`local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
return { redis.call('ZRANGE', KEYS[1], '(' .. now, '+inf', 'BYSCORE'), redis.call('HGETALL', KEYS[2]) }`);

/** Presence as a sorted set of connections and a hash of last signs of life for each gallery. */
export class RedisPresence implements Presence {
  readonly #redis: RedisConnections;
  readonly #ttlMs: number;

  constructor(redis: RedisConnections, { ttlMs = PRESENCE_TTL_MS }: { ttlMs?: number } = {}) {
    this.#redis = redis;
    this.#ttlMs = ttlMs;
  }

  async beat(connections: readonly PresentConnection[]): Promise<void> {
    const byGallery = new Map<string, string[]>();
    for (const { galleryId, userId, connectionId } of connections) {
      const pairs = byGallery.get(galleryId) ?? [];
      pairs.push(userId, connectionId);
      byGallery.set(galleryId, pairs);
    }
    const beats = [...byGallery].map(([galleryId, pairs]) =>
      BEAT.run(this.#redis.client, this.#keys(galleryId), [this.#ttlMs, FORGET_AFTER_MS, ...pairs]),
    );
    await Promise.all(beats);
  }

  async leave({ galleryId, userId, connectionId }: PresentConnection): Promise<void> {
    const values = [userId, connectionId, FORGET_AFTER_MS];
    await LEAVE.run(this.#redis.client, this.#keys(galleryId), values);
  }

  async ofGallery(galleryId: string): Promise<UserPresence[]> {
    const answer = await READ.run(this.#redis.client, this.#keys(galleryId));
    const [open, seen] = answer as [string[], string[]];
    const connections = new Map<string, number>();
    for (const member of open) {
      const userId = member.slice(0, member.indexOf(" "));
      connections.set(userId, (connections.get(userId) ?? 0) + 1);
    }
    const users: UserPresence[] = [];
    for (let i = 0; i + 1 < seen.length; i += 2) {
      const userId = String(seen[i]);
      const count = connections.get(userId) ?? 0;
      const lastSeenAt = new Date(Number(seen[i + 1]));
      users.push({ userId, online: count > 0, connections: count, lastSeenAt });
    }
    return users.sort(byPresence);
  }

  async ofGalleries(galleryIds: readonly string[]): Promise<ReadonlyMap<string, GalleryPresence>> {
    // Asked all at once, the questions travel together.
    const answers = await Promise.all(
      galleryIds.map(async (galleryId) => [galleryId, await this.ofGallery(galleryId)] as const),
    );
    return new Map(
      answers.flatMap(([galleryId, users]) => {
        if (users.length === 0) return [];
        const last = Math.max(...users.map(({ lastSeenAt }) => lastSeenAt.getTime()));
        const online = users.some((user) => user.online);
        return [[galleryId, { online, lastSeenAt: new Date(last) }] as const];
      }),
    );
  }

  /** The braces keep both keys of a gallery in one slot of a cluster. */
  #keys(galleryId: string): string[] {
    return [
      this.#redis.key("presence", `{${galleryId}}`, "open"),
      this.#redis.key("presence", `{${galleryId}}`, "seen"),
    ];
  }
}
