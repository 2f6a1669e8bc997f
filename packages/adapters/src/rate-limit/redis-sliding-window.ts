/**
 * A window that slides: points are counted in sixty slices, and each slice comes back a window after
 * it was spent. Refused points count only until one too many is reached, and come back with the
 * oldest ones, so that whoever keeps asking is let in again as slices come back. The sum (`t`) and the oldest slice (`o`) stand beside
 * the slices, so that most calls touch three fields. A blocked key is a plain number, as
 * rate-limiter-flexible sets it, until it expires.
 *
 * Keys: the counter. Values: points to spend (0 only looks), seconds of the window, points allowed.
 * Answers with the points that count and the milliseconds until more may be spent.
 */
export const SLIDING_WINDOW = `
local points, window, limit = tonumber(ARGV[1]), ARGV[2] * 1000, tonumber(ARGV[3])
local head = redis.pcall('HMGET', KEYS[1], 't', 'o')
if head.err then
  return { redis.call('INCRBY', KEYS[1], points), redis.call('PTTL', KEYS[1]) }
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local slice = window / 60
local index = math.floor(now / slice)
local spent, oldest = tonumber(head[1] or 0), tonumber(head[2] or index)

local function slices()
  local all, stored = {}, redis.call('HGETALL', KEYS[1])
  for i = 1, #stored, 2 do
    local at = tonumber(stored[i])
    if at then all[#all + 1] = { at, tonumber(stored[i + 1]) } end
  end
  table.sort(all, function(a, b) return a[1] < b[1] end)
  return all
end

if oldest <= index - 60 then
  spent, oldest = 0, index
  for _, one in ipairs(slices()) do
    if one[1] <= index - 60 then
      redis.call('HDEL', KEYS[1], one[1])
    else
      spent = spent + one[2]
      oldest = math.min(oldest, one[1])
    end
  end
  redis.call('HSET', KEYS[1], 't', spent, 'o', oldest)
end
local counted = math.min(points, math.max(0, limit + 1 - spent))
local spentAt = index
if spent > 0 and (counted < points or spent + counted > limit) then spentAt = oldest end
if counted > 0 then
  spent = spent + counted
  redis.call('HSET', KEYS[1], 't', spent, 'o', oldest)
  if redis.call('HINCRBY', KEYS[1], spentAt, counted) == counted then
    redis.call('PEXPIRE', KEYS[1], math.ceil(window + slice))
  end
end
local wait = (oldest + 60) * slice - now
if spent > limit or counted < points then
  local missing = math.max(1, spent + math.max(points, 1) - limit)
  for _, one in ipairs(slices()) do
    if missing <= 0 then break end
    missing = missing - one[2]
    wait = (one[1] + 60) * slice - now
  end
  if counted < points then spent = math.max(spent, limit + 1) end
end
return { spent, math.max(0, math.ceil(wait)) }
`;
