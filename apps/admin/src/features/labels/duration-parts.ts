const UNITS = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
  { unit: "second", ms: 1_000 },
] as const;

interface DurationPart {
  unit: (typeof UNITS)[number]["unit"] | "millisecond";
  count: number;
}

/** A time span in its one or two largest units, seconds only below a minute. */
export function durationParts(ms: number): DurationPart[] {
  if (ms < 1_000) return [{ unit: "millisecond", count: Math.max(0, Math.round(ms)) }];
  const first = UNITS.findIndex((entry) => ms >= entry.ms);
  const parts: DurationPart[] = [];
  let rest = ms;
  for (const { unit, ms: size } of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (parts.length === 0 || (count > 0 && unit !== "second")) parts.push({ unit, count });
  }
  return parts;
}
