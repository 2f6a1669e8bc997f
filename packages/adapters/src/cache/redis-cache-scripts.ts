import { RedisScript } from "../redis/redis-script";

/** Keys: a tag. Values: a fresh version, milliseconds to live. Answers with the version in force. */
export const VERSION_OF_TAG = new RedisScript(`
local known = redis.call('GET', KEYS[1])
if known then return known end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]`);

/**
 * Keys: a lock. Values: what the load depends on, the loader, milliseconds of the lease. Answers 1
 * when the loader has it now. A load that an invalidation has overtaken holds nobody up.
 */
export const TAKE_LOCK = new RedisScript(`
local holder = redis.call('GET', KEYS[1])
if holder and string.sub(holder, 1, #ARGV[1] + 1) == ARGV[1] .. ' ' then return 0 end
redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'PX', ARGV[3])
return 1`);

/** Keys: a lock. Values: its holder, milliseconds. The holder lives on, so does the lock. */
export const RENEW_LOCK = new RedisScript(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`);

/** Keys: a lock. Values: its holder, who lets go. */
export const DROP_LOCK = new RedisScript(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`);

/**
 * Keys: a lock, an entry. Values: the lock's holder, the entry, milliseconds to live. Keeps what was
 * loaded if the holder still has the lock: a deletion takes it away.
 */
export const KEEP_LOADED = new RedisScript(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return redis.call('DEL', KEYS[1])`);
