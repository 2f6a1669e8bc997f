/**
 * A window that slides: points are counted in sixty slices, and each slice comes back a window after
 * it was spent. Refused points count only until one too many is reached, so that whoever keeps
 * asking is let in again as slices come back. A blocked key is a plain number, as
 * rate-limiter-flexible sets it, until it expires.
 *
 * Keys: the counter. Values: points to spend (0 only looks), seconds of the window, points allowed.
 * Answers with the points that count and the milliseconds until as many may be spent again.
 */
export const SLIDING_WINDOW = `
local points, window, limit = tonumber(ARGV[1]), ARGV[2] * 1000, tonumber(ARGV[3])
if redis.call('TYPE', KEYS[1]).ok == 'string' then
  return { redis.call('INCRBY', KEYS[1], points), redis.call('PTTL', KEYS[1]) }
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local slice = window / 60
local index = math.floor(now / slice)
local spent, slices = 0, {}
local stored = redis.call('HGETALL', KEYS[1])
for i = 1, #stored, 2 do
  local at, count = tonumber(stored[i]), tonumber(stored[i + 1])
  if at > index - 60 then
    spent = spent + count
    slices[#slices + 1] = { at, count }
  elseif points > 0 then
    redis.call('HDEL', KEYS[1], stored[i])
  end
end
local counted = math.min(points, math.max(0, limit + 1 - spent))
if counted > 0 then
  redis.call('HINCRBY', KEYS[1], index, counted)
  redis.call('PEXPIRE', KEYS[1], math.ceil(window + slice))
  slices[#slices + 1] = { index, counted }
  spent = spent + counted
end
table.sort(slices, function(a, b) return a[1] < b[1] end)
local missing = math.max(1, spent + math.max(points, 1) - limit)
local wait = 0
for _, one in ipairs(slices) do
  if missing <= 0 then break end
  missing = missing - one[2]
  wait = (one[1] + 60) * slice - now
end
if points > 0 and counted < points then spent = math.max(spent, limit + 1) end
return { spent, math.max(0, math.ceil(wait)) }
`;
